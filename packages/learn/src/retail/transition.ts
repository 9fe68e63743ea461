// What comes next: a linear transition matrix in closed form. For every step of every user the last items, weighted down by distance,
// predict the next one: T = (S'S + ridge I)^-1 S'N (Choe et al. 2021, "Session-aware linear item-item models").
import { type InvertOptions, invertInPlace } from '../multiply.ts'
import type { Interactions } from './interactions.ts'
import type { LinearModel } from './linear.ts'

const reach = 5

export type TransitionOptions = InvertOptions & { ridge: number; decay: number }

/** Events must be sorted by user and time, as interactionsOf() does. */
export async function fitTransition(from: Interactions, options: TransitionOptions): Promise<LinearModel> {
  const items = from.items.length
  const gram = new Float32Array(items * items)
  const next = new Float32Array(items * items)
  for (let event = 1; event < from.item.length; event++) {
    if (from.user[event] !== from.user[event - 1]) continue
    const recent: [item: number, weight: number][] = []
    for (let back = 1; back <= reach && from.user[event - back] === from.user[event]; back++)
      recent.push([from.item[event - back] ?? 0, options.decay ** (back - 1)])
    const target = from.item[event] ?? 0
    for (const [a, weight] of recent) {
      next[a * items + target] = (next[a * items + target] ?? 0) + weight
      for (const [b, other] of recent) gram[a * items + b] = (gram[a * items + b] ?? 0) + weight * other
    }
  }
  for (let at = 0; at < items; at++) gram[at * items + at] = (gram[at * items + at] ?? 0) + options.ridge
  await invertInPlace(gram, items, options)
  const weights = await options.multiply(gram, next, { rows: items, inner: items, columns: items })
  return { kind: 'dense', items, weights }
}

/** One row per user: the last few items at the weights the matrix was fitted with. */
export function recentWeights(from: Interactions, decay: number): (event: number) => number {
  const back = new Int32Array(from.user.length)
  for (let event = from.user.length - 2; event >= 0; event--)
    back[event] = from.user[event] === from.user[event + 1] ? (back[event + 1] ?? 0) + 1 : 0
  return (event) => ((back[event] ?? 0) < reach ? decay ** (back[event] ?? 0) : 0)
}
