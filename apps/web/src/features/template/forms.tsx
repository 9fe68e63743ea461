'use client'
// The draft as forms: those made for risk notes where the content is one, else drawn from the pack's JSON Schema; and the settings of any template.
import type { RiskNoteContent } from '@guildhall/verticals/packs/finance/content'
import { defaultContent } from '@guildhall/verticals/packs/finance/starters'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef } from 'react'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { type Node, nodeOf, schemaOf } from './content-schema.ts'
import { Cutoffs } from './cutoffs.tsx'
import { Rules } from './rules.tsx'
import { SchemaGroup } from './schema-fields.tsx'
import { Settings } from './settings-form.tsx'
import type { Parts } from './use-draft.ts'
import { Wording } from './wording.tsx'

type FormsProps = { id: string; parts: Parts; onChange: (parts: Parts) => void }

// What the forms made for risk notes show already.
const ownForms = new Set(['rules', 'resolution', 'bands', 'scale', 'lgd', 'reference', 'stress', 'wording'])
const withContent = z.object({ properties: z.object({ content: schemaOf }) })

export function Forms({ id, parts, onChange }: FormsProps) {
  const [t, templates] = [useTranslations('editor'), useTranslations('templates')]
  const { content } = parts
  const riskNote = riskNoteOf(content)
  const now = useRef(parts)
  now.current = parts
  const setContent = useCallback(
    (next: unknown) => onChange({ ...now.current, content: { ...Object(next) } }),
    [onChange],
  )
  const change = (part: Partial<RiskNoteContent>) => setContent({ ...content, ...part })
  return (
    <Tabs defaultValue={riskNote ? 'rules' : 'content'}>
      <TabList aria-label={templates('parts')} className="max-w-full overflow-x-auto">
        {riskNote && (
          <>
            <Tab value="rules">{templates('rules')}</Tab>
            <Tab value="cutoffs">{templates('cutoffs')}</Tab>
            <Tab value="wording">{templates('wording')}</Tab>
          </>
        )}
        <Tab value="content">{t(riskNote ? 'more' : 'content')}</Tab>
        <Tab value="settings">{t('settings')}</Tab>
      </TabList>
      {riskNote && (
        <>
          <TabPanel value="rules" className="mt-5">
            <Rules content={riskNote} onChange={change} />
          </TabPanel>
          <TabPanel value="cutoffs" className="mt-5">
            <Cutoffs content={riskNote} onChange={change} />
          </TabPanel>
          <TabPanel value="wording" className="mt-5">
            <Wording content={riskNote} onChange={change} />
          </TabPanel>
        </>
      )}
      <TabPanel value="content" className="mt-5">
        <Content id={id} content={content} hidden={riskNote ? ownForms : none} onChange={setContent} />
      </TabPanel>
      <TabPanel value="settings" className="mt-5">
        <Settings settings={parts.settings} onChange={(settings) => onChange({ content, settings })} />
      </TabPanel>
    </Tabs>
  )
}

const none: ReadonlySet<string> = new Set()

type ContentProps = {
  id: string
  content: Parts['content']
  hidden: ReadonlySet<string>
  onChange: (content: unknown) => void
}

function Content({ id, content, hidden, onChange }: ContentProps) {
  const trpc = useTRPC()
  const schema = useQuery(trpc.template.schema.queryOptions({ id }, { staleTime: Infinity }))
  const node = useMemo(() => schema.data && groupOf(schema.data, hidden), [schema.data, hidden])
  if (schema.isError) return <ProblemNote error={schema.error} onRetry={() => schema.refetch()} />
  if (!node) return <Skeleton className="h-64" />
  return <SchemaGroup node={node} value={content} onChange={onChange} />
}

function groupOf(document: unknown, hidden: ReadonlySet<string>): Extract<Node, { kind: 'group' }> {
  const node = nodeOf(withContent.parse(document).properties.content)
  const properties = node.kind === 'group' ? node.properties.filter(([name]) => !hidden.has(name)) : []
  return { kind: 'group', properties }
}

/** A content under edit may break a rule of its schema for a while; its shape is what the forms need. What it leaves out has a default. */
function riskNoteOf(content: Record<string, unknown>): RiskNoteContent | null {
  const isOne = Array.isArray(content.rules) && Array.isArray(content.bands) && 'reason_table' in content
  return isOne ? { ...defaultContent, ...content } : null
}
