'use client'
// The impact of the draft on real runs: answered anew by both sides on the batch lane, with progress, a way to stop, and what differs.
import type { ImpactObject } from '@guildhall/contracts/template-impact'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowRight, FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { ImpactCases } from './impact-cases.tsx'
import { TemplateFrame } from './template-frame.tsx'
import { useDecisionWord } from './use-decision-word.ts'

const movingMs = 900
const sizes = [20, 100, 500]

export function Impact({ id }: { id: string }) {
  const t = useTranslations('impact')
  const trpc = useTRPC()
  const { may } = useTenant()
  const [last, setLast] = useState(100)
  const [picked, setPicked] = useState<string | null>(null)
  const known = useQuery(trpc.impact.list.queryOptions({ id, limit: 20 }))
  const create = useMutation(
    trpc.impact.create.mutationOptions({
      onSuccess: (made) => {
        setPicked(made.id)
        void known.refetch()
      },
    }),
  )
  const shown = picked ?? known.data?.data[0]?.id ?? null
  return (
    <TemplateFrame id={id} page="impact">
      <PageHeader title={t('title')} text={t('text')} />
      <div className="flex flex-col gap-5">
        {may('templates:write') && (
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('over')}>
              {(control) => (
                <Select {...control} value={last} onChange={(event) => setLast(Number(event.target.value))}>
                  {sizes.map((runs) => (
                    <option key={runs} value={runs}>
                      {t('lastRuns', { runs })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Button pending={create.isPending} onClick={() => create.mutate({ id, last })}>
              <FlaskConical className="size-4" aria-hidden />
              {t('start')}
            </Button>
          </div>
        )}
        {create.isError && <ProblemNote error={create.error} />}
        {known.isError && <ProblemNote error={known.error} onRetry={() => known.refetch()} />}
        {known.isPending && <Skeleton className="h-40" />}
        {known.data && shown === null && (
          <Card>
            <EmptyState icon={<FlaskConical className="size-5" />} title={t('emptyTitle')} text={t('emptyText')} />
          </Card>
        )}
        {(known.data?.data.length ?? 0) > 1 && (
          <Field label={t('earlier')} className="max-w-md">
            {(control) => (
              <Select {...control} value={shown ?? ''} onChange={(event) => setPicked(event.target.value)}>
                {known.data?.data.map((one) => (
                  <option key={one.id} value={one.id}>
                    {t('earlierOne', { at: one.created_at.slice(0, 16).replace('T', ' '), runs: one.runs })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {shown && <Report key={shown} id={shown} template={id} />}
      </div>
    </TemplateFrame>
  )
}

function Report({ id, template }: { id: string; template: string }) {
  const t = useTranslations('impact')
  const trpc = useTRPC()
  const impact = useQuery(
    trpc.impact.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === 'running' ? movingMs : false) },
    ),
  )
  const cancel = useMutation(trpc.impact.cancel.mutationOptions({ onSuccess: () => impact.refetch() }))
  if (impact.isError) return <ProblemNote error={impact.error} onRetry={() => impact.refetch()} />
  if (!impact.data) return <Skeleton className="h-40" />
  const { data } = impact
  return (
    <>
      <Card>
        <CardHeader
          title={t('flips', { flips: data.flipped, runs: data.compared })}
          text={
            <>
              {t('by', { name: data.created_by })} · <Time iso={data.created_at} />
            </>
          }
          action={
            data.status === 'running' ? (
              <Button size="sm" variant="secondary" pending={cancel.isPending} onClick={() => cancel.mutate({ id })}>
                {t('cancel')}
              </Button>
            ) : (
              <Badge tone={data.status === 'completed' ? 'good' : 'warn'}>{t(`status.${data.status}`)}</Badge>
            )
          }
        />
        <CardBody className="flex flex-col gap-4 text-[13px]">
          {data.status === 'running' && <Progress label={t('title')} value={data.progress} />}
          {cancel.isError && <ProblemNote error={cancel.error} />}
          <Figures impact={data} template={template} />
        </CardBody>
      </Card>
      {data.compared > 0 && <ImpactCases key={data.status} impact={data} template={template} />}
    </>
  )
}

function Figures({ impact, template }: { impact: ImpactObject; template: string }) {
  const t = useTranslations('impact')
  const wordOf = useDecisionWord(template)
  const figures = [
    [t('changed'), impact.changed],
    [t('texts'), impact.texts_changed],
    [t('failed'), impact.failed],
    [t('overlap'), impact.overlap === null ? '–' : `${(impact.overlap * 100).toFixed(1)} %`],
  ] as const
  return (
    <>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-soft">{name}</dt>
            <dd className="font-semibold text-lg tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-5 sm:grid-cols-2">
        {impact.decisions.length > 0 && (
          <ul aria-label={t('decisions')} className="flex flex-col gap-1">
            {impact.decisions.map((one) => (
              <li key={`${one.from} ${one.to}`} className="flex items-center gap-2">
                <Badge>{wordOf(one.from)}</Badge>
                <ArrowRight className="size-3.5 text-soft" aria-hidden />
                <Badge tone="info">{wordOf(one.to)}</Badge>
                <span className="ml-auto tabular-nums">{one.runs}</span>
              </li>
            ))}
          </ul>
        )}
        {impact.paths.length > 0 && (
          <ul aria-label={t('paths')} className="flex flex-col gap-1">
            {impact.paths.slice(0, 8).map((one) => (
              <li key={one.path} className="flex justify-between gap-3">
                <code className="truncate font-mono text-xs">{one.path}</code>
                <span className="tabular-nums">{one.runs}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
