// How held-out events are chosen. Every protocol gives splits of one shape: what the model learns from, the histories it sees at test
// time, and the items it should rank first. Each holds an inner split of the same kind, for choosing hyperparameters.
import { openRandom, shuffle } from '../random.ts'
import {
  asBinary,
  type Interactions,
  pickRows,
  rowLength,
  type SparseRows,
  selectEvents,
  userRows,
} from './interactions.ts'

/** `train` has the users' events; `histories` (events of the tested users) and `targets` have one row per user of `tested`. */
export type Split = {
  train: Interactions
  known: Interactions
  tested: Int32Array
  targets: SparseRows
  masksSeen: boolean
}
export type SplitPair = { inner: Split; outer: Split }

type Named = { from: Interactions; repeats?: boolean }

/** Events before `validFrom` to choose, before `testFrom` to fit, the rest to test. Users with fewer than `minHistory` items are left out. */
export function timeSplit({
  from,
  validFrom,
  testFrom,
  repeats = false,
  minHistory = 5,
}: Named & { validFrom: number; testFrom: number; minHistory?: number }): SplitPair {
  const between = (low: number, high: number) =>
    selectEvents(from, (event) => (from.time[event] ?? 0) >= low && (from.time[event] ?? 0) < high)
  const never = Number.POSITIVE_INFINITY
  const splitOf = (train: Interactions, test: Interactions): Split => {
    const histories = userRows(train)
    const targets = without(asBinary(userRows(test)), repeats ? null : histories)
    const tested = usersWhere(from, (user) => rowLength(histories, user) >= minHistory && rowLength(targets, user) > 0)
    return { train, known: train, tested, targets: pickRows(targets, tested), masksSeen: !repeats }
  }
  return {
    inner: splitOf(between(-never, validFrom), between(validFrom, testFrom)),
    outer: splitOf(between(-never, testFrom), between(testFrom, never)),
  }
}

/** The last event of every user with three or more is the test, the one before it chooses. */
export function leaveLastOut({ from, repeats = false }: Named): SplitPair {
  const left = new Int32Array(from.user.length)
  for (let event = from.user.length - 2; event >= 0; event--)
    left[event] = from.user[event] === from.user[event + 1] ? (left[event + 1] ?? 0) + 1 : 0
  const lengths = new Int32Array(from.users.length)
  for (const user of from.user) lengths[user] = (lengths[user] ?? 0) + 1
  const isLong = (event: number) => (lengths[from.user[event] ?? 0] ?? 0) >= 3
  const splitOf = (held: number): Split => {
    const train = selectEvents(from, (event) => !isLong(event) || (left[event] ?? 0) > held)
    const test = selectEvents(from, (event) => isLong(event) && left[event] === held)
    const targets = without(asBinary(userRows(test)), repeats ? null : userRows(train))
    const tested = usersWhere(from, (user) => rowLength(targets, user) > 0)
    return { train, known: train, tested, targets: pickRows(targets, tested), masksSeen: !repeats }
  }
  return { inner: splitOf(1), outer: splitOf(0) }
}

/** Whole users are held out, in folds; four fifths of each held-out user's items are shown, the rest are the targets. */
export function strongGeneralisation({
  from,
  folds,
  seed,
  minHistory = 5,
}: Named & { folds: number; seed: number; minHistory?: number }): SplitPair[] {
  const lengths = asBinary(userRows(from))
  const eligible = shuffle(
    usersWhere(from, (user) => rowLength(lengths, user) >= minHistory),
    openRandom(seed),
  )
  const foldOf = new Int32Array(from.users.length).fill(-1)
  eligible.forEach((user, at) => {
    foldOf[user] = at % folds
  })
  const hidden = hideShare(from, openRandom(seed + 1))
  return Array.from({ length: folds }, (_, fold) => {
    const trainers = eligible.filter((user) => foldOf[user] !== fold)
    const inner = new Set(
      shuffle(trainers.slice(), openRandom(seed + 2 + fold)).subarray(0, Math.max(1, trainers.length / 10)),
    )
    const isOuter = (user: number) => foldOf[user] === fold
    return {
      inner: heldOut(from, { isHeld: (user) => inner.has(user), isTrain: (user) => !isOuter(user), hidden }),
      outer: heldOut(from, { isHeld: isOuter, isTrain: () => true, hidden }),
    }
  })
}

/** A basket is a user: one item of every held-out basket of at least `minSize` is hidden. Seven tenths fit, one tenth chooses, a fifth tests. */
export function hideOne({ from, seed, minSize = 3 }: Named & { seed: number; minSize?: number }): SplitPair {
  const order = shuffle(Int32Array.from(from.users.keys()), openRandom(seed))
  const place = new Int32Array(order.length)
  order.forEach((user, at) => {
    place[user] = at / order.length < 0.2 ? 0 : at / order.length < 0.3 ? 1 : 2
  })
  const rows = userRows(from)
  const random = openRandom(seed + 1)
  const hiddenItem = Int32Array.from(from.users.keys(), (user) => {
    const length = rowLength(rows, user)
    const pick = (rows.starts[user] ?? 0) + Math.floor(random() * length)
    return length >= minSize ? (rows.columns[pick] ?? -1) : -1
  })
  const hidden = Uint8Array.from(from.user, (user, event) => (from.item[event] === hiddenItem[user] ? 1 : 0))
  return {
    inner: heldOut(from, { isHeld: (user) => place[user] === 1, isTrain: (user) => place[user] === 2, hidden }),
    outer: heldOut(from, { isHeld: (user) => place[user] === 0, isTrain: () => true, hidden }),
  }
}

/** One word per event: who made the split decided. `train`, `valid` and `test` are what is known; `valid-target` and `test-target` are to be ranked. */
export function givenSplit(from: Interactions, parts: readonly string[]): SplitPair {
  const partOf = (event: number) => parts[event] ?? 'train'
  const splitOf = (held: 'valid' | 'test', trainParts: readonly string[]): Split => {
    const known = selectEvents(from, (event) => partOf(event) === held)
    const targets = asBinary(userRows(selectEvents(from, (event) => partOf(event) === `${held}-target`)))
    const tested = usersWhere(from, (user) => rowLength(targets, user) > 0)
    const train = selectEvents(from, (event) => trainParts.includes(partOf(event)))
    return { train, known, tested, targets: pickRows(targets, tested), masksSeen: true }
  }
  return { inner: splitOf('valid', ['train']), outer: splitOf('test', ['train', 'valid', 'valid-target']) }
}

type Held = { isHeld: (user: number) => boolean; isTrain: (user: number) => boolean; hidden: Uint8Array }

function heldOut(from: Interactions, { isHeld, isTrain, hidden }: Held): Split {
  const userAt = (event: number) => from.user[event] ?? 0
  const train = selectEvents(from, (event) => isTrain(userAt(event)) && !isHeld(userAt(event)))
  const known = selectEvents(from, (event) => isHeld(userAt(event)) && hidden[event] === 0)
  const test = selectEvents(from, (event) => isHeld(userAt(event)) && hidden[event] === 1)
  const histories = userRows(known)
  const targets = asBinary(userRows(test))
  const tested = usersWhere(from, (user) => rowLength(targets, user) > 0 && rowLength(histories, user) > 0)
  return { train, known, tested, targets: pickRows(targets, tested), masksSeen: true }
}

/** Marks a fifth of every user's items, at least one; all events of a marked item are marked. */
function hideShare(from: Interactions, random: () => number): Uint8Array {
  const rows = userRows(from)
  const hidden = new Set<number>()
  for (let user = 0; user < rows.rows; user++) {
    const own = shuffle(rows.columns.slice(rows.starts[user], rows.starts[user + 1]), random)
    for (const item of own.subarray(0, Math.max(1, Math.round(own.length / 5)))) hidden.add(user * rows.width + item)
  }
  return Uint8Array.from(from.user, (user, event) => (hidden.has(user * rows.width + (from.item[event] ?? 0)) ? 1 : 0))
}

function usersWhere(from: Interactions, keeps: (user: number) => boolean): Int32Array {
  return Int32Array.from(from.users.keys()).filter((user) => keeps(user))
}

/** The rows without what `seen` holds already. */
function without(rows: SparseRows, seen: SparseRows | null): SparseRows {
  if (!seen) return rows
  const starts = new Int32Array(rows.rows + 1)
  const kept: number[] = []
  for (let row = 0; row < rows.rows; row++) {
    const own = new Set(seen.columns.subarray(seen.starts[row], seen.starts[row + 1]))
    for (const column of rows.columns.subarray(rows.starts[row], rows.starts[row + 1]))
      if (!own.has(column)) kept.push(column)
    starts[row + 1] = kept.length
  }
  return { ...rows, starts, columns: Int32Array.from(kept), values: new Float32Array(kept.length).fill(1) }
}
