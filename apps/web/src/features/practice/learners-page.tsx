'use client'
// Who practises here: choose a pseudonym, by class or by its letters. Links, so that a key and a screen reader find their way.
import type { PracticeLearners } from '@guildhall/contracts/classroom'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, PencilLine } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ClassFilter } from '../classroom/class-filter.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function LearnersPage() {
  const t = useTranslations('practice')
  const trpc = useTRPC()
  const { may } = useTenant()
  const mayPractise = may('runs:write')
  const [inClass, setClass] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')
  const query = useQuery(
    trpc.practice.learners.queryOptions(inClass === null ? {} : { class: inClass }, {
      enabled: mayPractise,
      placeholderData: (before) => before,
    }),
  )
  const found = query.data
  const shown = found?.learners.filter((one) => one.learner.toLowerCase().includes(wanted.trim().toLowerCase())) ?? []
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('title')} text={t('chooseText')} />
      {!mayPractise && <p className="text-soft">{t('notAllowed')}</p>}
      {query.isError && <ProblemNote error={query.error} onRetry={() => query.refetch()} />}
      {mayPractise && query.isPending && <Skeleton className="h-72" />}
      {found && (found.learners.length > 0 || inClass !== null) && (
        <Card>
          <CardBody className="flex flex-col gap-4">
            <div className="grid gap-3 sm:grid-cols-2">
              <ClassFilter classes={found.classes} inClass={inClass} onChange={setClass} />
              <Field label={t('find')}>
                {(control) => (
                  <TextInput
                    {...control}
                    type="search"
                    autoComplete="off"
                    value={wanted}
                    onChange={(event) => setWanted(event.target.value)}
                  />
                )}
              </Field>
            </div>
            <Learners learners={shown} />
            <p role="status" className="text-soft text-xs">
              {found.is_truncated ? t('tooMany') : t('count', { count: shown.length })}
            </p>
          </CardBody>
        </Card>
      )}
      {found?.learners.length === 0 && inClass === null && <Nobody />}
    </div>
  )
}

function Learners({ learners }: Pick<PracticeLearners, 'learners'>) {
  const { tenant } = useTenant()
  return (
    <ul className="flex flex-col divide-y divide-line">
      {learners.map(({ learner, class_ref }) => (
        <li key={learner}>
          <Link
            href={`/t/${tenant.slug}/practice/${encodeURIComponent(learner)}`}
            className="flex min-h-11 items-center gap-3 rounded-md px-2 py-2 hover:bg-raised"
          >
            <span className="min-w-0 break-words font-medium">{learner}</span>
            <span className="min-w-0 flex-1 break-words text-right text-soft text-xs">{class_ref}</span>
            <ChevronRight className="size-4 shrink-0 text-soft" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Nobody() {
  const t = useTranslations('practice')
  const { tenant, may } = useTenant()
  return (
    <Card>
      <EmptyState
        icon={<PencilLine className="size-5" />}
        title={t('nobody')}
        text={t('nobodyText')}
        action={
          may('collections:write') && (
            <Button asChild variant="secondary">
              <Link href={`/t/${tenant.slug}/class`}>{t('toClass')}</Link>
            </Button>
          )
        }
      />
    </Card>
  )
}
