'use client'
// Mastery per skill as a bar with its likely range. A table, so that it reads without eyes too.
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import type { EducationOutput } from './education-output.ts'
import { percent } from './format.ts'

type Mastery = EducationOutput['mastery'][number]

export function MasteryBars({ mastery }: { mastery: readonly Mastery[] }) {
  const t = useTranslations('tutor')
  const locale = useLocale()
  return (
    <Card>
      <CardHeader title={t('mastery')} text={t('masteryText')} />
      <CardBody>
        <table className="w-full text-[13px]">
          <tbody>
            {mastery.map((one) => (
              <tr key={one.skill} className="grid grid-cols-[1fr_auto] items-center py-1 sm:table-row">
                <th scope="row" className="py-1 pr-3 text-left font-normal leading-tight sm:w-[34%] sm:py-2">
                  {one.title?.[locale] ?? one.skill}
                  <span className="block text-soft text-xs">{t('responses', { n: one.n })}</span>
                  {one.source === 'generic' && <Badge tone="warn">{t('generic')}</Badge>}
                </th>
                <td className="order-last col-span-2 py-1 sm:py-2">
                  <Bar one={one} />
                </td>
                <td className="py-1 pl-3 text-right tabular-nums sm:w-40 sm:py-2">
                  <span className="font-medium">{percent(one.p, '')}</span>
                  <span className="block text-soft text-xs">
                    {t('range', { low: percent(one.interval_90[0], ''), high: percent(one.interval_90[1], '') })}
                    {one.before !== one.p && ` · ${t('before', { before: percent(one.before, '') })}`}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  )
}

function Bar({ one }: { one: Mastery }) {
  const [low, high] = one.interval_90
  return (
    <div aria-hidden className="relative h-4 w-full rounded-sm bg-raised">
      <div className="absolute inset-y-0 left-0 rounded-sm bg-accent/60" style={{ width: `${one.p * 100}%` }} />
      <div
        className="absolute top-1/2 h-px bg-ink"
        style={{ left: `${low * 100}%`, width: `${Math.max(0, high - low) * 100}%` }}
      />
      <div className="absolute inset-y-0 w-0.5 bg-ink/60" style={{ left: `${one.before * 100}%` }} />
    </div>
  )
}
