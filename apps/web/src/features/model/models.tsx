'use client'
// All models: what serves, what waits to be judged, and how much data there is to train on.
import type { ModelObject } from '@guildhall/contracts/model'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { useTaskTitle } from './task-title.ts'

export function Models() {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const models = useQuery(trpc.model.list.queryOptions({}))
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      {models.isError && <ProblemNote error={models.error} onRetry={() => models.refetch()} />}
      {models.isPending && <Skeleton className="h-40" />}
      {models.data && (
        <Card>
          <ul className="divide-y divide-line">
            {models.data.data.map((model) => (
              <ModelRow key={model.id} model={model} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function ModelRow({ model }: { model: ModelObject }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const { tenant } = useTenant()
  const titleOf = useTaskTitle()
  return (
    <li>
      <Link
        href={`/t/${tenant.slug}/models/${model.id}`}
        className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4 hover:bg-raised"
      >
        <span className="min-w-0 flex-1 basis-60">
          <span className="block font-medium">{titleOf(model)}</span>
          <code className="font-mono text-soft text-xs">{model.id}</code>
        </span>
        <span className="flex flex-wrap gap-2">
          <Champion model={model} />
          {model.candidates > 0 && <Badge tone="warn">{t('candidates', { count: model.candidates })}</Badge>}
        </span>
        <span className="w-40 text-right text-soft text-[13px]">
          {model.is_trainable && t('rows', { rows: format.number(model.rows) })}
        </span>
      </Link>
    </li>
  )
}

export function Champion({ model }: { model: ModelObject }) {
  const t = useTranslations('models')
  if (!model.champion) return <Badge tone="bad">{t('nothingServes')}</Badge>
  return (
    <Badge tone="good">
      {t(model.champion.is_builtin ? 'builtinServes' : 'serves', { version: model.champion.version })}
    </Badge>
  )
}
