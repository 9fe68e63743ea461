// How numbers of a run read on screen.
import type { RunObject } from '@guildhall/contracts/run-object'

/** From creation to end, as milliseconds or seconds; empty while it has not ended. */
export function durationText(run: Pick<RunObject, 'created_at' | 'finished_at'>): string {
  if (!run.finished_at) return ''
  return msText(Date.parse(run.finished_at) - Date.parse(run.created_at))
}

export function msText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`
  return ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(ms < 1 ? 2 : 1)} ms`
}

export function signed(points: number): string {
  const text = Math.abs(points).toFixed(1)
  return points < 0 ? `−${text}` : `+${text}`
}

export function percent(fraction: number | null, missing: string): string {
  return fraction === null ? missing : `${(fraction * 100).toFixed(1)}%`
}

/** Half-widths of a diverging bar in percent of half the chart: the longest bar fills its side. */
export function barWidths(points: readonly number[]): number[] {
  const longest = Math.max(...points.map(Math.abs), Number.MIN_VALUE)
  return points.map((value) => (Math.abs(value) / longest) * 100)
}
