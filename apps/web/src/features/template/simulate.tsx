'use client'
// What the change would have decided: on the newest runs or on a batch, with the decisions that flip and the loss before and after.
import type { Simulation } from '@guildhall/contracts/template'
import { formatFact } from '@guildhall/verticals/kit/format'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowRight, FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { useTenant } from '../shell/tenant.tsx'

type SimulateProps = { id: string; content: Record<string, unknown> }

export function Simulate({ id, content }: SimulateProps) {
  const t = useTranslations('templates')
  const trpc = useTRPC()
  const [batch, setBatch] = useState('')
  const batches = useQuery(trpc.batch.list.queryOptions({ limit: 20 }))
  const simulate = useMutation(trpc.template.simulate.mutationOptions())
  const usable = batches.data?.data.filter((one) => one.template.slug === id) ?? []
  const over = (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t('over')}
        className="h-8 w-auto text-[13px]"
        value={batch}
        onChange={(event) => setBatch(event.target.value)}
      >
        <option value="">{t('lastRuns', { runs: 500 })}</option>
        {usable.map((one) => (
          <option key={one.id} value={one.id}>
            {t('batchOf', { runs: one.request_counts.total, id: one.id.slice(-6) })}
          </option>
        ))}
      </Select>
      <Button
        size="sm"
        variant="secondary"
        pending={simulate.isPending}
        onClick={() => simulate.mutate({ id, content, ...(batch ? { batch } : {}) })}
      >
        <FlaskConical className="size-4" aria-hidden />
        {t('simulate')}
      </Button>
    </div>
  )
  return (
    <Card>
      <CardHeader title={t('simulation')} text={t('simulationText')} action={over} />
      <CardBody>
        {simulate.isError && <ProblemNote error={simulate.error} />}
        {simulate.data && <Outcome simulation={simulate.data} />}
      </CardBody>
    </Card>
  )
}

const shown = 20

function Outcome({ simulation }: { simulation: Simulation }) {
  const t = useTranslations('templates')
  const run = useTranslations('run')
  const { tenant } = useTenant()
  if (simulation.runs === 0) return <p className="text-soft text-[13px]">{t('noRuns')}</p>
  const money = (value: number, currency: string) =>
    formatFact({ path: '', value: value.toFixed(2), unit: 'currency', currency }, 'en')
  return (
    <div className="flex flex-col gap-5 text-[13px]" role="status">
      <p className="font-semibold text-xl tabular-nums">
        {t('flips', { flips: simulation.flips, runs: simulation.runs })}
      </p>
      <div className="grid gap-5 sm:grid-cols-3">
        <Counted
          title={t('decisions')}
          rows={simulation.decisions.map((one) => ({ ...one, name: run(one.name as 'refer') }))}
        />
        <Counted title={t('bands')} rows={simulation.bands} />
        <dl className="flex flex-col gap-1">
          <dt className="font-medium">{t('loss')}</dt>
          {simulation.losses.map(({ currency, before, after }) => (
            <dd key={currency} className="tabular-nums">
              {money(before, currency)} <ArrowRight className="inline size-3.5 text-soft" aria-label={run('to')} />{' '}
              <span className={after === before ? '' : after > before ? 'text-bad' : 'text-good'}>
                {money(after, currency)}
              </span>
            </dd>
          ))}
        </dl>
      </div>
      {simulation.moved.length > 0 && (
        <ScrollRegion label={t('moved')}>
          <h3 className="mb-1 font-medium">{t('moved')}</h3>
          <ul className="divide-y divide-line">
            {simulation.moved.slice(0, shown).map((one) => (
              <li key={one.run} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <Link
                  href={`/t/${tenant.slug}/runs/${one.run}`}
                  className="font-medium underline-offset-2 hover:underline"
                >
                  {one.subject}
                </Link>
                <Badge>{run(one.from as 'refer')}</Badge>
                <ArrowRight className="size-3.5 text-soft" aria-label={run('to')} />
                <Badge tone="info">{run(one.to as 'refer')}</Badge>
                <span className="text-soft">
                  {one.score} · {run('band', { band: one.band })}
                  {one.because && ` · ${one.because}`}
                </span>
              </li>
            ))}
          </ul>
          {simulation.flips > shown && (
            <p className="mt-2 text-soft">{t('andMore', { count: simulation.flips - shown })}</p>
          )}
        </ScrollRegion>
      )}
    </div>
  )
}

function Counted({ title, rows }: { title: string; rows: Simulation['bands'] }) {
  return (
    <table>
      <caption className="mb-1 text-left font-medium">{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="pr-3 text-left font-normal text-soft">
              {row.name}
            </th>
            <td className="text-right tabular-nums">{row.before}</td>
            <td className="px-1 text-soft">→</td>
            <td className={row.before === row.after ? 'tabular-nums' : 'font-medium tabular-nums'}>{row.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
