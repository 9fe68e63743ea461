'use client'
// What came of an experiment: the verdict in plain words first, then the figures it rests on with their intervals.
import type { ExperimentResults, VariantResults } from '@guildhall/contracts/experiment'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

export function Results({ id }: { id: string }) {
  const trpc = useTRPC()
  const found = useQuery(trpc.experiment.results.queryOptions({ id }))
  if (found.isPending) return <Skeleton className="h-56" />
  if (found.isError) return <ProblemNote error={found.error} onRetry={() => found.refetch()} />
  return (
    <div className="flex flex-col gap-5">
      <Verdict results={found.data} />
      <Figures results={found.data} />
    </div>
  )
}

const tones: Record<ExperimentResults['verdict'], Tone> = {
  mismatch: 'bad',
  too_few: 'info',
  not_decided: 'warn',
  a_better: 'info',
  b_better: 'good',
  no_difference: 'info',
}

function useFigures() {
  const format = useFormatter()
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 2 })
  const plain = (value: number | null) => (value === null ? '–' : format.number(value, { maximumFractionDigits: 2 }))
  const range = (of: (value: number) => string, interval: readonly [number, number] | null) =>
    interval === null ? '–' : `${of(interval[0])} … ${of(interval[1])}`
  return { percent, plain, range }
}

function Verdict({ results }: { results: ExperimentResults }) {
  const t = useTranslations('shop')
  const { percent, plain } = useFigures()
  const { verdict, shoppers_more: more, sample_ratio: ratio } = results
  const facts = {
    a: results.experiment.version_a,
    b: results.experiment.version_b,
    effect: percent(results.experiment.smallest_effect),
    expected: percent(ratio.expected_b),
    observed: percent(ratio.observed_b),
  }
  return (
    <div className="rounded-lg bg-raised p-4" aria-live="polite">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        <Badge tone={tones[verdict]}>{t(`ab.verdict.${verdict}`)}</Badge>
      </p>
      <p className="mt-1.5">{t(`ab.verdictText.${verdict}`, facts)}</p>
      {(verdict === 'not_decided' || verdict === 'too_few') && more !== null && more > 0 && (
        <p className="mt-1 text-soft">{t('ab.more', { more: plain(more), effect: facts.effect })}</p>
      )}
      <p className="mt-2 text-soft text-xs">{t('ab.peek')}</p>
    </div>
  )
}

function Figures({ results }: { results: ExperimentResults }) {
  const t = useTranslations('shop')
  const { percent, plain, range } = useFigures()
  const [a, b] = results.variants
  const { conversion_difference: conversion, revenue_difference: revenue } = results
  const rows: [string, (one: VariantResults) => string, string][] = [
    [t('ab.rows.shoppers'), (one) => plain(one.shoppers), ''],
    [t('ab.rows.sessions'), (one) => plain(one.sessions), ''],
    [t('ab.rows.buyers'), (one) => plain(one.buyers), ''],
    [t('ab.rows.clickRate'), (one) => percent(one.click_rate), ''],
    [t('ab.rows.conversion'), (one) => percent(one.conversion), percent(conversion.value)],
    [t('ab.rows.interval90'), (one) => range(percent, one.conversion_90), range(percent, conversion.interval_90)],
    [t('ab.rows.interval95'), (one) => range(percent, one.conversion_95), range(percent, conversion.interval_95)],
    [t('ab.rows.always'), () => '', range(percent, conversion.always_valid_95)],
    [t('ab.rows.revenue'), (one) => plain(one.revenue_per_session), plain(revenue.value)],
    [t('ab.rows.interval90'), (one) => range(plain, one.revenue_per_session_90), range(plain, revenue.interval_90)],
    [t('ab.rows.interval95'), (one) => range(plain, one.revenue_per_session_95), range(plain, revenue.interval_95)],
  ]
  if (!a || !b) return null
  return (
    <ScrollRegion label={t('ab.results')}>
      <table className="w-full min-w-[560px] text-[13px]">
        <thead>
          <tr className="text-soft text-xs">
            <td />
            <th scope="col" className="pb-2 text-right font-medium">
              {t('ab.columnA', { version: a.version })}
            </th>
            <th scope="col" className="pb-2 text-right font-medium">
              {t('ab.columnB', { version: b.version })}
            </th>
            <th scope="col" className="pb-2 text-right font-medium">
              {t('ab.difference')}
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map(([name, of, difference]) => (
            <tr key={`${name} ${of(a)} ${difference}`} className="border-line border-t">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {name}
              </th>
              <td className="whitespace-nowrap text-right">{of(a)}</td>
              <td className="whitespace-nowrap pl-4 text-right">{of(b)}</td>
              <td className="whitespace-nowrap pl-4 text-right">{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SampleRatio results={results} />
    </ScrollRegion>
  )
}

function SampleRatio({ results }: { results: ExperimentResults }) {
  const t = useTranslations('shop')
  const { percent } = useFigures()
  const { expected_b: expected, observed_b: observed, p } = results.sample_ratio
  if (observed === null || p === null) return null
  const facts = { expected: percent(expected), observed: percent(observed), p: p < 0.001 ? '< 0.001' : p.toFixed(3) }
  return <p className="mt-3 text-soft text-xs">{t('ab.sampleRatio', facts)}</p>
}
