'use client'
// The teacher's page: a class at a glance, kept fresh while it is open. One read, whatever the number of learners.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { GraduationCap, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { ClassFilter } from './class-filter.tsx'
import { Enrol } from './enrol.tsx'
import { HeatMap } from './heat-map.tsx'
import { Lock } from './lock.tsx'
import { Alerts, Now } from './now.tsx'
import { LoadSimulated, SimulatedNote } from './simulated.tsx'

const refreshMs = 10_000
/** While a trace is under way. */
const eagerMs = 2000

export function ClassPage() {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const mayLook = may('collections:write')
  const [inClass, setClass] = useState<string | null>(null)
  const named = inClass === null ? {} : { class: inClass }
  const query = useQuery(
    trpc.classroom.get.queryOptions(named, {
      enabled: mayLook,
      refetchInterval: ({ state }) => (state.data?.learners.some((one) => one.is_behind) ? eagerMs : refreshMs),
      placeholderData: (before) => before,
    }),
  )
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.classroom.pathKey() })
  const trace = useMutation(trpc.classroom.trace.mutationOptions({ onSuccess: refresh }))
  const found = query.data
  const behind = found?.learners.filter((one) => one.is_behind).length ?? 0
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          behind > 0 && (
            <Button variant="secondary" pending={trace.isPending} onClick={() => trace.mutate(named)}>
              <RefreshCw className="size-4" aria-hidden />
              {t('trace', { count: behind })}
            </Button>
          )
        }
      />
      {!mayLook && <p className="text-soft">{t('notAllowed')}</p>}
      {query.isError && <ProblemNote error={query.error} onRetry={() => query.refetch()} />}
      {trace.isError && <ProblemNote error={trace.error} />}
      {mayLook && query.isPending && <Skeleton className="h-96" />}
      {found && (
        <div className="flex flex-col gap-5">
          <Card>
            <CardBody className="flex flex-wrap items-end justify-between gap-4">
              <ClassFilter classes={found.classes} inClass={inClass} onChange={setClass} />
              {inClass !== null && <Lock inClass={inClass} lock={found.lock} onDone={refresh} />}
            </CardBody>
          </Card>
          {found.is_simulated && <SimulatedNote onDone={refresh} />}
          <Alerts found={found} />
          {found.learners.length === 0 ? (
            <Card>
              <EmptyState
                icon={<GraduationCap className="size-5" />}
                title={t('nobody')}
                text={t('nobodyText')}
                action={inClass === null && <LoadSimulated onDone={refresh} />}
              />
            </Card>
          ) : (
            <>
              <HeatMap found={found} />
              <Now found={found} />
            </>
          )}
          <Enrol
            key={inClass}
            inClass={inClass}
            onDone={(added) => {
              if (added !== null) setClass(added)
              void refresh()
            }}
          />
        </div>
      )}
    </>
  )
}
