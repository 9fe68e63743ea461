'use client'
// Price advice at a glance: the price, what it moves, and the curve it rests on, with its interval and the prices that were never tried.
import { formatFact } from '@guildhall/verticals/kit/format'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { percent } from './format.ts'
import { PriceCurve } from './price-curve.tsx'
import type { PriceOutput } from './price-output.ts'

const tones: Record<PriceOutput['status'], Tone> = { thin: 'warn', undecided: 'warn', keep: 'neutral', change: 'good' }

export function PriceView({ output }: { output: PriceOutput }) {
  return (
    <>
      <PriceSummary output={output} />
      {output.curve.length > 1 && <CurveCard output={output} />}
    </>
  )
}

function PriceSummary({ output }: { output: PriceOutput }) {
  const t = useTranslations('price')
  const { status, current, best, elasticity, currency, seen } = output
  const money = (value: string) => formatFact({ path: '', value, unit: 'currency', currency }, 'en')
  const shown = status === 'change' ? best : current
  const gain = (one: NonNullable<typeof shown>) => (output.objective === 'margin' ? (one.margin ?? '0') : one.revenue)
  const figures: [name: string, figure: string, more?: string][] = shown
    ? [
        [
          t(`units.${output.period}`),
          String(Math.round(shown.units)),
          t('interval', spanText(shown.units_interval_90)),
        ],
        [
          t(output.objective),
          money(gain(shown)),
          current && shown !== current ? t('from', { from: money(gain(current)) }) : '',
        ],
        [t('confidence'), best && status !== 'undecided' ? percent(best.confidence, '–') : '–'],
        [
          t('elasticity'),
          elasticity ? elasticity.value.toFixed(2) : '–',
          elasticity
            ? t('interval', { low: elasticity.interval_90[0].toFixed(2), high: elasticity.interval_90[1].toFixed(2) })
            : '',
        ],
      ]
    : [[t('periods'), String(seen.periods), seen.until ?? '']]
  return (
    <Card className="grid gap-6 p-5 md:grid-cols-[auto_1fr]">
      <div>
        <p className="font-semibold text-4xl tabular-nums tracking-tight">{shown ? money(shown.price) : '–'}</p>
        <Badge tone={tones[status]} className="mt-2 px-3 py-1 text-sm">
          {t(`status.${status}`)}
        </Badge>
        {status === 'change' && current && (
          <p className="mt-1 text-soft text-xs">{t('from', { from: money(current.price) })}</p>
        )}
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

const spanText = ([low, high]: readonly [number, number]) => ({
  low: String(Math.round(low)),
  high: String(Math.round(high)),
})

function CurveCard({ output }: { output: PriceOutput }) {
  const t = useTranslations('price')
  return (
    <Card>
      <CardHeader title={t('curve')} text={t('curveText')} />
      <CardBody>
        <PriceCurve output={output} />
        <details className="mt-4">
          <summary className="cursor-pointer text-[13px] text-soft">{t('table')}</summary>
          <CurveTable output={output} />
        </details>
      </CardBody>
    </Card>
  )
}

function CurveTable({ output }: { output: PriceOutput }) {
  const t = useTranslations('price')
  const hasMargin = output.curve.some((point) => point.margin !== null)
  return (
    <div className="mt-2 max-h-80 overflow-auto">
      <table className="w-full text-[13px] tabular-nums">
        <thead className="text-left text-soft">
          <tr>
            <th scope="col">{t('priceColumn')}</th>
            <th scope="col">{t(`units.${output.period}`)}</th>
            <th scope="col">{t('intervalColumn')}</th>
            <th scope="col">{t('revenue')}</th>
            {hasMargin && <th scope="col">{t('margin')}</th>}
            <th scope="col">{t('seen')}</th>
          </tr>
        </thead>
        <tbody>
          {output.curve.map((point) => (
            <tr key={point.price} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-medium">
                {point.price}
              </th>
              <td>{Math.round(point.units)}</td>
              <td>{Object.values(spanText(point.units_interval_90)).join(' – ')}</td>
              <td>{point.revenue}</td>
              {hasMargin && <td>{point.margin}</td>}
              <td>{point.beyond_seen ? t('beyond') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
