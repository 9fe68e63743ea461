'use client'
// Two small charts over the same prices: units with their interval, and what is to be made largest. Dashed where a price was never tried.
import { useTranslations } from 'next-intl'
import type { PriceOutput, PricePoint } from './price-output.ts'

const [wide, tall, inset] = [420, 200, 34]

export function PriceCurve({ output }: { output: PriceOutput }) {
  const t = useTranslations('price')
  const gain = (point: PricePoint) => Number(output.objective === 'margin' ? (point.margin ?? 0) : point.revenue)
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Chart
        output={output}
        title={t(`units.${output.period}`)}
        read={(point) => point.units}
        band={(point) => point.units_interval_90}
      />
      <Chart output={output} title={t(output.objective)} read={gain} />
    </div>
  )
}

type ChartProps = {
  output: PriceOutput
  title: string
  read: (point: PricePoint) => number
  band?: (point: PricePoint) => readonly [number, number]
}

function Chart({ output, title, read, band }: ChartProps) {
  const t = useTranslations('price')
  const { curve, current, advised_price: advised } = output
  const prices = curve.map((point) => Number(point.price))
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const values = curve.flatMap((point) => [read(point), ...(band?.(point) ?? [])])
  const top = Math.max(...values, 1e-9)
  // What is to be made largest differs by little over these prices: its axis does not begin at nought.
  const room = band ? 0 : 0.15 * (top - Math.min(...values))
  const [least, most] = band ? [0, top] : [Math.min(...values) - room, top + room]
  const x = (price: number) => inset + ((price - low) / Math.max(high - low, 1e-9)) * (wide - inset - 8)
  const y = (value: number) => tall - 22 - ((value - least) / (most - least)) * (tall - 40)
  const path = (points: readonly PricePoint[], value: (point: PricePoint) => number) =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(Number(point.price))} ${y(value(point))}`).join(' ')
  const marks = [
    { price: current?.price ?? null, name: t('currentMark'), tone: 'fill-soft' },
    { price: advised, name: t('advisedMark'), tone: 'fill-good' },
  ]
  return (
    <figure>
      <figcaption className="mb-1 text-[13px]">{title}</figcaption>
      <svg viewBox={`0 0 ${wide} ${tall}`} className="w-full" role="img" aria-label={t('chartLabel', { title })}>
        <line x1={inset} x2={wide - 8} y1={y(least)} y2={y(least)} className="stroke-line" />
        {band && (
          <path
            d={`${path(curve, (point) => band(point)[1])} ${path(curve.toReversed(), (point) => band(point)[0]).replace('M', 'L')} Z`}
            className="fill-accent/15"
          />
        )}
        {segmentsOf(curve).map(({ points, isBeyond }) => (
          <path
            key={points[0]?.price}
            d={path(points, read)}
            fill="none"
            strokeWidth={2}
            strokeDasharray={isBeyond ? '5 4' : undefined}
            className="stroke-accent"
          />
        ))}
        {marks.map(({ price, name, tone }) => {
          const point = curve.find((one) => one.price === price)
          return (
            point && (
              <circle key={name} cx={x(Number(point.price))} cy={y(read(point))} r={5} className={tone}>
                <title>{`${name}: ${point.price}`}</title>
              </circle>
            )
          )
        })}
        <text x={inset} y={tall - 6} className="fill-soft text-[10px]">
          {curve[0]?.price}
        </text>
        <text x={wide - 8} y={tall - 6} textAnchor="end" className="fill-soft text-[10px]">
          {curve.at(-1)?.price}
        </text>
        <text x={2} y={12} className="fill-soft text-[10px]">
          {Math.round(most)}
        </text>
        <text x={2} y={tall - 24} className="fill-soft text-[10px]">
          {Math.round(least)}
        </text>
      </svg>
      <p className="mt-1 flex gap-4 text-[11px] text-soft">
        {marks
          .filter((mark) => mark.price !== null)
          .map(({ name, tone, price }) => (
            <span key={name} className="flex items-center gap-1.5">
              <svg viewBox="0 0 10 10" className="size-2.5" aria-hidden>
                <circle cx={5} cy={5} r={5} className={tone} />
              </svg>
              {name} {price}
            </span>
          ))}
      </p>
    </figure>
  )
}

/** Runs of points on one side of what was seen; neighbours share their border point, so that the line has no gap. */
function segmentsOf(curve: readonly PricePoint[]): { points: PricePoint[]; isBeyond: boolean }[] {
  const segments: { points: PricePoint[]; isBeyond: boolean }[] = []
  for (const point of curve) {
    const last = segments.at(-1)
    if (last && last.isBeyond === point.beyond_seen) last.points.push(point)
    else segments.push({ points: [...(last?.points.slice(-1) ?? []), point], isBeyond: point.beyond_seen })
  }
  return segments
}
