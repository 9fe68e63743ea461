// Simulated sales with known elasticities: what the demand model is tested on. Seeded; nothing of it is anybody's data.
import { openRandom, type Random } from '../random.ts'
import type { Sale } from './demand-data.ts'

type Simulation = {
  seed: number
  items: number
  categories: number
  /** Periods of each item. */
  periods: (item: number) => number
  /** Lag-one correlation of the noise. */
  memory?: number
}
export type SimulatedItem = { id: string; category: string; elasticity: number; promotion: number; sales: Sale[] }

const firstMonday = 18_630

/** Weekly sales of one store: log-log demand with a season, promotions and noise; prices move in steps and go down in promotions. */
export function simulateDemand({ seed, items, categories, periods, memory = 0 }: Simulation): SimulatedItem[] {
  const random = openRandom(seed)
  const means = Array.from({ length: categories }, () => -1.9 + 0.4 * gaussian(random))
  return Array.from({ length: items }, (_, item) => {
    const category = item % categories
    const elasticity = (means[category] ?? 0) + 0.5 * gaussian(random)
    const promotion = 0.3 + 0.15 * gaussian(random)
    const base = 5 + 20 * random()
    const noise = 0.15 + 0.25 * random()
    const level = 3 + 2 * random() - elasticity * Math.log(base)
    let [shift, error] = [0, 0]
    const sales = Array.from({ length: periods(item) }, (_, week): Sale => {
      if (random() < 0.15) shift = 0.1 * gaussian(random)
      const isPromoted = random() < 0.15
      const price = Math.round(100 * base * Math.exp(shift - (isPromoted ? 0.15 : 0))) / 100
      const day = firstMonday + 7 * week
      const season = 0.15 * Math.cos((2 * Math.PI * (day % 365.25)) / 365.25)
      error = memory * error + Math.sqrt(1 - memory ** 2) * noise * gaussian(random)
      const units = Math.exp(level + elasticity * Math.log(price) + (isPromoted ? promotion : 0) + season + error)
      return { item: `item-${item}`, store: '', day, price, units: Math.round(units), promotion: isPromoted ? 1 : 0 }
    })
    return { id: `item-${item}`, category: `category-${category}`, elasticity, promotion, sales }
  })
}

/** Standard normal, by Box and Muller. */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
