// Tallies what records say, field by field, for the suggestions of a rule builder: the most frequent values, the span of numbers, one unit.
import type { RuleValue } from './rule-builder.ts'

type TalliedField = {
  field: string
  attribute: string | null
  kind: 'text' | 'number' | 'boolean'
  unit: string | null
  min: number | null
  max: number | null
  values: { value: string; records: number }[]
}
type Sums = {
  field: string
  attribute: string | null
  kinds: Set<string>
  units: Set<string>
  counts: Map<string, number>
  min: number
  max: number
}

const mostFields = 80
const mostValues = 100
// Past it a field is a text of its own each, such as a description: new values are no longer told apart.
const mostCounted = 5000

export function tallyValues(): { add: (values: readonly RuleValue[]) => void; fields: () => TalliedField[] } {
  const sums = new Map<string, Sums>()
  const add = ({ field, attribute, value, unit }: RuleValue) => {
    const name = `${field} ${attribute ?? ''}`
    const own = sums.get(name) ?? {
      field,
      attribute,
      kinds: new Set(),
      units: new Set(),
      counts: new Map(),
      min: Infinity,
      max: -Infinity,
    }
    sums.set(name, own)
    own.kinds.add(typeof value)
    if (unit !== null) own.units.add(unit)
    if (typeof value === 'number') {
      own.min = Math.min(own.min, value)
      own.max = Math.max(own.max, value)
    }
    const text = String(value)
    const before = own.counts.get(text)
    if (before !== undefined || own.counts.size < mostCounted) own.counts.set(text, (before ?? 0) + 1)
  }
  return { add: (values) => values.forEach(add), fields: () => [...sums.values()].slice(0, mostFields).map(fieldOf) }
}

function fieldOf({ field, attribute, kinds, units, counts, min, max }: Sums): TalliedField {
  const [only] = kinds
  const kind = kinds.size === 1 && (only === 'number' || only === 'boolean') ? only : 'text'
  const [unit = null] = units
  return {
    field,
    attribute,
    kind,
    unit: units.size === 1 ? unit : null,
    min: kind === 'number' ? min : null,
    max: kind === 'number' ? max : null,
    values:
      kind === 'number'
        ? []
        : [...counts]
            .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
            .slice(0, mostValues)
            .map(([value, records]) => ({ value, records })),
  }
}
