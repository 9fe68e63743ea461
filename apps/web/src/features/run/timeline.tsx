'use client'
// Where the time went: one segment per room, in the order of the rooms, with its milliseconds.
import type { ResultObject } from '@guildhall/contracts/result'
import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { cn } from '../../ui/cn.ts'
import { msText } from './format.ts'

const rooms = ['queue', 'load', 'featurize', 'infer', 'probe', 'compose', 'verify'] as const
const colours = ['bg-line', 'bg-accent/35', 'bg-accent/50', 'bg-accent', 'bg-accent/80', 'bg-accent/65', 'bg-good/75']

export function Timeline({ usage }: { usage: ResultObject['usage'] }) {
  const t = useTranslations('run')
  const times = rooms.map((room) => (room === 'queue' ? usage.queue_ms : (usage.rooms[room] ?? 0)))
  const total = Math.max(
    times.reduce((sum, ms) => sum + ms, 0),
    Number.MIN_VALUE,
  )
  return (
    <Card>
      <CardHeader title={t('timeline')} text={`${msText(usage.total_ms)}, ${t('batch', { size: usage.batch_size })}`} />
      <CardBody>
        <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-full bg-raised">
          {times.map((ms, at) => (
            <div key={rooms[at]} className={colours[at]} style={{ width: `${(ms / total) * 100}%` }} />
          ))}
        </div>
        <dl className="mt-4 grid grid-cols-2 gap-x-5 gap-y-1.5 text-[13px] xl:grid-cols-3">
          {rooms.map((room, at) => (
            <div key={room} className="flex items-center gap-2">
              <span aria-hidden className={cn('size-2.5 rounded-sm', colours[at])} />
              <dt className="text-soft">{t(room)}</dt>
              <dd className="ml-auto whitespace-nowrap tabular-nums">{msText(times[at] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  )
}
