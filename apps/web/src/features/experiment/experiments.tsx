'use client'
// The experiments of a template: planning one, starting and stopping it, and its results below it.
import type { ExperimentObject } from '@guildhall/contracts/experiment'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Split } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { NewExperiment } from './new-experiment.tsx'
import { Results } from './results.tsx'

type ExperimentsProps = { template: string; liveVersion: number | null }

export function Experiments({ template, liveVersion }: ExperimentsProps) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const { may } = useTenant()
  const found = useQuery(trpc.experiment.list.queryOptions({ template, limit: 20 }))
  return (
    <div className="flex flex-col gap-5">
      {may('templates:write') && <NewExperiment template={template} liveVersion={liveVersion} />}
      {found.isPending && <Skeleton className="h-48" />}
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.data.length === 0 && (
        <Card>
          <EmptyState icon={<Split className="size-5" />} title={t('ab.none')} text={t('ab.noneText')} />
        </Card>
      )}
      {found.data?.data.map((experiment) => (
        <Experiment key={experiment.id} experiment={experiment} />
      ))}
    </div>
  )
}

const tones = { draft: 'neutral', running: 'good', stopped: 'info' } as const

function Experiment({ experiment }: { experiment: ExperimentObject }) {
  const t = useTranslations('shop')
  const format = useFormatter()
  const { id, name, status, version_a: a, version_b: b } = experiment
  return (
    <Card>
      <CardHeader
        title={name}
        text={
          <span className="flex flex-wrap items-center gap-1.5">
            <Badge tone={tones[status]}>{t(`ab.status.${status}`)}</Badge>
            <span>
              {t('ab.split', {
                a,
                b,
                share: format.number(experiment.share_b, { style: 'percent', maximumFractionDigits: 1 }),
              })}
            </span>
          </span>
        }
        action={<Turn id={id} status={status} />}
      />
      <CardBody>{status === 'draft' ? <p className="text-soft">{t('ab.draftText')}</p> : <Results id={id} />}</CardBody>
    </Card>
  )
}

function Turn({ id, status }: Pick<ExperimentObject, 'id' | 'status'>) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const options = {
    onSuccess: () => void cache.invalidateQueries({ queryKey: trpc.experiment.pathKey() }),
    onError: (error: { message: string }) => void toast.error(error.message),
  }
  const start = useMutation(trpc.experiment.start.mutationOptions(options))
  const stop = useMutation(trpc.experiment.stop.mutationOptions(options))
  if (!may('templates:publish') || status === 'stopped') return null
  if (status === 'draft')
    return (
      <Button size="sm" pending={start.isPending} onClick={() => start.mutate({ id })}>
        {t('ab.start')}
      </Button>
    )
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger">
          {t('ab.stop')}
        </Button>
      }
      title={t('ab.stop')}
      text={t('ab.stopText')}
      action={t('ab.stop')}
      pending={stop.isPending}
      onConfirm={() => stop.mutate({ id })}
    />
  )
}
