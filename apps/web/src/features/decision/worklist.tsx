'use client'
// The underwriter's worklist: referred runs that wait for a person, the oldest first.
import type { WorklistItem } from '@guildhall/contracts/decision'
import { formatFact } from '@guildhall/verticals/kit/format'
import { productLabels } from '@guildhall/verticals/packs/finance/labels'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'

const refreshMs = 15_000
const pageSize = 50

export function Worklist() {
  const t = useTranslations('decisions')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const waiting = useInfiniteQuery(
    trpc.decision.worklist.infiniteQueryOptions(
      { limit: pageSize },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, refetchInterval: refreshMs },
    ),
  )
  const rows = waiting.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <>
      <PageHeader title={t('worklist')} text={t('worklistText')} />
      {waiting.isError && <ProblemNote error={waiting.error} onRetry={() => waiting.refetch()} />}
      {waiting.isPending && <Skeleton className="h-64" />}
      {waiting.data && (
        <Card>
          {rows.length === 0 && (
            <EmptyState icon={<Inbox className="size-5" />} title={t('nothingWaits')} text={t('nothingWaitsText')} />
          )}
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <WaitingRow key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {waiting.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button variant="secondary" pending={waiting.isFetchingNextPage} onClick={() => waiting.fetchNextPage()}>
            {common('more')}
          </Button>
        </div>
      )}
    </>
  )
}

function WaitingRow({ row }: { row: WorklistItem }) {
  const t = useTranslations('decisions')
  const run = useTranslations('run')
  const locale = useLocale()
  const { tenant } = useTenant()
  const amount = formatFact({ path: '', value: row.amount, unit: 'currency', currency: row.currency }, locale)
  return (
    <li>
      <Link
        href={`/t/${tenant.slug}/runs/${row.id}`}
        className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-5 py-3.5 hover:bg-raised sm:grid-cols-[1fr_180px_130px_110px]"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{row.application}</span>
          <span className="block truncate text-soft text-xs">
            {row.applicant} · {productLabels[row.product]?.[locale] ?? row.product}
            {row.decided_by && ` · ${row.decided_by}`}
          </span>
        </span>
        <span className="text-right tabular-nums sm:text-left">{amount}</span>
        <span className="text-[13px] tabular-nums">
          {t('scored', { points: row.points })} <Badge>{run('band', { band: row.band })}</Badge>
        </span>
        <span className="text-right text-soft text-[13px]">
          <Time iso={row.created_at} />
        </span>
      </Link>
    </li>
  )
}
