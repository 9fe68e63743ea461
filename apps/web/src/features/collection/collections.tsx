'use client'
// All collections, by vertical: how many records, about whom, from when to when.
import type { CollectionObject } from '@guildhall/contracts/collection'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useDirectory } from '../pack/directory.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function Collections() {
  const t = useTranslations('collections')
  const trpc = useTRPC()
  const found = useQuery(trpc.collection.list.queryOptions({}))
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton className="h-64" />}
      {found.data && (
        <ul className="grid gap-4 sm:grid-cols-2">
          {found.data.data.map((one) => (
            <CollectionCard key={one.id} value={one} />
          ))}
        </ul>
      )}
    </>
  )
}

function CollectionCard({ value }: { value: CollectionObject }) {
  const t = useTranslations('collections')
  const format = useFormatter()
  const locale = useLocale()
  const { tenant } = useTenant()
  const { verticalOf } = useDirectory()
  const span = [value.first_at, value.last_at].map((at) => at?.slice(0, 10)).filter(Boolean)
  return (
    <li>
      <Card className="h-full transition-colors hover:border-accent">
        <Link href={`/t/${tenant.slug}/collections/${value.id}`} className="block h-full rounded-xl p-5">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-semibold text-[15px]">{value.title[locale] ?? value.id}</span>
            <span className="text-soft text-xs">{verticalOf(value.vertical)?.title[locale]}</span>
          </p>
          <p className="mt-1 text-soft text-[13px]">{value.summary[locale]}</p>
          <p className="mt-4 font-semibold text-2xl tabular-nums tracking-tight">{format.number(value.rows)}</p>
          <p className="text-soft text-xs">
            {t('records')}
            {value.subjects > 0 && ` · ${t('subjects', { count: value.subjects })}`}
            {span.length > 0 && ` · ${span[0] === span[1] ? span[0] : span.join(' – ')}`}
          </p>
        </Link>
      </Card>
    </li>
  )
}
