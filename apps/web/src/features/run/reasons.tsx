'use client'
// What moved the score: every factor as a bar left (cost) or right (earned), and their sum. A table, so that it reads without eyes too.
import { featureLabels, levelLabels } from '@guildhall/verticals/packs/finance/labels'
import { useLocale, useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { cn } from '../../ui/cn.ts'
import type { FinanceOutput } from './finance-output.ts'
import { barWidths, signed } from './format.ts'

export function Reasons({ output }: { output: FinanceOutput }) {
  const t = useTranslations('run')
  const locale = useLocale()
  const { reference_points: reference, difference_points: difference } = output.reason_method
  const factors = output.factors.toSorted((a, b) => a.points - b.points)
  const widths = barWidths(factors.map((factor) => factor.points))
  const shown = (value: string | number | null) => {
    if (value === null) return t('notKnown')
    return typeof value === 'number'
      ? value.toLocaleString(locale, { maximumFractionDigits: 2 })
      : (levelLabels[value]?.[locale] ?? value)
  }
  return (
    <Card>
      <CardHeader
        title={t('reasons')}
        text={t('reasonsText', { reference: reference.toFixed(0), difference: signed(difference) })}
      />
      <CardBody>
        <table className="w-full text-[13px]">
          <tbody>
            {factors.map((factor, at) => (
              <tr key={factor.factor}>
                <th scope="row" className="w-[34%] py-1.5 pr-3 text-left font-normal leading-tight">
                  {featureLabels[factor.factor]?.[locale] ?? factor.factor}
                  <span className="block text-soft text-xs">{shown(factor.value)}</span>
                </th>
                <td className="py-1.5">
                  <Bar width={widths[at] ?? 0} isCost={factor.points < 0} />
                </td>
                <td
                  className={cn(
                    'w-16 py-1.5 text-right font-medium tabular-nums',
                    factor.points < 0 ? 'text-bad' : 'text-good',
                  )}
                >
                  {signed(factor.points)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-line border-t font-medium">
              <th scope="row" colSpan={2} className="pt-2 text-left">
                {t('total')}
              </th>
              <td className="pt-2 text-right tabular-nums">{signed(difference)}</td>
            </tr>
          </tfoot>
        </table>
      </CardBody>
    </Card>
  )
}

function Bar({ width, isCost }: { width: number; isCost: boolean }) {
  return (
    <div aria-hidden className="relative h-4 w-full">
      <div className="absolute inset-y-0 left-1/2 w-px bg-line" />
      <div
        className={cn('absolute inset-y-0.5 rounded-sm', isCost ? 'right-1/2 bg-bad/75' : 'left-1/2 bg-good/75')}
        style={{ width: `${width / 2}%` }}
      />
    </div>
  )
}
