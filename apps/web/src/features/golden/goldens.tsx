'use client'
// The golden cases of a draft: how each stands, what differs, running them, and taking one out.
import type { GoldenStanding } from '@guildhall/contracts/golden'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, Play, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { TemplateFrame } from '../template/template-frame.tsx'
import { EditGolden } from './edit-golden.tsx'

const movingMs = 700

export function Goldens({ id }: { id: string }) {
  const t = useTranslations('goldens')
  const trpc = useTRPC()
  const { may } = useTenant()
  const cache = useQueryClient()
  const report = useQuery(
    trpc.golden.report.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && state.data.counts.pending > 0 ? movingMs : false) },
    ),
  )
  const run = useMutation(
    trpc.golden.run.mutationOptions({
      onSuccess: (next) => cache.setQueryData(trpc.golden.report.queryKey({ id }), next),
    }),
  )
  const { counts, cases } = report.data ?? { counts: null, cases: [] }
  return (
    <TemplateFrame id={id} page="goldens">
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          may('templates:write') &&
          cases.length > 0 && (
            <Button pending={run.isPending || (counts?.pending ?? 0) > 0} onClick={() => run.mutate({ id })}>
              <Play className="size-4" aria-hidden />
              {t('runAll')}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {run.isError && <ProblemNote error={run.error} />}
        {report.isError && <ProblemNote error={report.error} onRetry={() => report.refetch()} />}
        {report.isPending && <Skeleton className="h-64" />}
        {counts && cases.length > 0 && (
          <div role="status" className="flex flex-col gap-2 text-[13px]">
            <p>
              {t('counts', { passed: counts.passed, failed: counts.failed, rest: counts.not_run + counts.pending })}
            </p>
            {counts.pending > 0 && (
              <Progress label={t('title')} value={(cases.length - counts.pending) / cases.length} />
            )}
          </div>
        )}
        {report.data && (
          <Card>
            {cases.length === 0 ? (
              <EmptyState icon={<CircleCheck className="size-5" />} title={t('emptyTitle')} text={t('emptyText')} />
            ) : (
              <ul className="divide-y divide-line">
                {cases.map((one) => (
                  <Case key={one.slug} id={id} golden={one} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </TemplateFrame>
  )
}

const tones: Record<GoldenStanding['state'], Tone> = {
  not_run: 'neutral',
  pending: 'info',
  passed: 'good',
  failed: 'bad',
}

function Case({ id, golden }: { id: string; golden: GoldenStanding }) {
  const t = useTranslations('goldens')
  const locale = useLocale()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { tenant, may } = useTenant()
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: trpc.golden.pathKey() })
    void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
  }
  const remove = useMutation(trpc.golden.remove.mutationOptions({ onSuccess: refresh }))
  return (
    <li className="flex flex-col gap-2 px-5 py-3 text-[13px]">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={tones[golden.state]}>{t(`state.${golden.state}`)}</Badge>
        <span className="min-w-0 flex-1 basis-48 font-medium">{golden.title[locale]}</span>
        <code className="font-mono text-soft text-xs">{golden.slug}</code>
        {golden.run && (
          <Link href={`/t/${tenant.slug}/runs/${golden.run}`} className="underline underline-offset-2">
            {t('openRun')}
          </Link>
        )}
        {may('templates:write') && (
          <>
            <EditGolden id={id} slug={golden.slug} onSaved={refresh} />
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="ghost" className="px-2" aria-label={t('remove', { name: golden.slug })}>
                  <Trash2 className="size-4" aria-hidden />
                </Button>
              }
              title={t('remove', { name: golden.slug })}
              text={t('removeText')}
              action={t('removeAction')}
              pending={remove.isPending}
              onConfirm={() => remove.mutate({ id, slug: golden.slug })}
            />
          </>
        )}
      </div>
      {remove.isError && <ProblemNote error={remove.error} />}
      {golden.problems.length > 0 && (
        <ul className="flex flex-col gap-1 rounded-lg bg-bad-wash p-3">
          {golden.problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              <code className="font-mono text-xs">{problem.path}</code> {problem.message}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
