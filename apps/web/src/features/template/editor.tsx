'use client'
// The editor of a template: the draft as forms and as JSON, what a change would do, saving and publishing.
import type { TemplateDraft } from '@guildhall/contracts/template'
import type { RiskNoteContent } from '@guildhall/verticals/packs/finance/content'
import { defaultContent } from '@guildhall/verticals/packs/finance/starters'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { JsonInput } from '../playground/json-input.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Cutoffs } from './cutoffs.tsx'
import { Rules } from './rules.tsx'
import { Simulate } from './simulate.tsx'
import { Wording } from './wording.tsx'

export function Editor({ id }: { id: string }) {
  const t = useTranslations('templates')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  // What is typed must not be swept away by a refetch; the digest tells when somebody else has saved.
  const draft = useQuery(trpc.template.draft.queryOptions({ id }, { refetchOnWindowFocus: false, staleTime: Infinity }))
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/templates`}>{t('title')}</BackLink>
      {draft.isPending && <Skeleton className="h-96" />}
      {draft.isError && <ProblemNote error={draft.error} onRetry={() => draft.refetch()} />}
      {draft.data && <Workbench key={draft.data.digest} id={id} draft={draft.data} onReload={() => draft.refetch()} />}
    </>
  )
}

type WorkbenchProps = { id: string; draft: TemplateDraft; onReload: () => void }

function Workbench({ id, draft, onReload }: WorkbenchProps) {
  const t = useTranslations('templates')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const [content, setContent] = useState(draft.content)
  const isDirty = content !== draft.content
  const keep = (saved: TemplateDraft) => cache.setQueryData(trpc.template.draft.queryKey({ id }), saved)
  const save = useMutation(
    trpc.template.saveDraft.mutationOptions({
      onSuccess: (saved) => {
        keep(saved)
        toast.success(t('saved'))
      },
    }),
  )
  const publish = useMutation(
    trpc.template.publish.mutationOptions({
      onSuccess: ({ live }) => {
        toast.success(t('published', { version: live?.version ?? 0 }))
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
      },
    }),
  )
  const mayWrite = may('templates:write')
  const error = save.error ?? publish.error
  return (
    <>
      <PageHeader
        title={draft.template}
        text={
          <span className="flex flex-wrap items-center gap-2">
            {draft.live_version !== null && <Badge tone="good">{t('live', { version: draft.live_version })}</Badge>}
            {(draft.is_changed || isDirty) && <Badge tone="warn">{t(isDirty ? 'unsaved' : 'changed')}</Badge>}
            {draft.edited_by && <span>{t('editedBy', { name: draft.edited_by })}</span>}
          </span>
        }
        actions={
          <>
            {mayWrite && (
              <Button
                variant="secondary"
                disabled={!isDirty}
                pending={save.isPending}
                onClick={() => save.mutate({ id, content, digest: draft.digest })}
              >
                {t('save')}
              </Button>
            )}
            {may('templates:publish') && (
              <ConfirmDialog
                trigger={<Button disabled={isDirty || !draft.is_changed}>{t('publish')}</Button>}
                title={t('publish')}
                text={t('publishText', { version: (draft.live_version ?? 0) + 1 })}
                action={t('publish')}
                pending={publish.isPending}
                onConfirm={() => publish.mutate({ id, digest: draft.digest })}
              />
            )}
          </>
        }
      />
      <div className="flex flex-col gap-5">
        {error && <ProblemNote error={error} onRetry={onReload} />}
        <Card>
          <CardBody>
            <Forms content={content} onChange={setContent} />
          </CardBody>
        </Card>
        {mayWrite && <Simulate id={id} content={content} />}
      </div>
    </>
  )
}

type FormsProps = { content: Record<string, unknown>; onChange: (content: Record<string, unknown>) => void }

/** Forms where the content is one they know; JSON for everything, and for what a form cannot say. */
function Forms({ content, onChange }: FormsProps) {
  const t = useTranslations('templates')
  const known = riskNoteOf(content)
  const change = (part: Partial<RiskNoteContent>) => onChange({ ...content, ...part })
  return (
    <Tabs defaultValue={known ? 'rules' : 'json'}>
      <TabList aria-label={t('parts')} className="max-w-full overflow-x-auto">
        {known && (
          <>
            <Tab value="rules">{t('rules')}</Tab>
            <Tab value="cutoffs">{t('cutoffs')}</Tab>
            <Tab value="wording">{t('wording')}</Tab>
          </>
        )}
        <Tab value="json">JSON</Tab>
      </TabList>
      {known && (
        <>
          <TabPanel value="rules" className="mt-5">
            <Rules content={known} onChange={change} />
          </TabPanel>
          <TabPanel value="cutoffs" className="mt-5">
            <Cutoffs content={known} onChange={change} />
          </TabPanel>
          <TabPanel value="wording" className="mt-5">
            <Wording content={known} onChange={change} />
          </TabPanel>
        </>
      )}
      <TabPanel value="json" className="mt-5">
        <JsonInput input={content} onChange={onChange} />
      </TabPanel>
    </Tabs>
  )
}

/** A content under edit may break a rule of its schema for a while; its shape is what the forms need. What it leaves out has a default. */
function riskNoteOf(content: Record<string, unknown>): RiskNoteContent | null {
  const isOne = Array.isArray(content.rules) && Array.isArray(content.bands) && 'reason_table' in content
  return isOne ? { ...defaultContent, ...content } : null
}
