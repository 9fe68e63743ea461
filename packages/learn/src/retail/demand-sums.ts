// An item's sums of squares and products within its stores, and how alike its neighbouring periods err: a price stands for weeks, and so does
// what else moves sales, so that plain intervals would be too narrow.
import { type DemandData, type DemandItem, type Series, widthOf } from './demand-data.ts'

const leastMemory = 0.05
const mostMemory = 0.9

/** Sums of squares and products about the stores' means; `freedom` is rows less stores. */
export type Sums = {
  gram: Float64Array
  cross: Float64Array
  square: number
  freedom: number
  rows: number
  category: number
}

type Summing = { width: number; memory: number; data: Pick<DemandData, 'periodDays'> }

export function sumsOf({ stores, category }: DemandItem, summing: Summing): Sums {
  const { width } = summing
  const gram = new Float64Array(width * width)
  const cross = new Float64Array(width)
  let [square, rows] = [0, 0]
  for (const series of stores) {
    const { x, y } = whitened(series, summing)
    for (let row = 0; row < y.length; row++) {
      const from = row * width
      square += (y[row] ?? 0) ** 2
      for (let i = 0; i < width; i++) {
        cross[i] = (cross[i] ?? 0) + (x[from + i] ?? 0) * (y[row] ?? 0)
        for (let j = 0; j < width; j++)
          gram[i * width + j] = (gram[i * width + j] ?? 0) + (x[from + i] ?? 0) * (x[from + j] ?? 0)
      }
    }
    rows += y.length
  }
  return { gram, cross, square, rows, freedom: rows - stores.length, category }
}

/**
 * A store's rows with what the period before foretells taken off (Prais and Winsten 1954), and its level projected out. A row without a
 * neighbour keeps its share of news, sqrt(1 - memory^2).
 */
function whitened({ days, x, y }: Series, { width, memory, data }: Summing): { x: Float64Array; y: Float64Array } {
  const isNext = (row: number) => row > 0 && (days[row] ?? 0) - (days[row - 1] ?? 0) <= 1.5 * data.periodDays
  const [own, carried] = [Math.sqrt(1 - memory ** 2), 1 - memory]
  const level = Float64Array.from(y, (_, row) => (isNext(row) ? carried : own))
  const square = level.reduce((sum, one) => sum + one * one, 0)
  const freed = (read: (row: number) => number) => {
    const values = Float64Array.from(y, (_, row) =>
      isNext(row) ? read(row) - memory * read(row - 1) : own * read(row),
    )
    const part = values.reduce((sum, one, row) => sum + one * (level[row] ?? 0), 0) / square
    return values.map((one, row) => one - part * (level[row] ?? 0))
  }
  const columns = Array.from({ length: width }, (_, k) => freed((row) => x[row * width + k] ?? 0))
  return {
    x: Float64Array.from(x, (_, at) => columns[at % width]?.[Math.floor(at / width)] ?? 0),
    y: freed((row) => y[row] ?? 0),
  }
}

/**
 * Lag-one correlation of the residuals within stores, pooled over all items; 0 where it is small or negative. A series of n rows whose mean
 * is fitted shows (1 + 3 r) / n too little (Kendall 1954).
 */
export function memoryOf(data: DemandData, items: readonly { theta: Float64Array }[]): number {
  const width = widthOf(data.terms)
  let [lag, square, short] = [0, 0, 0]
  for (const [at, item] of data.items.entries()) {
    const theta = items[at]?.theta ?? new Float64Array(width)
    for (const series of item.stores) {
      const { x, y } = whitened(series, { width, memory: 0, data })
      const residual = y.map((one, row) =>
        theta.reduce((rest, weight, k) => rest - weight * (x[row * width + k] ?? 0), one),
      )
      for (const [row, one] of residual.entries()) {
        square += one * one
        short += (one * one) / residual.length
        if (row > 0) lag += one * (residual[row - 1] ?? 0)
      }
    }
  }
  const raw = square > 0 ? lag / square : 0
  const found = square > 0 ? raw + ((1 + 3 * raw) * short) / square : 0
  return raw < leastMemory ? 0 : Math.min(found, mostMemory)
}
