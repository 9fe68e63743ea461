'use client'
// One model: start a training, watch the latest ones, and judge the versions they made.
import type { ModelObject } from '@guildhall/contracts/model'
import { isTrainingOver } from '@guildhall/contracts/training'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Champion } from './models.tsx'
import { StartTraining } from './start-training.tsx'
import { useTaskTitle } from './task-title.ts'
import { TrainingRow } from './training-row.tsx'
import { VersionRow } from './version-row.tsx'

const movingMs = 1000
const restingMs = 10_000

export function ModelPage({ id }: { id: string }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const { tenant, may } = useTenant()
  const titleOf = useTaskTitle()
  const models = useQuery(trpc.model.list.queryOptions({}, { refetchInterval: restingMs }))
  const model = models.data?.data.find((one) => one.id === id)
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/models`}>{t('title')}</BackLink>
      {models.isError && <ProblemNote error={models.error} onRetry={() => models.refetch()} />}
      {models.isPending && <Skeleton className="h-96" />}
      {models.data && !model && <p className="text-soft">{t('unknown')}</p>}
      {model && (
        <>
          <PageHeader
            title={titleOf(model)}
            text={
              <span className="flex flex-wrap items-center gap-3">
                <Champion model={model} />
                <code className="font-mono text-xs">{model.id}</code>
              </span>
            }
            actions={may('models:write') && model.is_trainable ? <Actions model={model} /> : undefined}
          />
          <div className="flex flex-col gap-6">
            {model.is_trainable && <Trainings id={id} />}
            <Versions id={id} />
            {may('models:write') && model.is_trainable && <Schedule model={model} />}
          </div>
        </>
      )}
    </>
  )
}

function Actions({ model }: { model: ModelObject }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const rollback = useMutation(
    trpc.model.rollback.mutationOptions({
      onSuccess: ({ to }) => {
        toast.success(to === null ? t('rolledBackToBuiltin') : t('rolledBack', { version: to }))
        void cache.invalidateQueries({ queryKey: trpc.model.pathKey() })
      },
      onError: (error) => toast.error(error.message),
    }),
  )
  return (
    <>
      <StartTraining model={model} />
      {model.champion && !model.champion.is_builtin && (
        <ConfirmDialog
          trigger={<Button variant="secondary">{t('rollback')}</Button>}
          title={t('rollback')}
          text={t('rollbackText', { version: model.champion.version })}
          action={t('rollback')}
          pending={rollback.isPending}
          onConfirm={() => rollback.mutate({ id: model.id })}
        />
      )}
    </>
  )
}

function Trainings({ id }: { id: string }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const trainings = useQuery(
    trpc.model.trainings.queryOptions(
      { model: id, limit: 5 },
      {
        refetchInterval: ({ state }) => {
          const isMoving = state.data?.data.some((one) => !isTrainingOver(one.status))
          // One that has just ended made a version.
          if (!isMoving) void cache.invalidateQueries({ queryKey: trpc.model.versions.queryKey({ id }) })
          return isMoving ? movingMs : restingMs
        },
      },
    ),
  )
  return (
    <Card>
      <CardHeader title={t('trainings')} text={t('trainingsText')} />
      <CardBody>
        {trainings.isPending && <Skeleton className="h-16" />}
        {trainings.isError && <ProblemNote error={trainings.error} onRetry={() => trainings.refetch()} />}
        {trainings.data?.data.length === 0 && <p className="text-soft text-[13px]">{t('noTrainings')}</p>}
        <ul className="divide-y divide-line">
          {trainings.data?.data.map((training) => (
            <TrainingRow key={training.id} training={training} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

function Versions({ id }: { id: string }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const versions = useQuery(trpc.model.versions.queryOptions({ id }))
  return (
    <Card>
      <CardHeader title={t('versions')} text={t('versionsText')} />
      <CardBody>
        {versions.isPending && <Skeleton className="h-16" />}
        {versions.isError && <ProblemNote error={versions.error} onRetry={() => versions.refetch()} />}
        {versions.data?.data.length === 0 && <p className="text-soft text-[13px]">{t('noVersions')}</p>}
        <ul className="divide-y divide-line">
          {versions.data?.data.map((version) => (
            <VersionRow key={version.id} version={version} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

const manyRecords = 1000

function Schedule({ model }: { model: ModelObject }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { nightly, after_records: afterRecords } = model.schedule
  const save = useMutation(
    trpc.model.schedule.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.model.list.queryKey() }),
      onError: (error) => toast.error(error.message),
    }),
  )
  const change = (next: { nightly?: boolean; after_records?: number | null }) =>
    save.mutate({ id: model.id, nightly, after_records: afterRecords, ...next })
  return (
    <Card>
      <CardHeader title={t('schedule')} text={t('scheduleText')} />
      <CardBody className="flex flex-col gap-3">
        <Checkbox
          label={t('nightly')}
          checked={nightly}
          disabled={save.isPending}
          onChange={(event) => change({ nightly: event.target.checked })}
        />
        <Checkbox
          label={t('afterRecords', { count: afterRecords ?? manyRecords })}
          checked={afterRecords !== null}
          disabled={save.isPending}
          onChange={(event) => change({ after_records: event.target.checked ? manyRecords : null })}
        />
      </CardBody>
    </Card>
  )
}
