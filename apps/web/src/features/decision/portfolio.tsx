'use client'
// The risk officer's page: what was decided, on what grounds, how stable the scores are, and, for those who may, how fair.
import type { FairnessReport, Portfolio } from '@guildhall/contracts/decision'
import { formatFact } from '@guildhall/verticals/kit/format'
import { featureLabels } from '@guildhall/verticals/packs/finance/labels'
import { reasonTable } from '@guildhall/verticals/packs/finance/reason-table'
import { useQuery } from '@tanstack/react-query'
import { ChartColumn } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { usePercent } from '../../ui/percent.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Bars } from './bars.tsx'

const spans = [30, 90, 365, 730] as const

export function PortfolioPage() {
  const t = useTranslations('portfolio')
  const trpc = useTRPC()
  const { may } = useTenant()
  const [days, setDays] = useState<number>(90)
  const found = useQuery(trpc.decision.portfolio.queryOptions({ days }))
  const picker = (
    <Select
      aria-label={t('span')}
      className="w-auto"
      value={String(days)}
      onChange={(event) => setDays(Number(event.target.value))}
    >
      {spans.map((one) => (
        <option key={one} value={one}>
          {t('days', { days: one })}
        </option>
      ))}
    </Select>
  )
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={picker} />
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton className="h-96" />}
      {found.data?.runs === 0 && (
        <Card>
          <EmptyState icon={<ChartColumn className="size-5" />} title={t('empty')} text={t('emptyText')} />
        </Card>
      )}
      {found.data && found.data.runs > 0 && (
        <div className="flex flex-col gap-5">
          <Totals portfolio={found.data} />
          <div className="grid items-start gap-5 md:grid-cols-2">
            <Distribution portfolio={found.data} />
            <Grounds portfolio={found.data} />
          </div>
          <Months portfolio={found.data} />
          {may('fairness:read') && <Fairness days={days} />}
        </div>
      )}
    </>
  )
}

function Totals({ portfolio }: { portfolio: Portfolio }) {
  const t = useTranslations('portfolio')
  const percent = usePercent()
  const share = (names: readonly string[]) =>
    portfolio.actions.filter((one) => names.includes(one.action)).reduce((sum, one) => sum + one.runs, 0) /
    portfolio.runs
  const figures = [
    { name: t('runs'), figure: String(portfolio.runs) },
    { name: t('approved'), figure: percent(share(['approve', 'approve_with_conditions'])) },
    { name: t('referred'), figure: percent(share(['refer'])) },
    { name: t('declined'), figure: percent(share(['decline'])) },
    { name: t('decided'), figure: String(portfolio.decided) },
    { name: t('overridden'), figure: percent(portfolio.override_rate) },
  ]
  return (
    <Card className="p-5">
      <Figures figures={figures} />
    </Card>
  )
}

function Distribution({ portfolio }: { portfolio: Portfolio }) {
  const t = useTranslations('portfolio')
  const run = useTranslations('run')
  return (
    <Card>
      <CardHeader title={t('bands')} text={t('bandsText')} />
      <CardBody>
        <Bars rows={portfolio.bands.map(({ band, runs }) => ({ name: run('band', { band }), count: runs }))} />
      </CardBody>
    </Card>
  )
}

const shownReasons = 8

/** What a code of the default table is about; a tenant's own codes speak for themselves. */
function factorName(code: string, locale: 'en' | 'zh-CN'): string {
  const [factor] = reasonTable.find((row) => row.code === code)?.factors ?? []
  return factor ? (featureLabels[factor]?.[locale] ?? '') : ''
}

function Grounds({ portfolio }: { portfolio: Portfolio }) {
  const locale = useLocale()
  const t = useTranslations('portfolio')
  const decisions = useTranslations('decisions')
  return (
    <Card>
      <CardHeader title={t('reasons')} text={t('reasonsText')} />
      <CardBody className="flex flex-col gap-5">
        <Bars
          rows={portfolio.reasons
            .slice(0, shownReasons)
            .map(({ code, runs }) => ({ name: `${code} ${factorName(code, locale)}`, count: runs }))}
        />
        {portfolio.rules.length > 0 && (
          <div>
            <h3 className="mb-2 font-medium text-[13px]">{t('rules')}</h3>
            <Bars
              rows={portfolio.rules.slice(0, shownReasons).map(({ rule, failed }) => ({ name: rule, count: failed }))}
            />
          </div>
        )}
        {portfolio.overrides.length > 0 && (
          <div>
            <h3 className="mb-2 font-medium text-[13px]">{t('overrides')}</h3>
            <Bars
              rows={portfolio.overrides.map(({ reason_code, runs }) => ({
                name: decisions(`reason.${reason_code as 'other'}`),
                count: runs,
              }))}
            />
          </div>
        )}
      </CardBody>
    </Card>
  )
}

// Siddiqi 2006: below a tenth stable, above a quarter shifted.
const [stable, shifted] = [0.1, 0.25]

function Months({ portfolio }: { portfolio: Portfolio }) {
  const t = useTranslations('portfolio')
  const percent = usePercent()
  const heads = ['month', 'runs', 'approved', 'referred', 'declined', 'overridden', 'stability', 'loss'] as const
  return (
    <Card>
      <CardHeader title={t('months')} text={t('monthsText')} />
      <CardBody>
        <ScrollRegion label={t('months')}>
          <table className="w-full min-w-[640px] text-[13px]">
            <thead>
              <tr className="text-left text-soft text-xs">
                {heads.map((name, at) => (
                  <th key={name} scope="col" className={at === 0 ? 'pb-2 font-medium' : 'pb-2 text-right font-medium'}>
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {portfolio.months.map((month) => (
                <tr key={month.month} className="border-line border-t">
                  <th scope="row" className="py-2 text-left font-normal">
                    {month.month}
                  </th>
                  <td className="text-right">{month.runs}</td>
                  <td className="text-right">{percent(month.approved)}</td>
                  <td className="text-right">{percent(month.referred)}</td>
                  <td className="text-right">{percent(month.declined)}</td>
                  <td className="text-right">{percent(month.overridden)}</td>
                  <td className="text-right">
                    {month.stability === null ? (
                      '–'
                    ) : (
                      <Badge tone={month.stability < stable ? 'good' : month.stability < shifted ? 'warn' : 'bad'}>
                        {month.stability.toFixed(3)}
                      </Badge>
                    )}
                  </td>
                  <td className="text-right">
                    {portfolio.currency &&
                      formatFact(
                        {
                          path: '',
                          value: month.expected_loss.toFixed(2),
                          unit: 'currency',
                          currency: portfolio.currency,
                        },
                        'en',
                      )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </CardBody>
    </Card>
  )
}

const fourFifths = 0.8

function Fairness({ days }: { days: number }) {
  const t = useTranslations('portfolio')
  const trpc = useTRPC()
  const found = useQuery(trpc.decision.fairness.queryOptions({ days }))
  return (
    <Card>
      <CardHeader
        title={t('fairness')}
        text={t('fairnessText', { least: found.data?.least_group ?? 30 })}
        action={<Badge tone="info">{t('restricted')}</Badge>}
      />
      <CardBody className="flex flex-col gap-6">
        {found.isPending && <Skeleton className="h-24" />}
        {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
        {found.data?.attributes.length === 0 && <p className="text-soft text-[13px]">{t('noAttributes')}</p>}
        {found.data?.attributes.map((one) => (
          <Attribute key={one.attribute} attribute={one} />
        ))}
      </CardBody>
    </Card>
  )
}

function Attribute({ attribute }: { attribute: FairnessReport['attributes'][number] }) {
  const t = useTranslations('portfolio')
  const percent = usePercent()
  return (
    <div>
      <h3 className="mb-2 font-medium text-[13px]">{attribute.attribute}</h3>
      <ul className="flex flex-col gap-2 text-[13px]">
        {attribute.months.map((month) => (
          <li key={month.month} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t pt-2">
            <span className="w-16 tabular-nums">{month.month}</span>
            {month.groups.map((group) => (
              <span key={group.group} className="tabular-nums">
                <span className="text-soft">{group.group}</span> {percent(group.approved)}{' '}
                <span className="text-soft text-xs">({group.runs})</span>
              </span>
            ))}
            {month.hidden > 0 && <span className="text-soft text-xs">{t('hidden', { count: month.hidden })}</span>}
            {month.ratio !== null && (
              <Badge tone={month.ratio < fourFifths ? 'bad' : 'good'}>
                {t('ratio', { ratio: month.ratio.toFixed(2) })}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
