'use client'
// The head of a result whose vertical has no page of its own: the figures its pack names, and what pushed them, as bars.
import type { ResultObject } from '@guildhall/contracts/result'
import { readHighlights, type ShownHighlights } from '@guildhall/verticals/kit/highlight'
import { useLocale } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { cn } from '../../ui/cn.ts'
import { usePack } from '../pack/use-pack.ts'
import { barWidths } from './format.ts'

type Figure = ShownHighlights['figures'][number]
const badges: Record<Figure['tone'], Tone> = { plain: 'info', good: 'good', warn: 'warn', bad: 'bad' }

/** Draws nothing where the pack names nothing. */
export function Highlights({ result }: { result: ResultObject }) {
  const locale = useLocale()
  const tasks = usePack(result.vertical).pack?.tasks ?? []
  const shown = tasks
    .map(({ highlights }) => highlights && readHighlights(highlights, result.output, locale))
    .find(Boolean)
  const [first, ...others] = shown?.figures ?? []
  if (!shown || !first) return null
  return (
    <>
      <Card className="grid gap-6 p-5 md:grid-cols-[auto_1fr]">
        <div>
          <p className="mb-1 text-soft text-xs">{first.label}</p>
          <Badge tone={badges[first.tone]} className="px-3 py-1 text-base">
            {first.text}
          </Badge>
        </div>
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {others.map((figure) => (
            <div key={figure.path}>
              <dt className="text-soft text-xs leading-snug">{figure.label}</dt>
              <dd className="mt-1 font-medium text-[15px] tabular-nums">{figure.text}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {shown.bars && <Bars {...shown.bars} />}
    </>
  )
}

/** A table, so that it reads without eyes too. */
function Bars({ title, entries }: NonNullable<ShownHighlights['bars']>) {
  const widths = barWidths(entries.map((entry) => entry.value))
  return (
    <Card>
      <CardHeader title={title} />
      <CardBody>
        <table className="w-full text-[13px]">
          <tbody>
            {entries.map((entry, at) => (
              <tr key={entry.label}>
                <th scope="row" className="w-[45%] py-1.5 pr-3 text-left font-normal leading-tight">
                  {entry.label}
                </th>
                <td className="py-1.5">
                  <Bar width={widths[at] ?? 0} isLeft={entry.value < 0} tone={entry.tone} />
                </td>
                <td className="w-16 py-1.5 text-right font-medium tabular-nums">{entry.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  )
}

function Bar({ width, isLeft, tone }: { width: number; isLeft: boolean; tone: Figure['tone'] }) {
  return (
    <div aria-hidden className="relative h-4 w-full">
      <div className="absolute inset-y-0 left-1/2 w-px bg-line" />
      <div
        className={cn(
          'absolute inset-y-0.5 rounded-sm',
          isLeft ? 'right-1/2' : 'left-1/2',
          tone === 'bad' ? 'bg-bad/75' : 'bg-good/75',
        )}
        style={{ width: `${width / 2}%` }}
      />
    </div>
  )
}
