// A tenant's own columns -> the input of a risk note, and what to do where a field is missing: both are data of the template.
import { closest } from 'fastest-levenshtein'
import { valueAt } from '../../kit/golden.ts'
import type { InputFault } from '../../kit/vertical.ts'
import type { RiskNoteContent } from './content.ts'
import type { RiskNoteInput } from './input.ts'
import { type FieldKind, type InputPath, inputFields, inputPaths } from './input-fields.ts'

type Mapping = RiskNoteContent['mapping'][number]
type Nested = Record<string, unknown>

/** A flat row (keys are mapped columns or dotted paths) becomes nested; an input that is nested already passes as it is. */
export function arrangeInput(
  raw: unknown,
  { mapping, missing, products }: RiskNoteContent,
): { input: unknown; faults: InputFault[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { input: raw, faults: [] }
  const columns = new Map(mapping.map((one) => [one.from, one]))
  const isFlat = Object.keys(raw).some((key) => columns.has(key) || key.includes('.'))
  const { input, faults } = isFlat ? nested(raw, columns) : { input: raw, faults: [] }
  const type = valueAt(input, 'product.type')
  const isOther = typeof type === 'string' && !products.some((product) => product === type)
  const other = isOther
    ? [
        {
          path: 'product.type',
          message: `is ${type}, which this template is not for`,
          fix: `Send ${products.join(' or ')}, or use another template`,
        },
      ]
    : []
  const refused = missing
    .filter(({ path, rule }) => rule === 'refuse' && (valueAt(input, path) ?? null) === null)
    .map(({ path }) => ({
      path,
      message: 'is missing, and this template takes no application without it',
      fix: `Send ${path}`,
    }))
  return { input, faults: [...faults, ...other, ...refused] }
}

function nested(raw: object, columns: ReadonlyMap<string, Mapping>): { input: Nested; faults: InputFault[] } {
  const input: Nested = {}
  const faults: InputFault[] = []
  for (const [key, cell] of Object.entries(raw)) {
    const column = columns.get(key)
    const path = column?.to ?? inputPaths.find((one) => one === key)
    if (path) {
      const value = cellValue(cell, { kind: inputFields[path].kind, column })
      if (value === undefined)
        faults.push({
          path: key,
          message: `"${String(cell).slice(0, 40)}" is not a ${inputFields[path].kind}`,
          fix: fixes[inputFields[path].kind],
        })
      else if (value !== null) put(input, path, value)
    } else if (typeof cell === 'object' && cell !== null) input[key] = cell
    else if (String(cell ?? '') !== '')
      faults.push({
        path: key,
        message: 'is no column that this template maps',
        fix: `Map it, leave it out, or send ${closest(key, [...columns.keys(), ...inputPaths])}`,
      })
  }
  return { input, faults }
}

const fixes: Record<FieldKind, string> = {
  text: 'Send a text',
  money: 'Send an amount such as 25000.00',
  fraction: 'Send a fraction such as 0.139, or map the column as percent',
  number: 'Send a number',
  boolean: 'Send yes or no',
}

type Reading = { kind: FieldKind; column: Mapping | undefined }

/** null for an empty cell, undefined for one that cannot be read. */
function cellValue(cell: unknown, { kind, column }: Reading): unknown {
  const text = (typeof cell === 'string' ? cell : JSON.stringify(cell ?? '')).trim()
  if (text === '' || text === '""' || /^(?:na|n\/a|null)$/i.test(text)) return null
  const meant = column?.values[text] ?? text
  if (kind === 'text') return meant
  if (kind === 'boolean') return booleans.get(meant.toLowerCase())
  // Thousands by comma, by blank or by apostrophe; the point is the decimal sign.
  const bare = meant.replaceAll(/(?<=\d)[, ’'](?=\d{3}(?:\D|$))/g, '').replace(/%$/, '')
  const number = Number(bare)
  if (bare === '' || !Number.isFinite(number)) return undefined
  if (kind === 'money') return /^-?\d+(?:\.\d{1,2})?$/.test(bare) ? bare : undefined
  if (kind === 'fraction' && (column?.as === 'percent' || meant.endsWith('%')))
    return Number((number / 100).toPrecision(12))
  return column?.as === 'years' ? Math.round(number * 12) : number
}

const booleans = new Map([
  ...['yes', 'y', 'true', '1', '是', '已核实'].map((text) => [text, true] as const),
  ...['no', 'n', 'false', '0', '否', '未核实'].map((text) => [text, false] as const),
])

function put(input: Nested, path: string, value: unknown): void {
  const [head = '', tail] = path.split('.')
  if (tail === undefined) input[head] = value
  else input[head] = { ...Object(input[head]), [tail]: value }
}

/** The input with what the template assumes where nothing was sent; `assumed` names those fields, and the note says so. */
export function completed(
  input: RiskNoteInput,
  { missing }: RiskNoteContent,
): { input: RiskNoteInput; assumed: InputPath[] } {
  const assumed: InputPath[] = []
  let full = input
  for (const { path, rule, value } of missing) {
    if (rule !== 'assume' || value === undefined || (valueAt(input, path) ?? null) !== null) continue
    full = withPath(full, path, value)
    assumed.push(path)
  }
  return { input: full, assumed }
}

/** The input with another value at one path; also what recourse tries. Guarantee: paths and values come from the content's own schema. */
export function withPath(input: RiskNoteInput, path: InputPath, value: unknown): RiskNoteInput {
  const copy: Nested = { ...input }
  put(copy, path, value)
  return copy as RiskNoteInput
}
