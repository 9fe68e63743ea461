// How alike two items read: cosine of TF-IDF vectors (Salton and Buckley 1988) over title, category, brand and attributes, worked out from
// the records at hand, so that an item of a minute ago has one too.
import type { ShelfItem } from './shelf.ts'

/** A shared category level says more than a shared word of a title. */
const levelWeight = 2

type Vector = ReadonlyMap<string, number>

/** 0–1. Words are weighed by how rare they are among `all`: idf = ln(items / items with the word). */
export function openSimilarity(all: readonly ShelfItem[]): (a: ShelfItem, b: ShelfItem) => number {
  const words = new Map(all.map((item) => [item.id, countsOf(item)]))
  const holding = new Map<string, number>()
  for (const own of words.values()) for (const word of own.keys()) holding.set(word, (holding.get(word) ?? 0) + 1)
  const vectors = new Map<string, Vector>()
  const vectorOf = (item: ShelfItem): Vector => {
    const known = vectors.get(item.id)
    if (known) return known
    const own = words.get(item.id) ?? countsOf(item)
    const vector = unit(
      new Map([...own].map(([word, count]) => [word, count * idf(holding.get(word) ?? 1, all.length)])),
    )
    vectors.set(item.id, vector)
    return vector
  }
  return (a, b) => {
    if (a.id === b.id) return 1
    const [small, large] = [vectorOf(a), vectorOf(b)].sort((one, two) => one.size - two.size)
    let sum = 0
    for (const [word, value] of small ?? []) sum += value * (large?.get(word) ?? 0)
    return Math.min(1, sum)
  }
}

const idf = (holding: number, all: number) => Math.log(Math.max(all, 1) / Math.max(holding, 1))

function unit(vector: Map<string, number>): Vector {
  let squares = 0
  for (const value of vector.values()) squares += value * value
  const norm = Math.sqrt(squares) || 1
  return new Map([...vector].map(([word, value]) => [word, value / norm]))
}

function countsOf({ title, category, brand, attributes }: ShelfItem): Map<string, number> {
  const texts = title.en === title['zh-CN'] ? [title.en] : [title.en, title['zh-CN']]
  const counts = new Map(texts.flatMap(wordsOf).map((word) => [word, 1]))
  for (const level of category) counts.set(`category ${level.toLowerCase()}`, levelWeight)
  if (brand) counts.set(`brand ${brand.toLowerCase()}`, 1)
  // What an item is or has; that two items both lack something, or weigh alike, makes them no kin.
  for (const [name, value] of Object.entries(attributes))
    if (value === true || typeof value === 'string') counts.set(`${name} ${String(value)}`, 1)
  return counts
}

/** Runs of letters and digits; of Chinese every pair of characters, as the trainer reads them. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) words.push(run)
    else for (let at = 0; at + 1 < Math.max(run.length, 2); at++) words.push(run.slice(at, at + 2))
  }
  return words
}
