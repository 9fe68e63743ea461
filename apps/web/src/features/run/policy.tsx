'use client'
// Policy tests with their margins, stress tests, and what is not known.
import { inputFields } from '@guildhall/verticals/packs/finance/input-fields'
import { useLocale, useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import type { FinanceOutput } from './finance-output.ts'
import { percent } from './format.ts'

const tones: Record<FinanceOutput['policy'][number]['outcome'], Tone> = {
  pass: 'good',
  condition: 'info',
  cap: 'info',
  refer: 'warn',
  decline: 'bad',
}

const labels = new Map<string, { en: string; 'zh-CN': string }>(
  Object.entries(inputFields).map(([path, field]) => [path, field.label]),
)

export function Policy({ output }: { output: FinanceOutput }) {
  const t = useTranslations('run')
  const locale = useLocale()
  return (
    <Card>
      <CardHeader title={t('policy')} />
      <CardBody className="flex flex-col gap-5 text-[13px]">
        <ul className="flex flex-col gap-3">
          {output.policy.map((rule) => (
            <li key={rule.rule} className="flex items-start justify-between gap-3">
              <span>
                {rule.name[locale]}
                {rule.rule === output.recommendation.decided_by && (
                  <span className="block font-medium text-xs">{t('decides')}</span>
                )}
                {rule.margin !== null && (
                  <span className="block text-soft text-xs">
                    {t('margin')}{' '}
                    {rule.unit === 'fraction' ? percent(rule.margin, '') : rule.margin.toLocaleString(locale)}
                  </span>
                )}
              </span>
              <Badge tone={tones[rule.outcome]}>{t(rule.outcome)}</Badge>
            </li>
          ))}
        </ul>
        <Stress output={output} />
        {output.missing.length > 0 && (
          <div>
            <h3 className="mb-1.5 font-medium">{t('missing')}</h3>
            <p className="flex flex-wrap gap-1">
              {output.missing.map((path) => (
                <Badge key={path} tone="warn">
                  {labels.get(path)?.[locale] ?? path}
                </Badge>
              ))}
            </p>
          </div>
        )}
      </CardBody>
    </Card>
  )
}

function Stress({ output }: { output: FinanceOutput }) {
  const t = useTranslations('run')
  const stressed = ({
    dti_after: dti,
    dscr,
    ltv,
    value_change: value,
  }: FinanceOutput['affordability']['stress'][number]) =>
    [
      value === 0 && dti !== null && t('stressDti', { share: percent(dti, '') }),
      value === 0 && typeof dscr === 'number' && t('stressDscr', { cover: dscr.toFixed(2) }),
      value !== 0 && typeof ltv === 'number' && t('stressLtv', { share: percent(ltv, '') }),
    ]
      .filter(Boolean)
      .join(' · ') || t('notKnown')
  const change = (value: number) => `${value < 0 ? '−' : '+'}${percent(Math.abs(value), '')}`
  return (
    <div>
      <h3 className="mb-1.5 font-medium">{t('stress')}</h3>
      <dl className="flex flex-col gap-1">
        {output.affordability.stress.map((test) => (
          <div key={test.id} className="flex justify-between gap-3">
            <dt className="text-soft">
              {[
                test.income_change !== 0 && t('stressIncome', { change: change(test.income_change) }),
                test.rate_change !== 0 && t('stressRate', { change: change(test.rate_change) }),
                test.value_change !== 0 && t('stressValue', { change: change(test.value_change) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </dt>
            <dd className="text-right tabular-nums">{stressed(test)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
