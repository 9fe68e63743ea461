'use client'
// A training in a list: its state, how far it is, a way to stop it, and why it failed.
import { isTrainingOver, type TrainingObject, type TrainingStatus } from '@guildhall/contracts/training'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'

const tones: Record<TrainingStatus, Tone> = {
  queued: 'neutral',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'neutral',
}

export function TrainingRow({ training }: { training: TrainingObject }) {
  const { tenant } = useTenant()
  const t = useTranslations('models')
  return (
    <li className="flex flex-col gap-2 py-3.5 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px]">
        <TrainingState status={training.status} />
        <Link
          href={`/t/${tenant.slug}/trainings/${training.id}`}
          className="font-mono text-accent text-xs hover:underline"
        >
          {training.id}
        </Link>
        <span className="text-soft">
          <Time iso={training.created_at} />
        </span>
        {training.version !== null && <span className="text-soft">{t('made', { version: training.version })}</span>}
        <span className="flex-1" />
        {!isTrainingOver(training.status) && <CancelTraining id={training.id} />}
      </div>
      {training.status === 'running' && (
        <>
          <Progress value={training.progress} label={t(`phase.${training.phase as 'reading'}`)} />
          <p className="text-soft text-xs">
            {t(`phase.${training.phase as 'reading'}`)}
            {training.log.length > 0 && ` · ${training.log.at(-1)?.text}`}
          </p>
        </>
      )}
      <TrainingFault training={training} />
    </li>
  )
}

export function TrainingState({ status }: { status: TrainingStatus }) {
  const t = useTranslations('models')
  return <Badge tone={tones[status]}>{t(`state.${status}`)}</Badge>
}

export function TrainingFault({ training }: { training: TrainingObject }) {
  if (!training.error) return null
  return (
    <p role="alert" className="text-[13px] text-bad">
      {z.string().catch('').parse(training.error.detail)}{' '}
      <span className="font-mono text-soft text-xs">{training.request_id}</span>
    </p>
  )
}

export function CancelTraining({ id }: { id: string }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const cancel = useMutation(
    trpc.model.cancelTraining.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.model.pathKey() }),
    }),
  )
  return (
    <Button size="sm" variant="secondary" pending={cancel.isPending} onClick={() => cancel.mutate({ id })}>
      {t('cancel')}
    </Button>
  )
}
