'use client'
// Get started: a key, a command that holds it, and the run as it comes in.
import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { StatusBadge } from '../run/status-badge.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { curlOf } from './curl.ts'

const pollMs = 2000
const shownRuns = 3

export function Start({ origin, input }: { origin: string; input: Record<string, unknown> }) {
  const t = useTranslations('start')
  const trpc = useTRPC()
  const { tenant, may } = useTenant()
  const create = useMutation(trpc.key.create.mutationOptions())
  const runs = useQuery(trpc.run.list.queryOptions({ limit: shownRuns }, { refetchInterval: pollMs }))
  const secret = create.data?.secret
  const latest = runs.data?.data ?? []
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <ol className="flex flex-col gap-4">
        <Step number={1} title={t('one')} text={t('oneText')} isDone={Boolean(secret)}>
          {secret && <p className="text-good">{t('made')}</p>}
          {!secret && may('admin') && (
            <Button
              className="self-start"
              pending={create.isPending}
              onClick={() =>
                create.mutate({ name: t('keyName'), scopes: ['runs:write', 'runs:read', 'templates:read'] })
              }
            >
              {t('make')}
            </Button>
          )}
          {!may('admin') && <p className="text-soft">{t('noAdmin')}</p>}
          {create.isError && <ProblemNote error={create.error} />}
        </Step>
        <Step number={2} title={t('two')} text={secret ? t('twoText') : t('twoWait')} isDone={latest.length > 0}>
          <CodeBlock
            label="curl"
            code={curlOf({ origin, secret: secret ?? '$GUILDHALL_API_KEY', input })}
            className={secret ? '' : 'opacity-60'}
          />
        </Step>
        <Step
          number={3}
          title={t('three')}
          text={t('threeText')}
          isDone={latest.some((run) => run.status === 'succeeded')}
        >
          {runs.isError && <ProblemNote error={runs.error} onRetry={() => runs.refetch()} />}
          {latest.length === 0 && !runs.isError && (
            <p className="flex items-center gap-2 text-soft">
              <span className="size-2 animate-pulse rounded-full bg-accent" aria-hidden />
              {t('waiting')}
            </p>
          )}
          <ul className="flex flex-col gap-2">
            {latest.map((run) => (
              <li
                key={run.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line px-3 py-2"
              >
                <span className="flex items-center gap-3">
                  <StatusBadge status={run.status} />
                  <Time iso={run.created_at} />
                </span>
                <Button asChild size="sm" variant="secondary">
                  <Link href={`/t/${tenant.slug}/runs/${run.id}`}>{t('open')}</Link>
                </Button>
              </li>
            ))}
          </ul>
        </Step>
      </ol>
    </>
  )
}

function Step({
  number,
  title,
  text,
  isDone,
  children,
}: {
  number: number
  title: string
  text: string
  isDone: boolean
  children: ReactNode
}) {
  return (
    <li>
      <Card>
        <CardBody className="flex gap-4">
          <span
            aria-hidden
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-wash font-semibold text-accent"
          >
            {isDone ? <CircleCheck className="size-5 text-good" /> : number}
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-3">
            <div>
              <h2 className="font-semibold text-[15px]">{title}</h2>
              <p className="text-soft">{text}</p>
            </div>
            {children}
          </div>
        </CardBody>
      </Card>
    </li>
  )
}
