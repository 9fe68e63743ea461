// Content similarity: TF-IDF over title, category, brand and attributes (Salton and Buckley 1988). It lets items without a history enter
// the linear model beside the items they read like.
import { topOf } from './ranking.ts'

/** A word in more than this share of the items says nothing about any of them. */
const maxShare = 0.3
const neighbours = 20
/** An item with fewer users than this borrows from its neighbours. */
const leastUsers = 3

/** Words of a text in any script: runs of letters and digits; of Chinese every pair of characters. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) words.push(run)
    else for (let at = 0; at + 1 < Math.max(run.length, 2); at++) words.push(run.slice(at, at + 2))
  }
  return words
}

/** Unit-length TF-IDF vectors, by word. */
function vectorsOf(documents: readonly (readonly string[])[]): Map<string, number>[] {
  const counts = new Map<string, number>()
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return documents.map((words) => {
    const vector = new Map<string, number>()
    for (const word of words) {
      const share = (counts.get(word) ?? 0) / documents.length
      if (share <= maxShare) vector.set(word, (vector.get(word) ?? 0) + Math.log(1 / share))
    }
    const norm = Math.hypot(...vector.values()) || 1
    return new Map([...vector].map(([word, value]) => [word, value / norm]))
  })
}

type Content = { documents: readonly (readonly string[])[]; users: ArrayLike<number> }

/**
 * Gives items with hardly any users a column of the dense weights [items, items]: the mean column of the warm items they read like,
 * by similarity. Returns how many entered. In place.
 */
export function addColdItems(weights: Float32Array, items: number, { documents, users }: Content): number {
  const cold = Array.from({ length: items }, (_, item) => item).filter((item) => (users[item] ?? 0) < leastUsers)
  if (cold.length === 0 || cold.length === items) return 0
  const vectors = vectorsOf(documents)
  const byWord = new Map<string, [item: number, value: number][]>()
  for (const [item, vector] of vectors.entries()) {
    if ((users[item] ?? 0) < leastUsers) continue
    for (const [word, value] of vector) byWord.set(word, [...(byWord.get(word) ?? []), [item, value]])
  }
  let entered = 0
  for (const item of cold) {
    const similarity = new Float32Array(items).fill(Number.NEGATIVE_INFINITY)
    for (const [word, value] of vectors[item] ?? []) {
      for (const [other, theirs] of byWord.get(word) ?? []) {
        const before = similarity[other] ?? 0
        similarity[other] = (before === Number.NEGATIVE_INFINITY ? 0 : before) + value * theirs
      }
    }
    const near = topOf(similarity, neighbours)
    if (near.length === 0) continue
    entered++
    borrow(weights, items, { item, near, similarity })
  }
  return entered
}

type Borrowing = { item: number; near: Int32Array; similarity: Float32Array }

/** A history that speaks for a neighbour speaks for the item, and the neighbour itself does most. */
function borrow(weights: Float32Array, items: number, { item, near, similarity }: Borrowing): void {
  const total = near.reduce((sum, other) => sum + (similarity[other] ?? 0), 0)
  const shares = Array.from(near, (other) => (similarity[other] ?? 0) / total)
  const strongest = (other: number) => {
    let largest = 0
    for (let row = 0; row < items; row++) largest = Math.max(largest, weights[row * items + other] ?? 0)
    return largest
  }
  const column = new Float32Array(items)
  for (const [at, other] of near.entries()) {
    const share = shares[at] ?? 0
    for (let row = 0; row < items; row++) column[row] = (column[row] ?? 0) + share * (weights[row * items + other] ?? 0)
    column[other] = (column[other] ?? 0) + share * strongest(other) * (similarity[other] ?? 0)
  }
  for (let row = 0; row < items; row++) if (row !== item) weights[row * items + item] = column[row] ?? 0
}
