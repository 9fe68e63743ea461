'use client'
// The expectations report: what stands out first, then every field with what is missing and how it spreads.
import { type ExpectationsReport, maxTracked } from '@guildhall/verticals/kit/expectations'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

export function Report({ value }: { value: ExpectationsReport }) {
  const t = useTranslations('collections')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const shown = value.fields.filter((field) => field.present > 0 || field.missing === value.rows)
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-wrap gap-2">
        {value.expectations.length === 0 && <Badge tone="good">{t('nothingStandsOut')}</Badge>}
        {value.expectations.map((one) => (
          <li key={`${one.name} ${one.field}`}>
            <Badge tone={one.verdict === 'ok' ? 'good' : 'warn'}>
              {one.field && <code className="font-mono">{one.field}</code>}
              {t(`expectation.${one.name as 'missing'}`, {
                figure: one.name === 'constant' ? format.number(one.figure) : percent(one.figure),
              })}
            </Badge>
          </li>
        ))}
        {value.span && (
          <Badge>
            {value.span.from.slice(0, 10)} – {value.span.to.slice(0, 10)}
          </Badge>
        )}
      </ul>
      <ScrollRegion label={t('report')}>
        <table className="w-full min-w-[520px] text-left text-[13px]">
          <thead className="text-soft text-xs">
            <tr>
              <th className="py-2 pr-4 font-medium">{t('field')}</th>
              <th className="py-2 pr-4 text-right font-medium">{t('missing')}</th>
              <th className="py-2 pr-4 text-right font-medium">{t('distinct')}</th>
              <th className="py-2 font-medium">{t('range')}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.map((field) => (
              <tr key={field.field}>
                <td className="py-2 pr-4 font-mono text-xs">{field.field}</td>
                <td className="py-2 pr-4 text-right tabular-nums">
                  {percent(field.missing / Math.max(value.rows, 1))}
                </td>
                <td className="py-2 pr-4 text-right tabular-nums">
                  {format.number(field.distinct)}
                  {field.distinct === maxTracked && '+'}
                </td>
                <td className="max-w-64 truncate py-2 text-soft">
                  {field.present === 0 ? '–' : `${edge(field.from)} … ${edge(field.to)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

const edge = (value: number | string | null) =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value ?? '').slice(0, 30)
