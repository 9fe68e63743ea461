// The reference of the demand model, by a path of its own: least squares of log units on log price with a column for every store, season and
// promotion, per item, no shrinkage, by its normal equations and elimination with pivots.
import type { DemandTerms, Sale } from '@guildhall/learn/retail/demand-data'

const leastUnits = 0.5

/** Null where the columns do not tell the price's coefficient. `se` is the classical standard error. */
export function plainElasticity(sales: readonly Sale[], terms: DemandTerms): { elasticity: number; se: number } | null {
  const stores = [...new Set(sales.map((sale) => sale.store))]
  const rows = sales.map((sale) => designRow(sale, { stores, terms }))
  const width = rows[0]?.length ?? 0
  if (rows.length <= width) return null
  const targets = sales.map((sale) => Math.log(Math.max(sale.units, leastUnits)))
  // [X'X | X'y | first unit vector]: both are solved at once, and the unit vector gives (X'X)^-1 at the price.
  const system = Array.from({ length: width }, () => new Float64Array(width + 2))
  for (const [at, row] of rows.entries())
    for (let i = 0; i < width; i++) {
      const own = system[i]
      const xi = row[i] ?? 0
      if (xi === 0 || !own) continue
      for (let j = 0; j < width; j++) own[j] = (own[j] ?? 0) + xi * (row[j] ?? 0)
      own[width] = (own[width] ?? 0) + xi * (targets[at] ?? 0)
    }
  const first = system[0]
  if (first) first[width + 1] = 1
  if (!eliminate(system, width)) return null
  const weights = system.map((row) => row[width] ?? 0)
  const squares = rows.reduce((sum, row, at) => {
    const fitted = row.reduce((total, one, k) => total + one * (weights[k] ?? 0), 0)
    return sum + ((targets[at] ?? 0) - fitted) ** 2
  }, 0)
  const variance = (squares / (rows.length - width)) * (system[0]?.[width + 1] ?? 0)
  return { elasticity: weights[0] ?? 0, se: Math.sqrt(variance) }
}

function designRow(sale: Sale, { stores, terms }: { stores: readonly string[]; terms: DemandTerms }): number[] {
  const year = ((sale.day % 365.25) / 365.25) * 2 * Math.PI
  const season = Array.from({ length: terms.harmonics }, (_, at) => [
    Math.sin((at + 1) * year),
    Math.cos((at + 1) * year),
  ]).flat()
  const weekday = new Date(sale.day * 86_400_000).getUTCDay()
  const days = terms.isDaily ? [2, 3, 4, 5, 6, 0].map((day) => (day === weekday ? 1 : 0)) : []
  return [
    Math.log(sale.price),
    sale.promotion,
    ...season,
    ...days,
    ...stores.map((store) => (store === sale.store ? 1 : 0)),
  ]
}

/** Gauss and Jordan, in place; false when a pivot vanishes. */
function eliminate(system: Float64Array[], width: number): boolean {
  for (let at = 0; at < width; at++) {
    let best = at
    for (let row = at + 1; row < width; row++)
      if (Math.abs(system[row]?.[at] ?? 0) > Math.abs(system[best]?.[at] ?? 0)) best = row
    const [pivotRow, swapped] = [system[best], system[at]]
    if (!pivotRow || !swapped || Math.abs(pivotRow[at] ?? 0) < 1e-9) return false
    system[best] = swapped
    system[at] = pivotRow
    const pivot = pivotRow[at] ?? 1
    for (let k = 0; k < pivotRow.length; k++) pivotRow[k] = (pivotRow[k] ?? 0) / pivot
    for (const [row, own] of system.entries()) {
      const factor = own[at] ?? 0
      if (row === at || factor === 0) continue
      for (let k = 0; k < own.length; k++) own[k] = (own[k] ?? 0) - factor * (pivotRow[k] ?? 0)
    }
  }
  return true
}
