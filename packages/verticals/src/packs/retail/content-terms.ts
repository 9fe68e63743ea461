// Content similarity as terms of a score: for each item of the history, its weight times how alike the two read. Linear in the history like
// the model's own terms, so a reason stays a part of the score.
import type { RecommendContent } from './content.ts'
import type { ShopperHistory } from './features.ts'
import type { Term } from './recommendation.ts'
import type { Shelf, ShelfItem } from './shelf.ts'

export type Kind = 'model' | 'content'

/** An older touch says less: each place back in the history counts this much of the one before. */
const fading = 0.8
/** Below this two items have a common word, not a common purpose. */
const leastSimilarity = 0.05
const maxTerms = 20

type Source = {
  features: ShopperHistory
  shelf: Shelf
  similarity: (a: ShelfItem, b: ShelfItem) => number
  content: RecommendContent
  /** What full similarity is worth in scores: the model's best score. */
  unit: number
  sensitive: ReadonlySet<string>
}

export type ContentTerms = { of: (item: ShelfItem, weight: number) => (Term & { kind: Kind })[]; isEmpty: boolean }

export function contentTerms({ features, shelf, similarity, unit, sensitive }: Source): ContentTerms {
  const speaking = features.items
    .map((one) => ({ item: shelf.item(one.item), weight: one.weight }))
    .filter(({ item }) => item.hasRecord && !sensitive.has(item.id))
    .slice(0, maxTerms)
  const weights = speaking.map((one, place) => one.weight * fading ** place)
  const total = weights.reduce((sum, one) => sum + one, 0)
  return {
    isEmpty: speaking.length === 0,
    of: (item, weight) => {
      if (weight === 0 || !item.hasRecord) return []
      return speaking.flatMap((one, at) => {
        const alike = one.item.id === item.id ? 0 : similarity(one.item, item)
        if (alike < leastSimilarity) return []
        return [
          { from: one.item.id, value: (unit * weight * (weights[at] ?? 0) * alike) / total, kind: 'content' as const },
        ]
      })
    },
  }
}
