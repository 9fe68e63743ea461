// SIMULATED weekly sales of the demo shop, two years of forty items and eight weeks of four: made up by a log-log demand with a season,
// promotions and noise. The same every time.
import { demoItems } from '../demo/items.ts'
import { openRandom } from '../random.ts'

const firstMonday = Date.UTC(2024, 10, 18)
const msPerWeek = 7 * 86_400_000
const weeks = 104
const newWeeks = 8
const settled = 40
const recent = 4

export function demoSales(): Record<string, unknown>[] {
  const random = openRandom('demo sales')
  return demoItems.slice(0, settled + recent).flatMap((item, at) => {
    const listed = Number(item.price)
    const elasticity = -1.2 - 1.6 * random()
    const [level, noise] = [Math.log(15 + 60 * random()), 0.12 + 0.15 * random()]
    let step = 1
    const first = at < settled ? 0 : weeks - newWeeks
    return Array.from({ length: weeks - first }, (_, back) => {
      const week = first + back
      if (random() < 0.12) step = 0.9 + 0.2 * random()
      const isPromoted = random() < 0.12
      const price = Math.round(100 * listed * step * (isPromoted ? 0.85 : 1)) / 100
      const season = 0.2 * Math.cos((2 * Math.PI * week) / 52.18)
      // Twelve uniform numbers less six are near enough a normal one.
      const error = noise * (Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6)
      const units = Math.exp(level + elasticity * Math.log(price / listed) + (isPromoted ? 0.25 : 0) + season + error)
      const period = new Date(firstMonday + week * msPerWeek).toISOString().slice(0, 10)
      return { item_id: item.id, period, price: price.toFixed(2), units: Math.round(units), on_promotion: isPromoted }
    })
  })
}
