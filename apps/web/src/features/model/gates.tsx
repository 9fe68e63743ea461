'use client'
// The gates of a version: what was measured, against which threshold, how sure it is, and what that means.
import type { Gate } from '@guildhall/contracts/gate'
import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'

const looks = {
  pass: { Icon: CircleCheck, tone: 'text-good' },
  fail: { Icon: CircleX, tone: 'text-bad' },
  not_run: { Icon: CircleMinus, tone: 'text-soft' },
} as const

export function Gates({ gates }: { gates: readonly Gate[] }) {
  const t = useTranslations('models')
  if (gates.length === 0) return <p className="text-soft text-[13px]">{t('noGates')}</p>
  return (
    <ul className="divide-y divide-line">
      {gates.map((gate) => (
        <GateRow key={gate.measure} gate={gate} />
      ))}
    </ul>
  )
}

function GateRow({ gate }: { gate: Gate }) {
  const t = useTranslations('models')
  const { Icon, tone } = looks[gate.verdict]
  const [measure = '', of] = gate.measure.split(':')
  return (
    <li className="grid gap-x-4 gap-y-1 py-3 text-[13px] first:pt-0 last:pb-0 sm:grid-cols-[1fr_auto]">
      <span className="flex items-start gap-2">
        <Icon className={`mt-0.5 size-4 shrink-0 ${tone}`} aria-hidden />
        <span>
          <span className="font-medium">{t(`gate.${gate.name}`)}</span>{' '}
          <span className="text-soft">
            {t(`measure.${measure as 'auc'}`)}
            {of && ` · ${of}`}
          </span>
          <span className="mt-0.5 block text-soft">{gate.detail}</span>
        </span>
      </span>
      <span className="pl-6 text-right tabular-nums sm:pl-0">
        <span className={`font-medium ${tone}`}>{t(`verdict.${gate.verdict}`)}</span>
        <span className="block">
          {figure(gate.figure)}
          {gate.interval && (
            <span className="text-soft">
              {' '}
              [{figure(gate.interval[0])}, {figure(gate.interval[1])}]
            </span>
          )}
        </span>
        {gate.threshold !== null && (
          <span className="block text-soft text-xs">
            {t(`passes.${gate.passes}`, { threshold: figure(gate.threshold) })}
          </span>
        )}
      </span>
    </li>
  )
}

function figure(value: number | null): string {
  if (value === null) return '–'
  if (value !== 0 && Math.abs(value) < 0.0005) return value.toExponential(1)
  return String(Math.round(value * 10_000) / 10_000)
}
