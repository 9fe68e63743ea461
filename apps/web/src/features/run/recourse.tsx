'use client'
// What would change the answer: changes that the same model and rules have approved, or the plain word that none was found.
import { formatFact } from '@guildhall/verticals/kit/format'
import { inputFields } from '@guildhall/verticals/packs/finance/input-fields'
import { ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import type { FinanceOutput } from './finance-output.ts'

type Change = FinanceOutput['recourse'][number]['changes'][number]

const labels = new Map<string, { en: string; 'zh-CN': string }>(
  Object.entries(inputFields).map(([path, field]) => [path, field.label]),
)

export function Recourse({ output, currency }: { output: FinanceOutput; currency: string }) {
  const t = useTranslations('run')
  const locale = useLocale()
  const search = output.recourse_search
  if (!search?.is_searched) return null
  const shown = (value: Change['from']) => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return formatFact({ path: '', value, unit: 'months' }, locale)
    return formatFact({ path: '', value, unit: 'currency', currency }, locale)
  }
  return (
    <Card>
      <CardHeader title={t('recourse')} text={t('recourseText', { candidates: search.candidates })} />
      <CardBody>
        {output.recourse.length === 0 && <p className="text-soft text-[13px]">{t('recourseNone')}</p>}
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {output.recourse.map((path) => (
            <li
              key={path.changes.map((change) => change.path + String(change.to)).join()}
              className="rounded-lg border border-line p-4 text-[13px]"
            >
              {path.changes.map((change) => (
                <p key={change.path} className="mb-2">
                  <span className="block text-soft text-xs">{labels.get(change.path)?.[locale] ?? change.path}</span>
                  <span className="flex flex-wrap items-center gap-1.5 font-medium tabular-nums">
                    {shown(change.from)} <ArrowRight className="size-3.5 text-soft" aria-label={t('to')} />{' '}
                    {shown(change.to)}
                  </span>
                </p>
              ))}
              <p className="text-good">{t('rescored', { points: Math.round(path.rescored_points) })}</p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
