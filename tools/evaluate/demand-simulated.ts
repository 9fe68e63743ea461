// `./guildhall evaluate demand --simulate N`: how often the intervals hold true elasticities, and what shrinkage is worth, where the truth is known.
import { fitDemand } from '@guildhall/learn/retail/demand'
import { demandData } from '@guildhall/learn/retail/demand-data'
import { simulateDemand } from '@guildhall/learn/retail/demand-simulation'
import { plainElasticity } from './demand-reference.ts'

const categories = 6
const [thinWeeks, longWeeks] = [10, 104]
const z90 = 1.645

type Recovered = { isThin: boolean; isInside: boolean; error: number; alone: number | null }

/** Every third item has ten weeks, the others two years. `memory` is the correlation of neighbouring weeks' noise. */
export function evaluateSimulated({ items, seed }: { items: number; seed: number }): object {
  return {
    vertical: 'demand',
    simulated: { items, categories, thin_weeks: thinWeeks, long_weeks: longWeeks, seed },
    independent_noise: figuresOf(recover({ items, seed, memory: 0 })),
    noise_that_remembers: figuresOf(recover({ items, seed, memory: 0.5 })),
  }
}

function recover({ items, seed, memory }: { items: number; seed: number; memory: number }): Recovered[] {
  const periods = (item: number) => (item % 3 === 0 ? thinWeeks : longWeeks)
  const simulated = simulateDemand({ seed, items, categories, periods, memory })
  const byId = new Map(simulated.map((item) => [item.id, item]))
  const data = demandData(
    simulated.flatMap((item) => item.sales),
    { categoryOf: (id) => byId.get(id)?.category ?? '' },
  )
  const fit = fitDemand(data)
  return data.items.flatMap((item, at) => {
    const [own, truth] = [fit.items[at], byId.get(item.id)]
    if (!own || !truth) return []
    const error = (own.theta[0] ?? Number.NaN) - truth.elasticity
    const alone = plainElasticity(truth.sales, data.terms)
    return {
      isThin: truth.sales.length === thinWeeks,
      isInside: Math.abs(error) <= z90 * Math.sqrt(own.cov[0] ?? 0),
      error,
      alone: alone && alone.elasticity - truth.elasticity,
    }
  })
}

function figuresOf(all: readonly Recovered[]) {
  const part = (items: readonly Recovered[]) => ({
    items: items.length,
    coverage_90: items.filter((one) => one.isInside).length / items.length,
    median_error: medianOf(items.map((one) => one.error)),
    /** Least squares of each item by itself with the same controls; items that it cannot tell are left out of this figure. */
    median_error_alone: medianOf(items.flatMap((one) => one.alone ?? [])),
    alone_unsolved: items.filter((one) => one.alone === null).length,
  })
  return { all: part(all), thin: part(all.filter((one) => one.isThin)), long: part(all.filter((one) => !one.isThin)) }
}

function medianOf(errors: readonly number[]): number {
  const sorted = errors.map(Math.abs).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
