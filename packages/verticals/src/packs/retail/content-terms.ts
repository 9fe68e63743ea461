// Content similarity as terms of a score: for each item of the history, its weight times how alike the two read. Linear in the history like
// the model's own terms, so a reason stays a part of the score.
import type { ShopperHistory } from './features.ts'
import { fadingWeights } from './history.ts'
import type { Term } from './recommendation.ts'
import type { Shelf, ShelfItem } from './shelf.ts'
import type { Similarity } from './similarity.ts'

/** Below this two items have a common word, not a common purpose. */
const leastSimilarity = 0.05
/** At 0.8 a place, what comes after these says a hundredth. */
const maxTerms = 20

type Source = {
  features: ShopperHistory
  shelf: Shelf
  similarity: Similarity
  /** What full similarity is worth in scores: the model's best score. */
  unit: number
  sensitive: ReadonlySet<string>
}

export type ContentTerms = { of: (item: ShelfItem, weight: number) => Term[]; isEmpty: boolean }

export function contentTerms({ features, shelf, similarity, unit, sensitive }: Source): ContentTerms {
  const items = features.items.map((touch) => ({ item: shelf.item(touch.item), touch }))
  const speaking = items.filter(({ item }) => item.hasRecord && !sensitive.has(item.id)).slice(0, maxTerms)
  const weights = fadingWeights(speaking.map((one) => one.touch))
  let alikes: ReturnType<Similarity>[] | null = null
  return {
    isEmpty: speaking.length === 0,
    of: (item, weight) => {
      if (weight === 0 || !item.hasRecord) return []
      alikes ??= speaking.map((one) => similarity(one.item))
      return alikes.flatMap((alikeTo, at): Term[] => {
        const from = speaking[at]?.item.id ?? ''
        const alike = from === item.id ? 0 : alikeTo(item)
        const value = unit * weight * (weights.get(from) ?? 0) * alike
        return alike < leastSimilarity ? [] : [{ from, value, kind: 'content' }]
      })
    },
  }
}
