'use client'
// One version, whole: gates first, then what it was made of, how it behaves, and what it would have said in the shadow.
import type { VersionDetail } from '@guildhall/contracts/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { CardFacts } from './card-facts.tsx'
import { Calibration, Shapes, Stability } from './charts.tsx'
import { Gates } from './gates.tsx'
import { Promote } from './promote.tsx'
import { VersionState } from './version-row.tsx'

export function VersionPage({ id, version }: { id: string; version: number }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const found = useQuery(trpc.model.version.queryOptions({ id, version }))
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/models/${id}`}>{t('backToModel')}</BackLink>
      {found.isPending && <Skeleton className="h-96" />}
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.data && <Loaded value={found.data} />}
    </>
  )
}

function Loaded({ value }: { value: VersionDetail }) {
  const t = useTranslations('models')
  const { may } = useTenant()
  const { calibration, shapes, stability } = value.curves
  const isOpen = !value.is_builtin && value.state === 'candidate'
  return (
    <>
      <PageHeader
        title={t('version', { version: value.version })}
        text={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <VersionState state={value.state} />
            <code className="font-mono text-xs">{value.model}</code>
            <Time iso={value.created_at} />
          </span>
        }
        actions={
          may('models:write') && !value.is_builtin && value.state !== 'champion' ? <Promote value={value} /> : undefined
        }
      />
      <div className="flex flex-col gap-6">
        {value.request && (
          <p role="status" className="rounded-lg bg-warn-wash px-4 py-3 text-[13px]">
            {t('requested', { by: value.request.by, reason: value.request.reason })}
          </p>
        )}
        <Section title={t('gates')} text={t('gatesText')}>
          <Gates gates={value.gates} />
        </Section>
        {isOpen && <Shadow value={value} />}
        <Section title={t('card')} text={t('cardText')}>
          <CardFacts value={value} />
        </Section>
        {(calibration || stability) && (
          <div className="grid gap-6 sm:grid-cols-2">
            {calibration && (
              <Section title={t('calibration')} text={t('calibrationText')}>
                <Calibration points={calibration} />
              </Section>
            )}
            {stability && (
              <Section title={t('stability')} text={t('stabilityText')}>
                <Stability bins={stability} />
              </Section>
            )}
          </div>
        )}
        {shapes && (
          <Section title={t('shapes')} text={t('shapesText')}>
            <Shapes shapes={shapes} />
          </Section>
        )}
      </div>
    </>
  )
}

function Section({
  title,
  text,
  children,
  action,
}: {
  title: string
  text: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <Card>
      <CardHeader title={title} text={text} action={action} />
      <CardBody>{children}</CardBody>
    </Card>
  )
}

const shares = [0, 0.1, 0.5, 1] as const

function Shadow({ value }: { value: VersionDetail }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const save = useMutation(
    trpc.model.shadow.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.model.version.pathKey() }),
      onError: (error) => toast.error(error.message),
    }),
  )
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const known = (figure: number | null, read: (one: number) => string) => (figure === null ? '–' : read(figure))
  const { runs, flips, overlap, champion_ms: championMs, candidate_ms: candidateMs } = value.shadow
  const ms = (one: number) => `${format.number(one, { maximumFractionDigits: 2 })} ms`
  return (
    <Section
      title={t('shadow')}
      text={t('shadowText')}
      action={
        may('models:write') ? (
          <Select
            aria-label={t('shadowShare')}
            className="h-8 w-auto text-[13px]"
            value={String(value.shadow_share)}
            disabled={save.isPending}
            onChange={(event) =>
              save.mutate({ id: value.model, version: value.version, share: Number(event.target.value) })
            }
          >
            {[...new Set([...shares, value.shadow_share])].map((share) => (
              <option key={share} value={share}>
                {share === 0 ? t('shadowOff') : t('shadowOf', { share: percent(share) })}
              </option>
            ))}
          </Select>
        ) : undefined
      }
    >
      <dl className="grid grid-cols-2 gap-4 text-[13px] sm:grid-cols-4">
        {[
          [t('shadowRuns'), format.number(runs)],
          [t('flips'), known(flips, percent)],
          [t('overlap'), known(overlap, percent)],
          [t('latency'), `${known(championMs, ms)} → ${known(candidateMs, ms)}`],
        ].map(([name, figure]) => (
          <div key={name}>
            <dt className="text-soft text-xs">{name}</dt>
            <dd className="font-medium tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
