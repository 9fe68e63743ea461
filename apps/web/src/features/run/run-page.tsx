'use client'
// One run: live until it ends, then its result, or what to do instead.
import { isFinal } from '@guildhall/contracts/run'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { SaveAsGolden } from '../golden/save-as-golden.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { durationText } from './format.ts'
import { ResultView } from './result-view.tsx'
import { StatusBadge } from './status-badge.tsx'

const movingMs = 700

export function RunPage({ id }: { id: string }) {
  const t = useTranslations('run')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const run = useQuery(
    trpc.run.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : movingMs) },
    ),
  )
  return (
    <>
      <Link
        href={`/t/${tenant.slug}/runs`}
        className="mb-3 inline-flex items-center gap-1 rounded-md text-soft text-[13px] hover:text-ink"
      >
        <ChevronLeft className="size-4" aria-hidden />
        {t('backToRuns')}
      </Link>
      {run.isPending && <Skeleton className="h-96" />}
      {run.isError && <ProblemNote error={run.error} onRetry={() => run.refetch()} />}
      {run.data && <Loaded run={run.data} />}
    </>
  )
}

function Loaded({ run }: { run: RunDetail }) {
  const facts = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge status={run.status} />
      <code className="break-all font-mono text-xs">{run.id}</code>
      <Time iso={run.created_at} />
      <span>{durationText(run)}</span>
    </span>
  )
  return (
    <>
      <PageHeader
        title={run.template.slug}
        text={facts}
        actions={isFinal(run.status) ? <SaveAsGolden run={run} /> : <CancelButton id={run.id} />}
      />
      {run.result ? <ResultView run={run} result={run.result} /> : <WithoutResult run={run} />}
    </>
  )
}

function CancelButton({ id }: { id: string }) {
  const t = useTranslations('run')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.run.get.queryKey({ id }) })
  const cancel = useMutation(trpc.run.cancel.mutationOptions({ onSuccess }))
  return (
    <Button variant="secondary" pending={cancel.isPending} onClick={() => cancel.mutate({ id })}>
      {t('cancel')}
    </Button>
  )
}

const problem = z.looseObject({ detail: z.string() })

export function WithoutResult({ run }: { run: RunDetail }) {
  const t = useTranslations('run')
  if (!isFinal(run.status)) {
    return (
      <Card>
        <CardBody className="flex items-center gap-4" role="status">
          <span className="size-3 animate-pulse rounded-full bg-accent" aria-hidden />
          <div>
            <p className="font-medium">{run.status === 'queued' ? t('waiting') : t('working')}</p>
            <p className="text-soft text-[13px]">{t('waitingText')}</p>
          </div>
        </CardBody>
      </Card>
    )
  }
  const advice =
    run.status === 'failed' ? t('failedText') : run.status === 'canceled' ? t('canceledText') : t('expiredText')
  const parsed = problem.safeParse(run.error)
  return (
    <Card>
      <CardBody>
        {parsed.success && <p className="mb-1 font-medium">{parsed.data.detail}</p>}
        <p className="text-soft">{advice}</p>
        <p className="mt-2 font-mono text-soft text-xs">
          {t('requestId')} {run.request_id}
        </p>
      </CardBody>
    </Card>
  )
}
