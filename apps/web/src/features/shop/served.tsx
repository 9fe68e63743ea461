'use client'
// What was served in some days: how varied, how often to people nothing was known of, and what came of it by version and variant.
import type { AttributionObject } from '@guildhall/contracts/attribution'
import type { ServedFigures } from '@guildhall/contracts/shop'
import { useQuery } from '@tanstack/react-query'
import { ShoppingBag } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { usePercent } from '../../ui/percent.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Bars } from '../decision/bars.tsx'

const spans = [1, 7, 30, 90, 365] as const
// Fifty thousand lists take seconds to read: going to another tab and back must not ask again.
const freshMs = 60_000

export function Served({ template }: { template: string }) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const [days, setDays] = useState<number>(7)
  const found = useQuery(trpc.shop.served.queryOptions({ template, days }, { staleTime: freshMs }))
  const attribution = useQuery(trpc.experiment.attribution.queryOptions({ template, days }, { staleTime: freshMs }))
  return (
    <div className="flex flex-col gap-5">
      <Select
        aria-label={t('span')}
        className="w-auto self-start"
        value={String(days)}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {spans.map((one) => (
          <option key={one} value={one}>
            {t('days', { days: one })}
          </option>
        ))}
      </Select>
      {found.isPending && <Skeleton className="h-72" />}
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.lists === 0 && (
        <Card>
          <EmptyState icon={<ShoppingBag className="size-5" />} title={t('noLists')} text={t('noListsText')} />
        </Card>
      )}
      {found.data && found.data.lists > 0 && (
        <>
          <Variety figures={found.data} />
          {attribution.isError && <ProblemNote error={attribution.error} onRetry={() => attribution.refetch()} />}
          {attribution.data && <Outcome attribution={attribution.data} />}
          <div className="grid items-start gap-5 md:grid-cols-2">
            <Strategies figures={found.data} />
            <MostShown figures={found.data} />
          </div>
        </>
      )}
    </div>
  )
}

function Variety({ figures }: { figures: ServedFigures }) {
  const t = useTranslations('shop')
  const percent = usePercent()
  const format = useFormatter()
  const shown = [
    ['lists', format.number(figures.lists)],
    ['coverage', percent(figures.coverage)],
    ['gini', figures.gini === null ? '–' : figures.gini.toFixed(2)],
    ['topDecile', percent(figures.top_decile_share)],
    ['repetition', percent(figures.repetition)],
    ['cold', percent(figures.cold_share)],
  ] as const
  return (
    <Card>
      <CardHeader
        title={t('variety')}
        text={t('varietyText', {
          shown: figures.shown_items,
          catalogue: figures.catalogue,
          shoppers: figures.shoppers,
        })}
        action={figures.is_truncated && <Badge tone="warn">{t('truncated')}</Badge>}
      />
      <CardBody>
        <Figures figures={shown.map(([name, figure]) => ({ name: t(`figures.${name}`), figure }))} />
        <p className="mt-4 text-soft text-xs">{t('varietyHint')}</p>
      </CardBody>
    </Card>
  )
}

function Outcome({ attribution }: { attribution: AttributionObject }) {
  const t = useTranslations('shop')
  const percent = usePercent()
  const format = useFormatter()
  const heads = [
    'version',
    'lists',
    'shoppers',
    'clickRate',
    'purchases',
    'conversion',
    'revenue',
    'perSession',
  ] as const
  const money = (value: number | null) => (value === null ? '–' : format.number(value, { maximumFractionDigits: 2 }))
  return (
    <Card>
      <CardHeader title={t('outcome')} text={t('outcomeText', { days: attribution.window_days })} />
      <CardBody>
        <ScrollRegion label={t('outcome')}>
          <table className="w-full min-w-[640px] text-[13px]">
            <thead>
              <tr className="text-left text-soft text-xs">
                {heads.map((name, at) => (
                  <th key={name} scope="col" className={at === 0 ? 'pb-2 font-medium' : 'pb-2 text-right font-medium'}>
                    {t(`heads.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {attribution.rows.map((row) => (
                <tr key={`${row.version} ${row.experiment} ${row.variant}`} className="border-line border-t">
                  <th scope="row" className="whitespace-nowrap py-2 text-left font-normal">
                    {t('versionNumber', { version: row.version })}{' '}
                    {row.variant && <Badge tone="info">{row.variant.toUpperCase()}</Badge>}
                  </th>
                  <td className="text-right">{format.number(row.lists)}</td>
                  <td className="text-right">{format.number(row.shoppers)}</td>
                  <td className="text-right">{percent(row.click_rate)}</td>
                  <td className="text-right">{format.number(row.purchases)}</td>
                  <td className="text-right">{percent(row.conversion)}</td>
                  <td className="text-right">{money(row.revenue)}</td>
                  <td className="text-right">{money(row.revenue_per_session)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </CardBody>
    </Card>
  )
}

const strategies = [
  'history',
  'session',
  'context',
  'content',
  'records',
  'popularity',
  'trending',
  'repurchase',
  'given',
] as const

function Strategies({ figures }: { figures: ServedFigures }) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const nameOf = (strategy: string) => {
    const known = strategies.find((one) => one === strategy)
    return known ? t(`strategies.${known}`) : strategy
  }
  return (
    <Card>
      <CardHeader title={t('how')} text={t('howText')} />
      <CardBody className="flex flex-col gap-5">
        <Bars rows={figures.strategies.map(({ strategy, lists }) => ({ name: nameOf(strategy), count: lists }))} />
        {figures.dropped.length > 0 && (
          <div>
            <h3 className="mb-2 font-medium text-[13px]">{t('droppedBy')}</h3>
            <Bars rows={figures.dropped.map(({ rule, title, count }) => ({ name: title?.[locale] ?? rule, count }))} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}

function MostShown({ figures }: { figures: ServedFigures }) {
  const t = useTranslations('shop')
  const locale = useLocale()
  return (
    <Card>
      <CardHeader title={t('mostShown')} text={t('mostShownText')} />
      <CardBody>
        <Bars rows={figures.top.map((one) => ({ name: one.title?.[locale] ?? one.item_id, count: one.shown }))} />
      </CardBody>
    </Card>
  )
}
