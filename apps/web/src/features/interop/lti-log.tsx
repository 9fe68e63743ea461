'use client'
// Launches with the name of what was refused, and scores with what the platform answered. Learners are pseudonyms.
import { refusalWords } from '@guildhall/contracts/lti-refusal'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { LogCard } from './log-card.tsx'

const shown = 20
const refreshMs = 10_000

export function Launches() {
  const t = useTranslations('interop')
  const locale = useLocale()
  const trpc = useTRPC()
  const found = useQuery(trpc.lti.launches.queryOptions({ limit: shown }, { refetchInterval: refreshMs }))
  return (
    <LogCard
      title={t('launches')}
      text={t('launchesText')}
      empty={t('noLaunches')}
      columns={[t('when'), t('platform'), t('outcome'), t('request')]}
      found={found}
      cells={(row) => [
        <Time key="when" iso={row.created_at} />,
        <span key="platform" className="block min-w-28">
          {row.registration ?? '–'}
        </span>,
        row.refusal === null ? (
          <Badge key="in" tone="good">
            {t(row.role ?? 'learner')}
          </Badge>
        ) : (
          <span key="out" className="flex min-w-48 flex-wrap items-center gap-2">
            <Badge tone="bad">{t('refused')}</Badge>
            <span className="text-soft text-xs">
              {refusalWords(row.refusal).what[locale]} <code className="font-mono">{row.refusal}</code>
            </span>
          </span>
        ),
        <code key="request" className="font-mono text-soft text-xs">
          {row.request_id}
        </code>,
      ]}
    />
  )
}

export function Scores() {
  const t = useTranslations('interop')
  const format = useFormatter()
  const trpc = useTRPC()
  const found = useQuery(trpc.lti.scores.queryOptions({ limit: shown }, { refetchInterval: refreshMs }))
  return (
    <LogCard
      title={t('scores')}
      text={t('scoresText')}
      empty={t('noScores')}
      columns={[t('when'), t('platform'), t('learner'), t('score'), t('outcome')]}
      found={found}
      cells={(row) => [
        <Time key="when" iso={row.created_at} />,
        <span key="platform" className="block min-w-28">
          {row.registration}
        </span>,
        <code key="learner" className="whitespace-nowrap font-mono text-soft text-xs">
          {row.learner}
        </code>,
        format.number(row.score, { style: 'percent', maximumFractionDigits: 1 }),
        <DeliveryState key="outcome" {...row} />,
      ]}
    />
  )
}
