'use client'
// One training: progress and log as they come.
import { isTrainingOver, type TrainingObject } from '@guildhall/contracts/training'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { useTaskTitle } from './task-title.ts'
import { CancelTraining, TrainingFault, TrainingState } from './training-row.tsx'

const movingMs = 1000

export function TrainingPage({ id }: { id: string }) {
  const trpc = useTRPC()
  const training = useQuery(
    trpc.model.training.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && isTrainingOver(state.data.status) ? false : movingMs) },
    ),
  )
  return (
    <>
      {training.isPending && <Skeleton className="h-96" />}
      {training.isError && <ProblemNote error={training.error} onRetry={() => training.refetch()} />}
      {training.data && <Loaded training={training.data} />}
    </>
  )
}

function Loaded({ training }: { training: TrainingObject }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const { tenant } = useTenant()
  const titleOf = useTaskTitle()
  const model = `/t/${tenant.slug}/models/${training.model}`
  return (
    <>
      <BackLink href={model}>{titleOf(training)}</BackLink>
      <PageHeader
        title={t('training')}
        text={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TrainingState status={training.status} />
            <code className="break-all font-mono text-xs">{training.id}</code>
            <Time iso={training.created_at} />
            {training.rows !== null && <span>{t('rows', { rows: format.number(training.rows) })}</span>}
          </span>
        }
        actions={
          training.version !== null ? (
            <Button asChild>
              <Link href={`${model}/${training.version}`}>{t('toVersion', { version: training.version })}</Link>
            </Button>
          ) : isTrainingOver(training.status) ? undefined : (
            <CancelTraining id={training.id} />
          )
        }
      />
      <Card>
        <CardHeader title={t(`phase.${training.phase as 'reading'}`)} />
        <CardBody className="flex flex-col gap-4">
          <Progress value={training.progress} label={t('training')} />
          <TrainingFault training={training} />
          <ol className="flex flex-col gap-1 rounded-lg bg-raised p-4 font-mono text-xs" aria-live="polite">
            {training.log.length === 0 && <li className="text-soft">{t('noLog')}</li>}
            {training.log.map((line) => (
              <li key={`${line.at} ${line.text}`}>
                <span className="text-soft">{line.at.slice(11, 19)}</span> {line.text}
              </li>
            ))}
          </ol>
        </CardBody>
      </Card>
    </>
  )
}
