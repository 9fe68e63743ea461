// `./guildhall evaluate retail --csv F --user U --item I [--ts T]`: every retail family on one protocol, as JSON.
import { evaluateRetail } from '@guildhall/learn/retail/evaluate'
import { type Interactions, interactionsOf, selectEvents } from '@guildhall/learn/retail/interactions'
import {
  givenSplit,
  hideOne,
  leaveLastOut,
  type SplitPair,
  strongGeneralisation,
  timeSplit,
} from '@guildhall/learn/retail/protocols'
import { z } from 'zod'
import { openMultiply } from '../../workers/training/src/multiply.ts'
import { costSince, readOptions, showProgress } from './arguments.ts'
import { readColumns } from './csv-columns.ts'

export const retailUsage = `usage: ./guildhall evaluate retail --csv F --user U --item I [--ts T]
  [--protocol leave-last-out|strong-generalisation|time-split|hide-one|given] [--repeats] [--folds 5] [--min-users 1] [--seed 1]
  [--valid-from T --test-from T]   time-split: events before choose and fit, the rest test (default: last 2 x 15 % of the events)
  [--join F --on COL]              takes the item from another file that shares a column
  [--value COL --min-value N]      keeps events of at least this value, e.g. ratings of 4 and more
  [--split COL]                    given: a column of train, valid, valid-target, test and test-target
  [--drop-items a,b]`

const optional = z.string().optional()
const number = z.coerce.number()
const argumentsSchema = z.object({
  csv: z.string('--csv is missing'),
  user: z.string('--user is missing'),
  item: z.string('--item is missing'),
  ts: optional,
  protocol: z.enum(['leave-last-out', 'strong-generalisation', 'time-split', 'hide-one', 'given']).optional(),
  repeats: z.boolean().default(false),
  folds: number.int().min(2).max(20).default(5),
  'min-users': number.int().min(1).default(1),
  'valid-from': number.optional(),
  'test-from': number.optional(),
  join: optional,
  split: optional,
  on: optional,
  value: optional,
  'min-value': number.optional(),
  'drop-items': z
    .string()
    .default('')
    .transform((names) => names.split(',').filter((name) => name !== '')),
  seed: number.int().min(0).default(1),
})
type Arguments = z.infer<typeof argumentsSchema>

export async function evaluateRetailCsv(args: readonly string[]): Promise<object> {
  const wanted = readArguments(args)
  const startedAt = performance.now()
  const { events, parts } = await readEvents(wanted)
  const protocol = wanted.protocol ?? (wanted.ts ? 'leave-last-out' : 'strong-generalisation')
  const pairs = splitsOf(events, { ...wanted, protocol, parts })
  const tested = pairs.reduce((sum, pair) => sum + pair.outer.tested.length, 0)
  if (tested === 0) throw new Error(`${protocol} leaves nobody to test: the users' histories are too short for it`)
  const families = await evaluateRetail(pairs, {
    multiply: await openMultiply(),
    seed: wanted.seed,
    onProgress: showProgress,
  })
  return {
    vertical: 'retail',
    csv: wanted.csv,
    protocol,
    repeats: wanted.repeats,
    events: events.user.length,
    users: events.users.length,
    items: events.items.length,
    tested,
    families,
    best: families.reduce((best, one) => (one.ndcg_at_10 > best.ndcg_at_10 ? one : best)).family,
    seed: wanted.seed,
    ...costSince(startedAt),
  }
}

function readArguments(args: readonly string[]): Arguments {
  const wanted = readOptions(argumentsSchema, args)
  if (wanted.join && !wanted.on) throw new Error('--join needs --on, the column both files share')
  const needsTime = wanted.protocol === 'time-split' || wanted.protocol === 'leave-last-out'
  if (needsTime && !wanted.ts) throw new Error(`--protocol ${wanted.protocol} needs --ts, the time of an event`)
  return wanted
}

async function readEvents(wanted: Arguments): Promise<{ events: Interactions; parts: string[] }> {
  const key = wanted.join ? (wanted.on ?? '') : wanted.item
  const names = [wanted.user, key, wanted.ts, wanted.value, wanted.split].filter((name) => name !== undefined)
  const read = await readColumns(wanted.csv, names)
  const items = await itemsOf(wanted, read[key] ?? [])
  const dropped = new Set(wanted['drop-items'])
  const least = wanted['min-value'] ?? Number.NEGATIVE_INFINITY
  const times = wanted.ts ? (read[wanted.ts] ?? []).map(timeOf) : null
  const kept = items.flatMap((item, row) => {
    const isValued = !wanted.value || Number(read[wanted.value]?.[row]) >= least
    return item !== '' && !dropped.has(item) && isValued && read[wanted.user]?.[row] !== '' ? [row] : []
  })
  const unreadable = times ? kept.filter((row) => Number.isNaN(times[row])).length : 0
  if (unreadable > 0)
    throw new Error(`${unreadable} rows have no time that can be read in ${wanted.ts}: send numbers or ISO 8601`)
  const events = interactionsOf({
    user: kept.map((row) => read[wanted.user]?.[row] ?? ''),
    item: kept.map((row) => items[row] ?? ''),
    time: times ? kept.map((row) => times[row] ?? 0) : undefined,
  })
  const frequent = keepFrequent(events, wanted['min-users'])
  const parts = wanted.split ? (read[wanted.split] ?? []) : []
  return { events: frequent, parts: Array.from(frequent.source, (at) => parts[kept[at] ?? 0] ?? 'train') }
}

async function itemsOf(wanted: Arguments, keys: readonly string[]): Promise<string[]> {
  if (!wanted.join || !wanted.on) return [...keys]
  const other = await readColumns(wanted.join, [wanted.on, wanted.item])
  const named = new Map((other[wanted.on] ?? []).map((key, row) => [key, other[wanted.item]?.[row] ?? '']))
  return keys.map((key) => named.get(key) ?? '').map((name) => (name === 'NA' ? '' : name))
}

/** A number as it is, else ISO 8601 in seconds. */
const timeOf = (cell: string) =>
  cell.trim() === '' ? Number.NaN : Number.isNaN(Number(cell)) ? Date.parse(cell) / 1000 : Number(cell)

/** Events of items that at least `least` users touched. */
function keepFrequent(from: Interactions, least: number): Interactions {
  if (least <= 1) return from
  const users = from.items.map(() => new Set<number>())
  for (const [event, item] of from.item.entries()) users[item]?.add(from.user[event] ?? 0)
  const kept = selectEvents(from, (event) => (users[from.item[event] ?? 0]?.size ?? 0) >= least)
  const again = interactionsOf({
    user: Array.from(kept.user, (user) => from.users[user] ?? ''),
    item: Array.from(kept.item, (item) => from.items[item] ?? ''),
    time: kept.time,
  })
  return { ...again, source: again.source.map((at) => kept.source[at] ?? 0) }
}

function splitsOf(from: Interactions, wanted: Arguments & { protocol: string; parts: string[] }): SplitPair[] {
  const { repeats, folds, seed } = wanted
  if (wanted.protocol === 'strong-generalisation') return strongGeneralisation({ from, folds, seed })
  if (wanted.protocol === 'given') return [givenSplit(from, wanted.parts)]
  if (wanted.protocol === 'hide-one') return [hideOne({ from, seed })]
  if (wanted.protocol === 'leave-last-out') return [leaveLastOut({ from, repeats })]
  const sorted = from.time.slice().sort()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  const validFrom = wanted['valid-from'] ?? at(0.7)
  const testFrom = wanted['test-from'] ?? at(0.85)
  return [timeSplit({ from, repeats, validFrom, testFrom })]
}
