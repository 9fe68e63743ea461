'use client'
// Batches: files of applications, one run each. The list is live while something moves.
import type { BatchObject } from '@guildhall/contracts/batch'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Files } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { UploadBatch } from './upload-batch.tsx'

const movingMs = 1000
const restingMs = 15_000

export function Batches() {
  const t = useTranslations('batches')
  const trpc = useTRPC()
  const { may } = useTenant()
  const batches = useQuery(
    trpc.batch.list.queryOptions(
      { limit: 20 },
      {
        refetchInterval: ({ state }) =>
          state.data?.data.some((one) => one.status === 'in_progress') ? movingMs : restingMs,
      },
    ),
  )
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      {may('runs:write') && <UploadBatch />}
      {batches.isError && <ProblemNote error={batches.error} onRetry={() => batches.refetch()} />}
      {batches.isPending && <Skeleton className="h-40" />}
      {batches.data && (
        <Card>
          {batches.data.data.length === 0 && (
            <EmptyState icon={<Files className="size-5" />} title={t('empty')} text={t('emptyText')} />
          )}
          <ul className="divide-y divide-line">
            {batches.data.data.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

const tones = { in_progress: 'info', completed: 'good', canceled: 'warn' } as const

function BatchRow({ batch }: { batch: BatchObject }) {
  const t = useTranslations('batches')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may, tenant } = useTenant()
  const cancel = useMutation(
    trpc.batch.cancel.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.batch.pathKey() }),
      onError: (error) => toast.error(error.message),
    }),
  )
  const { succeeded, failed, total } = batch.request_counts
  return (
    <li className="flex flex-col gap-2 px-5 py-4 text-[13px]">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={tones[batch.status]}>{t(batch.status)}</Badge>
        <span className="font-medium">
          {batch.template.slug} <span className="font-normal text-soft">v{batch.template.version}</span>
        </span>
        <code className="break-all font-mono text-soft text-xs">{batch.id}</code>
        <span className="ml-auto text-soft">
          <Time iso={batch.created_at} />
        </span>
      </div>
      {batch.status === 'in_progress' && <Progress value={batch.progress} label={t('in_progress')} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="tabular-nums">{t('counts', { total, succeeded, failed, refused: batch.refused })}</p>
        <div className="flex gap-2">
          {batch.status === 'in_progress' && may('runs:write') && (
            <Button
              size="sm"
              variant="secondary"
              pending={cancel.isPending}
              onClick={() => cancel.mutate({ id: batch.id })}
            >
              {t('cancel')}
            </Button>
          )}
          {succeeded > 0 && (
            <Button asChild size="sm" variant="secondary">
              <a href={`/t/${tenant.slug}/batches/${batch.id}/results`} download>
                {t('results')}
              </a>
            </Button>
          )}
        </div>
      </div>
      {batch.errors.length > 0 && <RowErrors errors={batch.errors} />}
    </li>
  )
}

const shownErrors = 10

function RowErrors({ errors }: { errors: BatchObject['errors'] }) {
  const t = useTranslations('batches')
  return (
    <details>
      <summary className="cursor-pointer text-bad">{t('errors', { count: errors.length })}</summary>
      <ul className="mt-2 flex flex-col gap-1 rounded-lg bg-bad-wash p-3">
        {errors.slice(0, shownErrors).map((error) => (
          <li key={`${error.line} ${error.location} ${error.message}`}>
            <span className="font-medium">{t('line', { line: error.line })}</span>{' '}
            <code className="font-mono text-xs">{error.location}</code> {error.message}. {error.fix}.
          </li>
        ))}
      </ul>
    </details>
  )
}
