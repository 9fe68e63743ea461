'use client'
// The draft as forms: those made for risk notes where the content is one, the builder of rules where the pack describes them, what is left drawn from
// the JSON Schema; and the settings of any template.
import type { RuleBuilder as Builder } from '@guildhall/verticals/kit/rule-builder'
import type { Task } from '@guildhall/verticals/kit/vertical'
import type { RiskNoteContent } from '@guildhall/verticals/packs/finance/content'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef } from 'react'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { type Node, nodeOf, schemaOf } from './content-schema.ts'
import { SchemaGroup } from './schema-fields.tsx'
import { Settings } from './settings-form.tsx'
import type { Parts } from './use-draft.ts'
import { useTemplateTask } from './use-template-task.ts'
import { WordsProvider } from './words.tsx'

type FormsProps = { id: string; parts: Parts; onChange: (parts: Parts) => void }

// What the forms made for risk notes show already.
const ownForms = new Set(['rules', 'resolution', 'bands', 'scale', 'lgd', 'reference', 'stress', 'wording'])
const withContent = z.object({ properties: z.object({ content: schemaOf }) })

// Each is for one kind of template, and weighs more than the rest of the page.
const Rules = lazy(async () => ({ default: (await import('./rules.tsx')).Rules }))
const Cutoffs = lazy(async () => ({ default: (await import('./cutoffs.tsx')).Cutoffs }))
const Wording = lazy(async () => ({ default: (await import('./wording.tsx')).Wording }))
const RuleBuilder = lazy(async () => ({ default: (await import('../rules/rule-builder.tsx')).RuleBuilder }))

export function Forms(props: FormsProps) {
  const { task, error, retry } = useTemplateTask(props.id)
  if (error) return <ProblemNote error={error} onRetry={retry} />
  if (!task) return <Skeleton className="h-96" />
  return (
    <WordsProvider words={task.words ?? none}>
      <Parted {...props} task={task} />
    </WordsProvider>
  )
}

function Parted({ id, parts, onChange, task }: FormsProps & { task: Task }) {
  const [t, templates] = [useTranslations('editor'), useTranslations('templates')]
  const { content } = parts
  const riskNote = riskNoteOf(content, task)
  const builder = task.ruleBuilder
  const hasOwnForms = riskNote !== null
  const hidden = useMemo(() => (hasOwnForms ? ownForms : hiddenBy(builder)), [hasOwnForms, builder])
  const now = useRef(parts)
  now.current = parts
  const setContent = useCallback(
    (next: unknown) => onChange({ ...now.current, content: { ...Object(next) } }),
    [onChange],
  )
  const change = (part: Partial<RiskNoteContent>) => setContent({ ...content, ...part })
  return (
    <Tabs defaultValue={riskNote || builder ? 'rules' : 'content'}>
      <TabList aria-label={templates('parts')} className="max-w-full overflow-x-auto">
        {riskNote && (
          <>
            <Tab value="rules">{templates('rules')}</Tab>
            <Tab value="cutoffs">{templates('cutoffs')}</Tab>
            <Tab value="wording">{templates('wording')}</Tab>
          </>
        )}
        {builder && <Tab value="rules">{t('rules')}</Tab>}
        <Tab value="content">{t(riskNote || builder ? 'more' : 'content')}</Tab>
        <Tab value="settings">{t('settings')}</Tab>
      </TabList>
      {riskNote && (
        <>
          <Panel value="rules">
            <Rules content={riskNote} onChange={change} />
          </Panel>
          <Panel value="cutoffs">
            <Cutoffs content={riskNote} onChange={change} />
          </Panel>
          <Panel value="wording">
            <Wording content={riskNote} onChange={change} />
          </Panel>
        </>
      )}
      {builder && (
        <Panel value="rules">
          <RuleBuilder id={id} builder={builder} content={content} onChange={setContent} />
        </Panel>
      )}
      <TabPanel value="content" className="mt-5">
        <Content id={id} content={content} hidden={hidden} onChange={setContent} />
      </TabPanel>
      <TabPanel value="settings" className="mt-5">
        <Settings settings={parts.settings} onChange={(settings) => onChange({ content, settings })} />
      </TabPanel>
    </Tabs>
  )
}

const none = {}

/** What the builder shows already; a group goes when all of it does. */
const hiddenBy = (builder: Builder | undefined): ReadonlySet<string> =>
  new Set(builder?.kinds.map((kind) => kind.path.split('.')[0] ?? ''))

function Panel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <TabPanel value={value} className="mt-5">
      <Suspense fallback={<Skeleton className="h-64" />}>{children}</Suspense>
    </TabPanel>
  )
}

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
function riskNoteOf(content: Record<string, unknown>, task: Task): RiskNoteContent | null {
  const isOne = Array.isArray(content.rules) && Array.isArray(content.bands) && 'reason_table' in content
  return isOne ? shaped({ ...task.starters[0].content, ...content }) : null
}

/** Guarantee: the caller has looked at its lists, and a starter of the task stands for what is left out. */
const shaped = (content: Record<string, unknown>) => content as RiskNoteContent
