'use client'
// Policy tests with their margins, stress tests, and what is not known.
import { missingLabels } from '@guildhall/verticals/packs/finance/labels'
import { useLocale, useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import type { FinanceOutput } from './finance-output.ts'
import { percent } from './format.ts'

const tones: Record<'pass' | 'refer' | 'decline', Tone> = { pass: 'good', refer: 'warn', decline: 'bad' }

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
                  {missingLabels[path]?.[locale] ?? path}
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
              ]
                .filter(Boolean)
                .join(', ')}
            </dt>
            <dd className="tabular-nums">{percent(test.dti_after, t('notKnown'))}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
