'use client'
// One learner's timeline for the teacher: mastery with its likely range, consent, and what happened, newest first.
import type { LearnerTimeline } from '@guildhall/contracts/classroom'
import { useQuery } from '@tanstack/react-query'
import { Check, CircleAlert, Lightbulb, Play, X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { MasteryBars } from '../run/mastery-bars.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function LearnerPage({ learner }: { learner: string }) {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const query = useQuery(trpc.classroom.learner.queryOptions({ learner }, { refetchOnMount: 'always' }))
  const found = query.data
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/class`}>{t('title')}</BackLink>
      <PageHeader
        title={learner}
        text={found?.class_ref ?? undefined}
        actions={
          found?.consent && (
            <Button asChild>
              <Link href={`/t/${tenant.slug}/practice/${encodeURIComponent(learner)}`}>
                <Play className="size-4" aria-hidden />
                {t('practise')}
              </Link>
            </Button>
          )
        }
      />
      {query.isError && <ProblemNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <Skeleton className="h-96" />}
      {found && (
        <div className="flex flex-col gap-5">
          <Consent consent={found.consent} />
          {found.mastery.length > 0 && (
            <MasteryBars mastery={found.mastery.map((one) => ({ ...one, before: one.p, source: 'model' as const }))} />
          )}
          <Timeline events={found.events} />
        </div>
      )}
    </>
  )
}

function Consent({ consent }: Pick<LearnerTimeline, 'consent'>) {
  const t = useTranslations('classroom')
  if (!consent) return <Badge tone="warn">{t('noConsent')}</Badge>
  return (
    <p className="flex flex-wrap gap-2">
      <Badge tone="info">{t('consentBy', { basis: t(`basis_${consent.basis}`) })}</Badge>
      <Badge>{t(consent.training_allowed ? 'trainingOn' : 'trainingOff')}</Badge>
      <Badge>{t(consent.store_text ? 'textOn' : 'textOff')}</Badge>
    </p>
  )
}

function Timeline({ events }: Pick<LearnerTimeline, 'events'>) {
  const t = useTranslations('classroom')
  return (
    <Card>
      <CardHeader title={t('timeline')} text={t('timelineText')} />
      <CardBody>
        {events.length === 0 && <p className="text-soft">{t('noEvents')}</p>}
        <ol className="flex flex-col">
          {events.map((event) => (
            <Event key={`${event.kind} ${event.at} ${event.item_id}`} event={event} />
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

const icons = {
  right: <Check className="size-4 text-good" aria-hidden />,
  wrong: <X className="size-4 text-warn" aria-hidden />,
  hinted: <Lightbulb className="size-4 text-accent" aria-hidden />,
  alerted: <CircleAlert className="size-4 text-bad" aria-hidden />,
}

function Event({ event }: { event: LearnerTimeline['events'][number] }) {
  const t = useTranslations('classroom')
  const locale = useLocale()
  const { tenant } = useTenant()
  const kind = event.kind === 'answered' ? (event.correct ? 'right' : 'wrong') : event.kind
  const points = event.mastery && Math.round((event.mastery.after - event.mastery.before) * 100)
  return (
    <li className="flex gap-3 border-line border-t py-3 text-[13px] first:border-t-0">
      <span className="pt-0.5">{icons[kind]}</span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">
            {kind === 'hinted' ? t('hinted', { level: (event.hint_level ?? 0) + 1 }) : t(kind)}
          </span>
          <span className="text-soft text-xs">
            <Time iso={event.at} />
          </span>
        </p>
        <p className="break-words">{event.stem?.[locale] ?? event.item_id}</p>
        <p className="flex flex-wrap gap-2 pt-1 text-soft text-xs">
          {event.misconception && <span>{event.misconception[locale]}</span>}
          {event.mastery && points !== null && (
            <span className="tabular-nums">
              {t('moved', {
                before: Math.round(event.mastery.before * 100),
                after: Math.round(event.mastery.after * 100),
              })}
            </span>
          )}
          {event.run && (
            <Link className="underline" href={`/t/${tenant.slug}/runs/${event.run}`}>
              {t('run')}
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
