// SIMULATED events of the demo shop: eighty made-up shoppers, each with one or two tastes, who buy what goes together and come back for what
// runs out. No person did any of it. The same every time: a seeded generator, fixed dates.
import { openRandom } from '../random.ts'

const shoppers = 80
const firstDay = Date.UTC(2026, 7, 24)
const days = 90
const msPerDay = 86_400_000

/** What a taste buys in one order, and what of it runs out after so many days. */
const tastes: readonly {
  baskets: readonly (readonly string[])[]
  refills: readonly (readonly [items: readonly string[], everyDays: number])[]
}[] = [
  {
    baskets: [
      ['beans-house', 'filters-paper'],
      ['beans-dark', 'filters-paper', 'milk-oat'],
      ['grinder-hand', 'beans-organic', 'press-glass'],
      ['beans-organic', 'honey-wild'],
      ['beans-decaf', 'milk-oat'],
    ],
    refills: [
      [['beans-house', 'filters-paper'], 14],
      [['beans-dark'], 18],
    ],
  },
  {
    baskets: [
      ['tea-green', 'cups-tea'],
      ['tea-oolong', 'pot-clay', 'cups-tea'],
      ['tea-black', 'honey-wild'],
      ['tea-mint', 'honey-wild'],
    ],
    refills: [[['tea-green', 'honey-wild'], 21]],
  },
  {
    baskets: [
      ['pasta-penne', 'sauce-tomato', 'cheese-hard'],
      ['pasta-linguine', 'sauce-pesto', 'oil-olive'],
      ['pasta-whole', 'sauce-tomato', 'wine-red'],
      ['pan-iron', 'oil-olive'],
      ['pot-stock', 'colander', 'pasta-penne'],
    ],
    refills: [
      [['pasta-penne', 'sauce-tomato'], 9],
      [['oil-olive'], 40],
    ],
  },
  {
    baskets: [
      ['oats-rolled', 'honey-wild', 'milk-oat'],
      ['granola-nut', 'milk-oat'],
      ['bread-rye', 'jam-berry'],
    ],
    refills: [[['oats-rolled', 'milk-oat'], 16]],
  },
  {
    baskets: [
      ['seeds-tomato', 'pots-terra', 'soil-bag'],
      ['seeds-basil', 'pots-terra', 'soil-bag'],
      ['seeds-bean', 'trowel', 'can-water'],
    ],
    refills: [[['soil-bag'], 25]],
  },
  {
    baskets: [
      ['tent-two', 'bag-sleep', 'mat-foam'],
      ['stove-gas', 'bottle-steel'],
      ['pack-day', 'bottle-steel', 'lamp-head'],
    ],
    refills: [],
  },
  {
    baskets: [
      ['note-dot', 'pen-gel'],
      ['pen-fountain', 'ink-blue', 'note-lined'],
      ['planner', 'pen-gel'],
    ],
    refills: [[['ink-blue'], 28]],
  },
]
const rare = [
  'wine-white',
  'beer-pale',
  'beer-free',
  'wok-steel',
  'knife-chef',
  'board-oak',
  'test-glucose',
  'test-pregnancy',
]

export function demoEvents(): Record<string, unknown>[] {
  const random = openRandom('demo shop')
  const events: Record<string, unknown>[] = []
  const add = (event: { shopper: number; item: string; type: string; day: number }) => {
    const { shopper, item, type, day } = event
    if (day >= days) return
    const ts = new Date(firstDay + Math.round(day * msPerDay)).toISOString()
    const id = `simulated-${String(events.length + 1).padStart(4, '0')}`
    events.push({ id, user_ref: `demo-${String(shopper + 1).padStart(2, '0')}`, item_id: item, type, ts })
  }
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (let shopper = 0; shopper < shoppers; shopper++) {
    const first = tastes[shopper % tastes.length]
    const second = random() < 0.4 ? any(tastes) : undefined
    for (const taste of [first, second]) {
      if (!taste) continue
      let day = random() * 30
      for (let order = 0; order < 2; order++) {
        for (const item of any(taste.baskets) ?? []) {
          if (random() < 0.25) add({ shopper, item, type: 'view', day: day - 0.02 })
          if (random() < 0.9) add({ shopper, item, type: 'purchase', day })
        }
        day += 8 + random() * 25
      }
      for (const [items, every] of taste.refills) {
        if (random() < 0.5) continue
        for (let at = random() * every; at < days; at += every + (random() - 0.5) * 4)
          for (const item of items) if (random() < 0.85) add({ shopper, item, type: 'purchase', day: at })
      }
    }
    if (random() < 0.3) add({ shopper, item: any(rare) ?? 'beer-free', type: 'purchase', day: random() * days })
  }
  return events
}
