// An expectation as a line of a form: one thing asked of one path. Values are JSON where they parse as such, else text.
import type { Expectation } from '@guildhall/contracts/golden'

export const kinds = ['equals', 'near', 'min', 'max', 'contains', 'lacks', 'one_of', 'schema'] as const
export type Line = { path: string; kind: (typeof kinds)[number]; value: string }

/** `near` is written `0.38 ± 0.01`. */
const near = /^\s*(-?[\d.eE+-]+)\s*(?:±|\+-|\+\/-)\s*([\d.eE-]+)\s*$/

export function lineOf(one: Expectation): Line[] {
  const { path } = one
  const lines: Line[] = []
  const add = (kind: Line['kind'], value: string) => void lines.push({ path, kind, value })
  if (one.equals !== undefined && one.tolerance !== undefined) add('near', `${textOf(one.equals)} ± ${one.tolerance}`)
  else if (one.equals !== undefined) add('equals', textOf(one.equals))
  if (one.min !== undefined) add('min', String(one.min))
  if (one.max !== undefined) add('max', String(one.max))
  if (one.contains !== undefined) add('contains', one.contains)
  if (one.lacks !== undefined) add('lacks', one.lacks)
  if (one.one_of !== undefined) add('one_of', JSON.stringify(one.one_of))
  if (one.schema !== undefined) add('schema', JSON.stringify(one.schema))
  return lines
}

/** What its schema has still to accept: a line may be half typed. */
export function expectationOf({ path, kind, value }: Line): Record<string, unknown> {
  if (kind === 'contains' || kind === 'lacks') return { path, [kind]: value }
  if (kind !== 'near') return { path, [kind]: readValue(value) }
  const [, equals, tolerance] = near.exec(value) ?? []
  return { path, equals: Number(equals), tolerance: Number(tolerance) }
}

/** A text that would read as something else is shown in quotes. */
function textOf(value: unknown): string {
  return typeof value === 'string' && readValue(value) === value ? value : JSON.stringify(value)
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
