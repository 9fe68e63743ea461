// A spreadsheet's row -> an exercise: hints, choices and both languages stand in columns of their own there, and inside the record here.
import type { CollectionField } from '../../../kit/collection.ts'

type Row = Record<string, unknown>

const levels = [0, 1, 2, 3, 4]
const letters = ['a', 'b', 'c', 'd', 'e', 'f']

const column = (name: string, aliases: readonly string[], kind: CollectionField['kind'] = 'text'): CollectionField => ({
  name,
  kind,
  required: false,
  aliases,
})

/** `stem.en` and `stem.zh-CN`; other files write `stem_zh`. */
const bothOf = (field: string, ...others: string[]): CollectionField[] => [
  column(
    `${field}.en`,
    [field, ...others].flatMap((name) => [`${name}_en`, `${name}_english`]),
  ),
  column(
    `${field}.zh-CN`,
    [field, ...others].flatMap((name) => [`${name}_zh`, `${name}_chinese`]),
  ),
]

export const exerciseColumns: readonly CollectionField[] = [
  ...bothOf('stem', 'question', 'text'),
  ...levels.flatMap((level) => [column(`hint_${level}`, [`hint${level}`]), ...bothOf(`hint_${level}`, `hint${level}`)]),
  ...letters.map((letter) => column(`choice_${letter}`, [`option_${letter}`, `choice${letter}`, `option${letter}`])),
  column('tolerance.absolute', ['tolerance', 'tolerance_abs'], 'number'),
  column('tolerance.relative', ['tolerance_rel'], 'number'),
]

export const skillColumns: readonly CollectionField[] = bothOf('title', 'name')

/** Folds the columns into their fields; what was not mapped stays as it is, and the schema judges the whole. */
export function exerciseOfRow(row: Row): Row {
  const record = withBoth(row, 'stem')
  const hints = levels.flatMap((level) => {
    const text = takeBoth(record, `hint_${level}`)
    return text === undefined ? [] : [{ level, text }]
  })
  const choices = letters.flatMap((letter) => {
    const text = take(record, `choice_${letter}`)
    return text === undefined ? [] : [{ id: letter, text }]
  })
  const tolerance = {
    absolute: take(record, 'tolerance.absolute'),
    relative: take(record, 'tolerance.relative'),
  }
  if (hints.length > 0) record.hints = hints
  if (choices.length > 0) record.choices = choices
  if (tolerance.absolute !== undefined || tolerance.relative !== undefined) record.tolerance = present(tolerance)
  const key = record.answer_key
  const chosen = choices.find((one) => one.text === key || one.id === String(key).toLowerCase())
  return chosen ? { ...record, answer_key: chosen.id } : record
}

export function skillOfRow(row: Row): Row {
  return withBoth(row, 'title')
}

function withBoth(row: Row, field: string): Row {
  const record = { ...row }
  const text = takeBoth(record, field)
  return text === undefined ? record : { ...record, [field]: text }
}

/** Removes what it takes: a column that was folded is no field of the record. */
function takeBoth(record: Row, field: string): unknown {
  const [plain, en, zh] = [take(record, field), take(record, `${field}.en`), take(record, `${field}.zh-CN`)]
  return en === undefined && zh === undefined ? plain : present({ en: en ?? plain, 'zh-CN': zh })
}

function take(record: Row, name: string): unknown {
  const value = record[name]
  delete record[name]
  return value
}

const present = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
