// A flat row of a spreadsheet -> a nested input, by the task's own form: a column is named as a field's path, a cell is text. For tasks that
// bring no `arrange` of their own.
import type { FormDescriptor, FormField } from './form.ts'

/** As `InputFault` of the kit, which knows this file. */
type Fault = { path: string; message: string; fix: string }
type Arranged = { input: unknown; faults: Fault[] }
type Nested = { [name: string]: unknown }

/** An input without a dotted name passes as it is: it is nested already, or there is nothing to nest. */
export function arrangeFlatRow(form: FormDescriptor, raw: unknown): Arranged {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { input: raw, faults: [] }
  const cells = Object.entries(raw)
  if (!cells.some(([name]) => name.includes('.'))) return { input: raw, faults: [] }
  const fields = new Map(form.groups.flatMap((group) => group.fields.map((field) => [field.path, field])))
  const input: Nested = {}
  const faults: Fault[] = []
  for (const [path, cell] of cells) {
    const field = fields.get(path)
    const value = field && typeof cell === 'string' ? readCell(field, cell.trim()) : cell
    if (value === undefined) faults.push(unreadable(path, field))
    else if (field || value !== '') put(input, path.split('.'), value)
  }
  return { input, faults }
}

const noValue = /^(?:|na|n\/a|null)$/i
const words = new Map<string, boolean>([
  ...['yes', 'true', '1', '是'].map((text) => [text, true] as const),
  ...['no', 'false', '0', '否'].map((text) => [text, false] as const),
])

/** null for an empty cell, undefined for one that cannot be read. */
function readCell({ kind }: FormField, text: string): unknown {
  if (noValue.test(text)) return null
  if (kind === 'boolean') return words.get(text.toLowerCase())
  if (kind !== 'number' && kind !== 'fraction') return text
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

function unreadable(path: string, field: FormField | undefined): Fault {
  const fix = field?.kind === 'boolean' ? 'Send yes or no' : 'Send a number with a point as the decimal sign'
  return { path, message: `is not a ${field?.kind ?? 'value'}`, fix }
}

/** Names that would reach a prototype stay as they are: the schema refuses them as unknown. */
function put(input: Nested, names: readonly string[], value: unknown): void {
  const [name = '', ...rest] = names
  if (rest.length === 0 || name === '__proto__') {
    Object.defineProperty(input, names.join('.'), { value, enumerable: true, writable: true, configurable: true })
    return
  }
  const held = Object.hasOwn(input, name) ? input[name] : undefined
  const inner: Nested = typeof held === 'object' && held !== null ? { ...held } : {}
  put(inner, rest, value)
  input[name] = inner
}
