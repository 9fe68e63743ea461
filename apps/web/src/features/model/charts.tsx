'use client'
// Small charts of a version: calibration, the shape of every feature, and how its scores spread against the champion's.
import type { Curves } from '@guildhall/contracts/model'
import { useTranslations } from 'next-intl'

const size = 220
const inset = 28

export function Calibration({ points }: { points: NonNullable<Curves['calibration']> }) {
  const t = useTranslations('models')
  const most = Math.max(0.05, ...points.flatMap((point) => [point.predicted, point.observed]))
  const x = (value: number) => inset + (value / most) * (size - inset - 8)
  const y = (value: number) => size - inset - (value / most) * (size - inset - 8)
  const percent = (value: number) => `${Math.round(value * 100)} %`
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="w-full max-w-xs" role="img" aria-label={t('calibrationText')}>
      <line x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} className="stroke-line" strokeDasharray="4 4" />
      <line x1={x(0)} y1={y(0)} x2={x(most)} y2={y(0)} className="stroke-line" />
      <line x1={x(0)} y1={y(0)} x2={x(0)} y2={y(most)} className="stroke-line" />
      {points.map((point) => (
        <circle key={point.predicted} cx={x(point.predicted)} cy={y(point.observed)} r={4} className="fill-accent">
          <title>{`${percent(point.predicted)} → ${percent(point.observed)} (${point.rows})`}</title>
        </circle>
      ))}
      <text x={x(most)} y={size - 8} textAnchor="end" className="fill-soft text-[10px]">
        {t('predicted', { most: percent(most) })}
      </text>
      <text x={6} y={14} className="fill-soft text-[10px]">
        {t('observed')}
      </text>
    </svg>
  )
}

export function Shapes({ shapes }: { shapes: NonNullable<Curves['shapes']> }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {shapes.map((shape) => (
        <li key={shape.feature}>
          <p className="mb-1 truncate font-mono text-xs">{shape.feature}</p>
          <Shape points={shape.points} feature={shape.feature} />
        </li>
      ))}
    </ul>
  )
}

type Points = NonNullable<Curves['shapes']>[number]['points']
const [wide, high] = [240, 80]

function Shape({ points, feature }: { points: Points; feature: string }) {
  const t = useTranslations('models')
  const most = Math.max(0.1, ...points.map((point) => Math.abs(point.y)))
  const y = (value: number) => high / 2 - (value / most) * (high / 2 - 6)
  const step = wide / points.length
  const isLevels = points.some((point) => typeof point.x === 'string')
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${step * (at + 0.5)} ${y(point.y)}`).join(' ')
  const [first, last] = [points[0]?.x, points.at(-1)?.x]
  const edge = (value: number | string | undefined) =>
    typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value ?? '')
  return (
    <>
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        className="w-full rounded-md bg-raised"
        role="img"
        aria-label={t('shapeOf', { feature })}
      >
        <line x1={0} x2={wide} y1={high / 2} y2={high / 2} className="stroke-line" />
        {isLevels ? (
          points.map((point, at) => (
            <rect
              key={String(point.x)}
              x={step * at + step * 0.15}
              width={step * 0.7}
              y={Math.min(y(0), y(point.y))}
              height={Math.max(1, Math.abs(y(point.y) - y(0)))}
              className={point.y > 0 ? 'fill-bad' : 'fill-good'}
            >
              <title>{`${point.x}: ${point.y.toFixed(2)}`}</title>
            </rect>
          ))
        ) : (
          <path d={path} fill="none" strokeWidth={2} className="stroke-accent" />
        )}
      </svg>
      <p className="mt-0.5 flex justify-between text-[11px] text-soft">
        {isLevels ? (
          points.map((point) => (
            <span key={String(point.x)} className="truncate">
              {String(point.x)}
            </span>
          ))
        ) : (
          <>
            <span>{edge(first)}</span>
            <span>{edge(last)}</span>
          </>
        )}
      </p>
    </>
  )
}

export function Stability({ bins }: { bins: NonNullable<Curves['stability']> }) {
  const t = useTranslations('models')
  const most = Math.max(0.01, ...bins.flatMap((bin) => [bin.expected, bin.actual]))
  return (
    <div>
      <svg viewBox={`0 0 ${wide} ${high}`} className="w-full max-w-md" role="img" aria-label={t('stabilityText')}>
        {bins.map((bin, at) => {
          const x = (wide / bins.length) * at
          const half = wide / bins.length / 2 - 2
          const tall = (share: number) => (share / most) * (high - 4)
          return (
            <g key={bin.from}>
              <rect
                x={x + 1}
                width={half}
                y={high - tall(bin.expected)}
                height={tall(bin.expected)}
                className="fill-line"
              />
              <rect
                x={x + half + 1}
                width={half}
                y={high - tall(bin.actual)}
                height={tall(bin.actual)}
                className="fill-accent"
              />
            </g>
          )
        })}
      </svg>
      <p className="mt-1 flex gap-4 text-[11px] text-soft">
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-sm bg-line" aria-hidden /> {t('champion')}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-sm bg-accent" aria-hidden /> {t('thisVersion')}
        </span>
      </p>
    </div>
  )
}
