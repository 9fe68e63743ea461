'use client'
// The editor of a template: forms and JSON of one draft side by side, saved by itself; what a change would do, and a try of it.
import type { TemplateDraft } from '@guildhall/contracts/template'
import { useQuery } from '@tanstack/react-query'
import { Braces, Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { JsonInput } from '../playground/json-input.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Conflict } from './conflict.tsx'
import { Forms } from './forms.tsx'
import { Preview } from './preview.tsx'
import { Publish } from './publish.tsx'
import { Simulate } from './simulate.tsx'
import { TemplateFrame } from './template-frame.tsx'
import { type SaveState, useDraft } from './use-draft.ts'
import { useTemplateTask } from './use-template-task.ts'

export function Editor({ id }: { id: string }) {
  const trpc = useTRPC()
  // What is typed must not be swept away by a refetch; the digest tells when somebody else has saved.
  const draft = useQuery(trpc.template.draft.queryOptions({ id }, { refetchOnWindowFocus: false, staleTime: Infinity }))
  return (
    <TemplateFrame id={id} page="edit">
      {draft.isPending && <Skeleton className="h-96" />}
      {draft.isError && <ProblemNote error={draft.error} onRetry={() => draft.refetch()} />}
      {draft.data && <Workbench id={id} draft={draft.data} />}
    </TemplateFrame>
  )
}

const tones: Record<SaveState, Tone> = {
  saved: 'good',
  saving: 'info',
  waiting: 'info',
  refused: 'bad',
  conflict: 'warn',
}

function Workbench({ id, draft }: { id: string; draft: TemplateDraft }) {
  const t = useTranslations('editor')
  const { may } = useTenant()
  const own = useDraft(id, draft)
  const task = useTemplateTask(id).task
  const [hasJson, setHasJson] = useState(false)
  const { content, settings } = own.now
  const mayWrite = may('templates:write')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    if (event.shiftKey) own.redo()
    else own.undo()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its own fields were typed
    <div onKeyDown={onKeyDown} data-wide={hasJson || undefined} className="flex flex-col gap-5">
      <PageHeader
        title={draft.template}
        text={<Standing draft={draft} state={own.state} />}
        actions={
          <>
            <Button variant="secondary" size="sm" disabled={!own.canUndo} aria-label={t('undo')} onClick={own.undo}>
              <Undo2 className="size-4" aria-hidden />
            </Button>
            <Button variant="secondary" size="sm" disabled={!own.canRedo} aria-label={t('redo')} onClick={own.redo}>
              <Redo2 className="size-4" aria-hidden />
            </Button>
            <Button variant="secondary" size="sm" aria-pressed={hasJson} onClick={() => setHasJson(!hasJson)}>
              <Braces className="size-4" aria-hidden />
              JSON
            </Button>
            {may('templates:publish') && <Publish id={id} draft={draft} isDirty={own.isDirty} />}
          </>
        }
      />
      {own.conflict && <Conflict conflict={own.conflict} mine={own.now} onResolve={own.resolve} />}
      {own.error && <ProblemNote error={own.error} />}
      <div className={hasJson ? 'grid items-start gap-5 xl:grid-cols-2' : 'grid gap-5'}>
        <Card className="min-w-0">
          <CardBody>
            <fieldset disabled={!mayWrite} className="min-w-0">
              <Forms id={id} parts={own.now} onChange={own.set} />
            </fieldset>
          </CardBody>
        </Card>
        {hasJson && (
          <Card className="xl:sticky xl:top-4">
            <CardBody>
              <JsonInput input={content} onChange={(next) => own.set({ content: next, settings })} />
            </CardBody>
          </Card>
        )}
      </div>
      {mayWrite && task?.hasDecisions && <Simulate id={id} content={content} />}
      {mayWrite && <Preview id={id} draft={draft} parts={own.now} />}
    </div>
  )
}

function Standing({ draft, state }: { draft: TemplateDraft; state: SaveState }) {
  const [t, templates] = [useTranslations('editor'), useTranslations('templates')]
  return (
    <span className="flex flex-wrap items-center gap-2" aria-live="polite">
      {draft.live_version !== null && <Badge tone="good">{templates('live', { version: draft.live_version })}</Badge>}
      {draft.is_changed && <Badge tone="warn">{templates('changed')}</Badge>}
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      {draft.edited_by && <span>{templates('editedBy', { name: draft.edited_by })}</span>}
    </span>
  )
}
