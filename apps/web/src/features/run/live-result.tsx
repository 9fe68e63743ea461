'use client'
// A run on its way, then its result: what the playground and the editor show beside the form.
import { isFinal } from '@guildhall/contracts/run'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Overview } from './result-view.tsx'
import { WithoutResult } from './run-page.tsx'

const movingMs = 400

export function LiveResult({ id, title }: { id: string; title?: string }) {
  const t = useTranslations('playground')
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const run = useQuery(
    trpc.run.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : movingMs) },
    ),
  )
  if (run.isError) return <ProblemNote error={run.error} onRetry={() => run.refetch()} />
  if (!run.data) return <Skeleton className="h-64" />
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{title ?? t('result')}</h2>
        <Button asChild size="sm" variant="secondary">
          <Link href={`/t/${tenant.slug}/runs/${id}`}>{t('openRun')}</Link>
        </Button>
      </div>
      {run.data.result ? <Overview run={run.data} result={run.data.result} /> : <WithoutResult run={run.data} />}
    </div>
  )
}
