'use client'
// The list of runs: live while something moves, filtered by status, pages by keyset.
import { runStatuses, runStatusSchema } from '@guildhall/contracts/run'
import type { RunObject } from '@guildhall/contracts/run-object'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { durationText } from './format.ts'
import { StatusBadge } from './status-badge.tsx'

const movingMs = 1500
const restingMs = 10_000
const pageSize = 20

export function Runs() {
  const t = useTranslations('run')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const [status, setStatus] = useState('')
  const filter = { limit: pageSize, ...(status ? { status: runStatusSchema.parse(status) } : {}) }
  const runs = useInfiniteQuery(
    trpc.run.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.data.some(isMoving)) ? movingMs : restingMs,
    }),
  )
  const rows = runs.data?.pages.flatMap((page) => page.data) ?? []
  const filterBox = (
    <Select
      aria-label={t('status')}
      className="w-auto"
      value={status}
      onChange={(event) => setStatus(event.target.value)}
    >
      <option value="">{t('all')}</option>
      {runStatuses.map((one) => (
        <option key={one} value={one}>
          {t(one)}
        </option>
      ))}
    </Select>
  )
  const toPlayground = (
    <Button asChild>
      <Link href={`/t/${tenant.slug}/playground`}>{t('toPlayground')}</Link>
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={filterBox} />
      {runs.isError && <ProblemNote error={runs.error} onRetry={() => runs.refetch()} />}
      {runs.isPending && <Skeleton className="h-64" />}
      {runs.data && (
        <Card>
          {rows.length === 0 && status === '' && (
            <EmptyState
              icon={<ListChecks className="size-5" />}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={toPlayground}
            />
          )}
          {rows.length === 0 && status !== '' && <p className="p-8 text-center text-soft">{t('noneMatch')}</p>}
          <ul className="divide-y divide-line">
            {rows.map((run) => (
              <RunRow key={run.id} run={run} href={`/t/${tenant.slug}/runs/${run.id}`} />
            ))}
          </ul>
        </Card>
      )}
      {runs.hasNextPage && <MoreButton pending={runs.isFetchingNextPage} onClick={() => runs.fetchNextPage()} />}
    </>
  )
}

const isMoving = (run: RunObject) => run.status === 'queued' || run.status === 'running'

function RunRow({ run, href }: { run: RunObject; href: string }) {
  return (
    <li>
      <Link
        href={href}
        className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1 px-5 py-3.5 hover:bg-raised sm:grid-cols-[110px_1fr_130px_80px]"
      >
        <span>
          <StatusBadge status={run.status} />
        </span>
        <span className="min-w-0">
          <span className="block truncate font-medium">
            {run.template.slug} <span className="font-normal text-soft">v{run.template.version}</span>
          </span>
          <span className="block truncate font-mono text-soft text-xs">{run.id}</span>
        </span>
        <span className="text-right text-soft text-[13px] sm:text-left">
          <Time iso={run.created_at} />
        </span>
        <span className="hidden text-right text-soft text-[13px] sm:block">{durationText(run)}</span>
      </Link>
    </li>
  )
}

function MoreButton({ pending, onClick }: { pending: boolean; onClick: () => void }) {
  const t = useTranslations('common')
  return (
    <div className="mt-4 flex justify-center">
      <Button variant="secondary" pending={pending} onClick={onClick}>
        {t('more')}
      </Button>
    </div>
  )
}
