// The expectations report over records: what is missing, how values spread, how balanced the label is. Pure, so a page can run it on a
// preview before anything is sent.
import type { Collection } from './collection.ts'

type FieldReport = {
  field: string
  present: number
  missing: number
  distinct: number
  /** Smallest and largest of numbers and times; the most frequent of texts. */
  from: number | string | null
  to: number | string | null
  top: { value: string; rows: number }[]
}
type Expectation = { name: string; verdict: 'ok' | 'warning'; field: string | null; figure: number }
export type ExpectationsReport = {
  rows: number
  fields: FieldReport[]
  balance: { value: string; rows: number }[] | null
  span: { from: string; to: string } | null
  expectations: Expectation[]
}

/** Different values counted per field; past that a report says "or more". */
export const maxTracked = 1000
const mostMissing = 0.2
const leastMinority = 0.02

export function reportOf(collection: Collection, records: readonly Record<string, unknown>[]): ExpectationsReport {
  const flat = records.map(flatten)
  const names = [
    ...new Set([...collection.fields.map((field) => field.name), ...flat.flatMap((one) => [...one.keys()])]),
  ]
  const fields = names
    .filter((name) => collection.fields.find((field) => field.name === name)?.kind !== 'record')
    .map((name) => fieldReport(name, flat))
  const { label } = collection
  const balance = label ? (fields.find((one) => one.field === label)?.top ?? []) : null
  const times = records.flatMap((record) => collection.headOf(record).at ?? []).sort()
  const [first, last] = [times[0], times.at(-1)]
  return {
    rows: records.length,
    fields,
    balance,
    span: first && last ? { from: first, to: last } : null,
    expectations: expectationsOf(fields, { rows: records.length, balance }),
  }
}

/** One level of nesting becomes `outer.inner`. */
function flatten(record: Record<string, unknown>): Map<string, unknown> {
  return new Map(
    Object.entries(record).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, own]) => [`${name}.${inner}`, own])
        : [[name, value]],
    ),
  )
}

function fieldReport(field: string, records: readonly Map<string, unknown>[]): FieldReport {
  const counts = new Map<string, number>()
  let [present, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let isNumeric = true
  for (const record of records) {
    const value = record.get(field)
    if (value === undefined && holdsParts(record, field)) present++
    if (value === undefined || value === null || value === '') continue
    present++
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (counts.size < maxTracked || counts.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
    const number = typeof value === 'number' ? value : Number(text)
    if (typeof value === 'boolean' || !Number.isFinite(number)) isNumeric = false
    low = Math.min(low, number)
    high = Math.max(high, number)
  }
  const texts = [...counts.keys()].sort()
  const top = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 5)
  const isRange = isNumeric && counts.size > 0
  return {
    field,
    present,
    missing: records.length - present,
    distinct: counts.size,
    from: isRange ? low : (texts[0] ?? null),
    to: isRange ? high : (texts.at(-1) ?? null),
    top: top.map(([value, rows]) => ({ value, rows })),
  }
}

/** A title in two languages is not missing, though only its parts have values. */
const holdsParts = (record: Map<string, unknown>, field: string): boolean =>
  [...record].some(([name, value]) => name.startsWith(`${field}.`) && value !== undefined && value !== null)

type Seen = { rows: number; balance: ExpectationsReport['balance'] }

function expectationsOf(fields: readonly FieldReport[], { rows, balance }: Seen): Expectation[] {
  const found: Expectation[] = []
  for (const { field, missing, present, distinct } of fields) {
    if (rows > 0 && present > 0 && missing / rows > mostMissing)
      found.push({ name: 'missing', verdict: 'warning', field, figure: missing / rows })
    if (rows > 20 && present > 0 && distinct === 1)
      found.push({ name: 'constant', verdict: 'warning', field, figure: present })
  }
  if (balance && rows > 0) {
    const least = balance.length < 2 ? 0 : Math.min(...balance.map((one) => one.rows)) / rows
    found.push({
      name: 'class_balance',
      verdict: least < leastMinority ? 'warning' : 'ok',
      field: null,
      figure: least,
    })
  }
  return found
}
