'use client'
// What a teacher acts on now: alerts first, then who is stuck, what is misunderstood, and who could work together.
import type { Classroom } from '@guildhall/contracts/classroom'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'

const kinds = ['self_harm', 'abuse', 'violence', 'sexual', 'personal_data', 'distress'] as const

export function Alerts({ found }: { found: Classroom }) {
  const t = useTranslations('classroom')
  const tutor = useTranslations('tutor')
  const { tenant } = useTenant()
  if (found.alerts.length === 0) return null
  return (
    <Card className="border-bad" role="alert">
      <CardHeader title={t('alerts')} text={t('alertsText')} />
      <CardBody>
        <ul className="flex flex-col divide-y divide-line">
          {found.alerts.map((alert) => (
            <li key={alert.run} className="flex flex-wrap items-center gap-2 py-2 text-[13px]">
              <LearnerLink learner={alert.learner} />
              {kinds
                .filter((kind) => alert.kinds.includes(kind))
                .map((kind) => (
                  <Badge key={kind} tone="bad">
                    {tutor(`kind_${kind}`)}
                  </Badge>
                ))}
              <span className="ml-auto text-soft text-xs">
                <Time iso={alert.at} />
              </span>
              <Link className="rounded-md text-soft underline" href={`/t/${tenant.slug}/runs/${alert.run}`}>
                {t('run')}
              </Link>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

export function Now({ found }: { found: Classroom }) {
  const t = useTranslations('classroom')
  const locale = useLocale()
  const titleOf = (skill: string | null) => found.skills.find((one) => one.id === skill)?.title?.[locale] ?? skill ?? ''
  return (
    <div className="grid items-start gap-5 lg:grid-cols-3">
      <List title={t('stuck')} text={t('stuckText')} isEmpty={found.stuck.length === 0} empty={t('nobodyStuck')}>
        {found.stuck.map((one) => (
          <li key={one.learner} className="py-2">
            <LearnerLink learner={one.learner} />{' '}
            <span className="text-soft text-xs">
              <Time iso={one.last_at} />
            </span>
            <p className="text-soft">
              {one.wrong_in_a_row > 0 && t('wrongInARow', { count: one.wrong_in_a_row })}
              {one.wrong_in_a_row > 0 && one.hints > 0 && ' · '}
              {one.hints > 0 && t('hintCount', { count: one.hints })}
              {' · '}
              {one.skill ? titleOf(one.skill) : one.item_id}
            </p>
          </li>
        ))}
      </List>
      <List
        title={t('misconceptions')}
        text={t('misconceptionsText')}
        isEmpty={found.misconceptions.length === 0}
        empty={t('noMisconceptions')}
      >
        {found.misconceptions.map((one) => (
          <li key={one.id} className="py-2">
            <span>{one.label?.[locale] ?? one.id}</span>
            <p className="text-soft">
              {t('seen', { count: one.count, learners: one.learners.length })} · {titleOf(one.skill)}
            </p>
          </li>
        ))}
      </List>
      <List title={t('groups')} text={t('groupsText')} isEmpty={found.groups.length === 0} empty={t('noGroups')}>
        {found.groups.map((group) => (
          <li key={group.skill} className="py-2">
            <span>{group.title?.[locale] ?? group.skill}</span>
            <p className="flex flex-wrap gap-1 pt-1">
              {group.learners.map((learner) => (
                <Badge key={learner}>{learner}</Badge>
              ))}
            </p>
          </li>
        ))}
      </List>
    </div>
  )
}

type ListProps = { title: string; text: string; isEmpty: boolean; empty: string; children: ReactNode }

function List({ title, text, isEmpty, empty, children }: ListProps) {
  return (
    <Card>
      <CardHeader title={title} text={text} />
      <CardBody className="text-[13px]">
        {isEmpty ? <p className="text-soft">{empty}</p> : <ul className="divide-y divide-line">{children}</ul>}
      </CardBody>
    </Card>
  )
}

function LearnerLink({ learner }: { learner: string }) {
  const { tenant } = useTenant()
  return (
    <Link
      className="rounded-md font-medium underline decoration-line underline-offset-4 hover:decoration-ink"
      href={`/t/${tenant.slug}/class/${encodeURIComponent(learner)}`}
    >
      {learner}
    </Link>
  )
}
