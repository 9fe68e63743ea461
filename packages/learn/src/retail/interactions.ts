// Who touched what and when, in typed arrays; and the sparse user-by-item rows that the item models learn from.

/** One entry per event, sorted by user, then time. `time` is in the unit of the source. */
export type Interactions = {
  users: string[]
  items: string[]
  user: Int32Array
  item: Int32Array
  time: Float64Array
  /** The row of the source that each event came from. */
  source: Int32Array
}

export type EventColumns = {
  user: readonly string[]
  item: readonly string[]
  time?: ArrayLike<number> | undefined
  /** Items that exist without events. */
  catalogue?: readonly string[] | undefined
}

/** Sorts and numbers the events; names are sorted, so the order of the file does not matter. Without times the order of the file is kept. */
export function interactionsOf(columns: EventColumns): Interactions {
  const users = [...new Set(columns.user)].sort()
  const items = [...new Set([...columns.item, ...(columns.catalogue ?? [])])].sort()
  const userOf = new Map(users.map((name, at) => [name, at]))
  const itemOf = new Map(items.map((name, at) => [name, at]))
  const rows = columns.user.length
  const user = Int32Array.from(columns.user, (name) => userOf.get(name) ?? 0)
  const item = Int32Array.from(columns.item, (name) => itemOf.get(name) ?? 0)
  const time = Float64Array.from({ length: rows }, (_, row) => columns.time?.[row] ?? 0)
  const order = Int32Array.from(user.keys()).sort(
    (a, b) => (user[a] ?? 0) - (user[b] ?? 0) || (time[a] ?? 0) - (time[b] ?? 0) || a - b,
  )
  return {
    users,
    items,
    user: Int32Array.from(order, (row) => user[row] ?? 0),
    item: Int32Array.from(order, (row) => item[row] ?? 0),
    time: Float64Array.from(order, (row) => time[row] ?? 0),
    source: order,
  }
}

/** The events for which `keeps` says yes; names and numbers stay. */
export function selectEvents(from: Interactions, keeps: (event: number) => boolean): Interactions {
  const kept = Int32Array.from(from.user.keys()).filter((event) => keeps(event))
  return {
    ...from,
    user: Int32Array.from(kept, (event) => from.user[event] ?? 0),
    item: Int32Array.from(kept, (event) => from.item[event] ?? 0),
    time: Float64Array.from(kept, (event) => from.time[event] ?? 0),
    source: Int32Array.from(kept, (event) => from.source[event] ?? 0),
  }
}

/** Rows in compressed form: entries of row r are at starts[r] .. starts[r + 1], columns ascending within a row. */
export type SparseRows = {
  rows: number
  width: number
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
}

/** One row per user, one value per item; `weigh` gives an event's weight, and the weights of one item add up. */
export function userRows(from: Interactions, weigh: (event: number) => number = () => 1): SparseRows {
  const starts = new Int32Array(from.users.length + 1)
  const columns: number[] = []
  const values: number[] = []
  let event = 0
  for (let user = 0; user < from.users.length; user++) {
    const own = new Map<number, number>()
    for (; event < from.user.length && from.user[event] === user; event++) {
      const item = from.item[event] ?? 0
      own.set(item, (own.get(item) ?? 0) + weigh(event))
    }
    for (const [item, value] of [...own].sort(([a], [b]) => a - b)) {
      columns.push(item)
      values.push(value)
    }
    starts[user + 1] = columns.length
  }
  return {
    rows: from.users.length,
    width: from.items.length,
    starts,
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  }
}

export function mapValues(rows: SparseRows, change: (value: number) => number): SparseRows {
  return { ...rows, values: Float32Array.from(rows.values, (value) => change(value)) }
}

export const asBinary = (rows: SparseRows): SparseRows => mapValues(rows, () => 1)

export function pickRows(from: SparseRows, picked: ArrayLike<number>): SparseRows {
  const starts = new Int32Array(picked.length + 1)
  for (let at = 0; at < picked.length; at++) {
    const row = picked[at] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (from.starts[row + 1] ?? 0) - (from.starts[row] ?? 0)
  }
  const columns = new Int32Array(starts[picked.length] ?? 0)
  const values = new Float32Array(columns.length)
  for (let at = 0; at < picked.length; at++) {
    const row = picked[at] ?? 0
    columns.set(from.columns.subarray(from.starts[row], from.starts[row + 1]), starts[at])
    values.set(from.values.subarray(from.starts[row], from.starts[row + 1]), starts[at])
  }
  return { rows: picked.length, width: from.width, starts, columns, values }
}

export const rowLength = (rows: SparseRows, row: number): number =>
  (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)

export function columnSums(rows: SparseRows): Float64Array {
  const sums = new Float64Array(rows.width)
  for (const [at, column] of rows.columns.entries()) sums[column] = (sums[column] ?? 0) + (rows.values[at] ?? 0)
  return sums
}

/** The transpose; entries of a row stay in ascending order. */
export function transpose(rows: SparseRows): SparseRows {
  const starts = new Int32Array(rows.width + 1)
  for (const column of rows.columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1
  for (let at = 0; at < rows.width; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
  const next = starts.slice()
  const columns = new Int32Array(rows.columns.length)
  const values = new Float32Array(rows.columns.length)
  for (let row = 0; row < rows.rows; row++) {
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
      const column = rows.columns[at] ?? 0
      const to = next[column] ?? 0
      next[column] = to + 1
      columns[to] = row
      values[to] = rows.values[at] ?? 0
    }
  }
  return { rows: rows.width, width: rows.rows, starts, columns, values }
}

/** X'X [width, width] in float32. */
export function gramOf(rows: SparseRows): Float32Array {
  const { width } = rows
  const gram = new Float32Array(width * width)
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0]
    for (let a = from; a < to; a++) {
      const base = (rows.columns[a] ?? 0) * width
      const factor = rows.values[a] ?? 0
      for (let b = from; b < to; b++) {
        const at = base + (rows.columns[b] ?? 0)
        gram[at] = (gram[at] ?? 0) + factor * (rows.values[b] ?? 0)
      }
    }
  }
  return gram
}

/** The rows as a full matrix [rows, width]. */
export function denseOf(rows: SparseRows): Float32Array {
  const dense = new Float32Array(rows.rows * rows.width)
  for (let row = 0; row < rows.rows; row++)
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++)
      dense[row * rows.width + (rows.columns[at] ?? 0)] = rows.values[at] ?? 0
  return dense
}
