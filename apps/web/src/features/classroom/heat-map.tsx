'use client'
// Learners by skills: a figure in every cell, its shade for the eye, and a hatch where the likely range is wide. A table, so that it reads aloud.
import type { Classroom } from '@guildhall/contracts/classroom'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { useTenant } from '../shell/tenant.tsx'

type Learner = Classroom['learners'][number]
type Traced = Learner['mastery'][number]

/** A likely range wider than this is hatched: the figure may move a lot with the next answer. */
const wide = 0.5

export function HeatMap({ found }: { found: Classroom }) {
  const t = useTranslations('classroom')
  const locale = useLocale()
  return (
    <Card>
      <CardHeader title={t('heatMap')} text={t('heatMapText')} action={<Legend />} />
      <CardBody className="relative overflow-x-auto p-0 pt-4">
        <table className="w-full border-separate border-spacing-0.5 px-5 pb-5 text-[13px]">
          <caption className="sr-only">{t('heatMapText')}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 min-w-28 bg-surface pr-3 text-left align-bottom font-medium"
              >
                {t('learner')}
              </th>
              <th scope="col" className="min-w-16 px-1 text-right align-bottom font-medium text-soft text-xs">
                {t('answers')}
              </th>
              {found.skills.map((skill) => (
                <th
                  key={skill.id}
                  scope="col"
                  className="min-w-20 px-1 text-left align-bottom font-normal text-soft text-xs leading-tight"
                >
                  {skill.title?.[locale] ?? skill.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.learners.map((learner) => (
              <Row key={learner.learner} learner={learner} skills={found.skills.map((one) => one.id)} />
            ))}
          </tbody>
        </table>
        {found.is_truncated && <p className="px-5 pb-4 text-soft text-xs">{t('truncated')}</p>}
      </CardBody>
    </Card>
  )
}

function Row({ learner, skills }: { learner: Learner; skills: readonly string[] }) {
  const t = useTranslations('classroom')
  const { tenant } = useTenant()
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-10 bg-surface pr-3 text-left font-medium">
        <Link
          href={`/t/${tenant.slug}/class/${encodeURIComponent(learner.learner)}`}
          className="rounded-md underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {learner.learner}
        </Link>
        {learner.is_behind && (
          <Badge tone="warn" className="ml-2">
            {t('behind')}
          </Badge>
        )}
      </th>
      <td className="px-1 text-right text-soft text-xs tabular-nums">
        {t('rightOf', { right: learner.right, attempts: learner.attempts })}
      </td>
      {skills.map((skill) => (
        <Cell key={skill} traced={learner.mastery.find((one) => one.skill === skill)} />
      ))}
    </tr>
  )
}

function Cell({ traced }: { traced: Traced | undefined }) {
  const t = useTranslations('classroom')
  if (!traced)
    return (
      <td className="h-9 rounded-sm bg-raised/50 text-center text-soft">
        <span aria-hidden>·</span>
        <span className="sr-only">{t('noAnswers')}</span>
      </td>
    )
  const [low, high] = traced.interval_90.map(percent)
  const text = t('cell', { p: percent(traced.p), low: low ?? 0, high: high ?? 0, n: traced.n })
  return (
    <td className="h-9 rounded-sm text-center tabular-nums" style={shade(traced)} title={text}>
      <span aria-hidden>{percent(traced.p)}</span>
      <span className="sr-only">{text}</span>
    </td>
  )
}

const percent = (share: number) => Math.round(share * 100)

/** At most half of the accent, so that the figure stays readable in light and dark. */
function shade({ p, interval_90: [low, high] }: Pick<Traced, 'p' | 'interval_90'>) {
  const colour = `color-mix(in oklab, var(--accent) ${Math.round(8 + p * 42)}%, var(--surface))`
  if (high - low < wide) return { background: colour }
  const line = 'color-mix(in oklab, var(--ink) 16%, transparent)'
  return {
    background: `repeating-linear-gradient(135deg, transparent 0 5px, ${line} 5px 6px), ${colour}`,
  }
}

function Legend() {
  const t = useTranslations('classroom')
  const sample = (p: number, spread: number) => shade({ p, interval_90: [p, p + spread] })
  return (
    <ul className="flex flex-wrap gap-3 text-soft text-xs">
      {[
        { name: t('low'), style: sample(0.1, 0) },
        { name: t('high'), style: sample(0.95, 0) },
        { name: t('unsure'), style: sample(0.4, 1) },
      ].map(({ name, style }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className="size-4 rounded-sm border border-line" style={style} />
          {name}
        </li>
      ))}
    </ul>
  )
}
