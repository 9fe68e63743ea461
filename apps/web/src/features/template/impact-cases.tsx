'use client'
// Which runs an impact found to differ: the decision, every output, every sentence, before and after.
import type { ImpactCase, ImpactObject } from '@guildhall/contracts/template-impact'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Value } from './diff.tsx'
import { useDecisionWord } from './use-decision-word.ts'

const filters = ['flipped', 'changed', 'failed', 'all'] as const

export function ImpactCases({ impact, template }: { impact: ImpactObject; template: string }) {
  const t = useTranslations('impact')
  const trpc = useTRPC()
  const wordOf = useDecisionWord(template)
  const [only, setOnly] = useState<(typeof filters)[number]>(impact.flipped > 0 ? 'flipped' : 'changed')
  const cases = useQuery(trpc.impact.cases.queryOptions({ id: impact.id, only, limit: 50 }))
  return (
    <Card>
      <CardHeader
        title={t('which')}
        action={
          <Select
            aria-label={t('which')}
            className="h-8 w-auto text-[13px]"
            value={only}
            onChange={(event) => setOnly(filters.find((one) => one === event.target.value) ?? 'all')}
          >
            {filters.map((one) => (
              <option key={one} value={one}>
                {t(`only.${one}`)}
              </option>
            ))}
          </Select>
        }
      />
      <CardBody>
        {cases.isPending && <Skeleton className="h-24" />}
        {cases.isError && <ProblemNote error={cases.error} onRetry={() => cases.refetch()} />}
        {cases.data?.data.length === 0 && <p className="text-soft text-[13px]">{t('none')}</p>}
        <ul className="divide-y divide-line">
          {cases.data?.data.map((one) => (
            <Case key={one.id} own={one} wordOf={wordOf} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

function Case({ own, wordOf }: { own: ImpactCase; wordOf: (decision: string) => string }) {
  const t = useTranslations('impact')
  const { tenant } = useTenant()
  return (
    <li className="py-2 text-[13px]">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-3">
          <Link href={`/t/${tenant.slug}/runs/${own.id}`} className="font-mono text-xs underline underline-offset-2">
            {own.id}
          </Link>
          {own.decision && own.is_flipped && (
            <>
              <Badge>{wordOf(own.decision.before)}</Badge>
              <ArrowRight className="size-3.5 text-soft" aria-hidden />
              <Badge tone="info">{wordOf(own.decision.after)}</Badge>
            </>
          )}
          <span className="text-soft">
            {t('caseCounts', { outputs: own.outputs.length, sentences: own.sentences.length })}
          </span>
          {own.error && <span className="text-bad">{own.error}</span>}
        </summary>
        <ul className="mt-2 flex flex-col gap-2">
          {own.outputs.map((one) => (
            <li key={one.path} className="grid gap-2 sm:grid-cols-[1fr_1fr_1fr]">
              <code className="break-all font-mono text-soft text-xs">{one.path}</code>
              <Value label={t('before')} value={one.before} tone="bg-bad-wash" />
              <Value label={t('after')} value={one.after} tone="bg-good-wash" />
            </li>
          ))}
          {own.sentences.map((one) => (
            <li
              key={`${one.language} ${one.section} ${one.before} ${one.after}`}
              className="grid gap-2 sm:grid-cols-[1fr_1fr_1fr]"
            >
              <span className="text-soft">
                {one.section}, {one.language}
              </span>
              <Value label={t('before')} value={one.before} tone="bg-bad-wash" />
              <Value label={t('after')} value={one.after} tone="bg-good-wash" />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
