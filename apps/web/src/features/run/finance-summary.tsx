'use client'
// The head of a risk note: score, recommendation and the four figures a credit officer looks at first.
import { formatFact } from '@guildhall/verticals/kit/format'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { FinanceOutput } from './finance-output.ts'
import { percent } from './format.ts'

const tones: Record<FinanceOutput['recommendation']['action'], Tone> = {
  approve: 'good',
  approve_with_conditions: 'good',
  refer: 'warn',
  decline: 'bad',
}

export function FinanceSummary({ output, currency }: { output: FinanceOutput; currency: string }) {
  const t = useTranslations('run')
  const { score, recommendation, affordability, expected_loss: loss } = output
  const money = (value: string) => formatFact({ path: '', value, unit: 'currency', currency }, 'en')
  const [low, high] = score.pd_interval_90 ?? []
  const interval =
    low === undefined || high === undefined ? '' : t('interval', { low: percent(low, ''), high: percent(high, '') })
  const { dscr, ltv } = affordability
  const figures: [name: string, figure: string, more?: string][] = [
    [t('pd'), percent(score.pd_12m, t('notKnown')), interval],
    [t('payment'), money(affordability.payment_monthly)],
    typeof dscr === 'number'
      ? [t('dscr'), dscr.toFixed(2)]
      : [
          t('dtiAfter'),
          percent(affordability.dti_after, t('notKnown')),
          typeof ltv === 'number' ? t('ltv', { ltv: percent(ltv, '') }) : '',
        ],
    [t('expectedLoss'), money(loss.el)],
  ]
  return (
    <Card className="grid gap-6 p-5 md:grid-cols-[auto_1fr]">
      <div className="flex items-center gap-5">
        <div>
          <p className="font-semibold text-5xl tabular-nums tracking-tight">{score.points}</p>
          <p className="text-soft text-xs">
            {t('points')} · {t('band', { band: score.band })}
          </p>
        </div>
        <div className="border-line border-l pl-5">
          <p className="mb-1 text-soft text-xs">{t('recommendation')}</p>
          <Badge tone={tones[recommendation.action]} className="px-3 py-1 text-sm">
            {t(recommendation.action)}
          </Badge>
          {recommendation.max_amount && (
            <p className="mt-1 text-soft text-xs">{t('maxAmount', { amount: money(recommendation.max_amount) })}</p>
          )}
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figures.map(([label, figure, more]) => (
          <div key={label}>
            <dt className="text-soft text-xs leading-snug">{label}</dt>
            <dd className="mt-1 font-medium text-[15px] tabular-nums">
              {figure}
              {more && <span className="block font-normal text-soft text-xs">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
