'use client'
// Publishing: what blocks it is named; going through it takes a reason here and a second member's own.
import type { TemplateDraft } from '@guildhall/contracts/template'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent, DialogTrigger } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useTenant } from '../shell/tenant.tsx'
import { NumberInput } from './number-input.tsx'

type PublishProps = { id: string; draft: TemplateDraft; isDirty: boolean }

const failingDetails = z.object({
  kind: z.literal('goldens_failing'),
  failing: z.array(z.object({ slug: z.string(), state: z.string(), problems: z.array(z.unknown()) })),
})
const firstShare = 0.1

export function Publish({ id, draft, isDirty }: PublishProps) {
  const templates = useTranslations('templates')
  const [isOpen, setOpen] = useState(false)
  const { request } = draft
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" disabled={isDirty || !draft.is_changed}>
          {templates('publish')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={templates('publish')}
        text={templates('publishText', { version: (draft.live_version ?? 0) + 1 })}
      >
        <Sheet id={id} digest={draft.digest} request={request} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

type SheetProps = { id: string; digest: string; request: TemplateDraft['request']; onDone: () => void }

function Sheet({ id, digest, request, onDone }: SheetProps) {
  const [t, templates] = [useTranslations('editor'), useTranslations('templates')]
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [channel, setChannel] = useState<'stable' | 'canary'>('stable')
  const [share, setShare] = useState(firstShare)
  const [reason, setReason] = useState('')
  const publish = useMutation(
    trpc.template.publish.mutationOptions({
      onSuccess: ({ state, live }) => {
        toast.success(state === 'requested' ? t('requested') : templates('published', { version: live?.version ?? 0 }))
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
        onDone()
      },
    }),
  )
  const failing = failingDetails.safeParse(problemOf(publish.error)?.details).data?.failing
  const mustExplain = failing !== undefined || request !== null
  return (
    <div className="flex flex-col gap-4 text-[13px]">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('channel')} hint={t(`channelHint.${channel}`)}>
          {(control) => (
            <Select
              {...control}
              value={channel}
              onChange={(event) => setChannel(event.target.value === 'canary' ? 'canary' : 'stable')}
            >
              <option value="stable">{t('stable')}</option>
              <option value="canary">{t('canary')}</option>
            </Select>
          )}
        </Field>
        {channel === 'canary' && (
          <Field label={t('shareOf')}>
            {(control) => <NumberInput {...control} isPercent value={share} onChange={setShare} />}
          </Field>
        )}
      </div>
      {request && (
        <p className="rounded-lg bg-warn-wash p-3">{t('asked', { name: request.by, reason: request.reason })}</p>
      )}
      {failing ? <Failing id={id} failing={failing} /> : publish.isError && <ProblemNote error={publish.error} />}
      {mustExplain && (
        <Field label={t('reason')} hint={t('reasonHint')}>
          {(control) => <TextInput {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      )}
      <Button
        className="self-end"
        disabled={mustExplain && reason.trim().length < 10}
        pending={publish.isPending}
        onClick={() =>
          publish.mutate({
            id,
            digest,
            channel,
            ...(channel === 'canary' ? { share } : {}),
            ...(mustExplain ? { reason: reason.trim() } : {}),
          })
        }
      >
        {mustExplain && !request ? t('askSecond') : templates('publish')}
      </Button>
    </div>
  )
}

function Failing({ id, failing }: { id: string; failing: readonly { slug: string; state: string }[] }) {
  const t = useTranslations('editor')
  const { tenant } = useTenant()
  return (
    <div role="alert" className="rounded-lg border border-bad/30 bg-bad-wash p-3">
      <p className="font-medium">{t('blocked', { count: failing.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {failing.slice(0, 6).map((one) => (
          <li key={one.slug}>
            {one.slug} <span className="text-soft">({t(`golden.${one.state as 'failed'}`)})</span>
          </li>
        ))}
      </ul>
      <Link className="mt-2 inline-block underline" href={`/t/${tenant.slug}/templates/${id}/goldens`}>
        {t('seeGoldens')}
      </Link>
    </div>
  )
}
