// How alike two items read: cosine of TF-IDF vectors (Salton and Buckley 1988) over title, category, brand and attributes, worked out from
// the records at hand, so that an item of a minute ago has one too. Nothing is computed before somebody asks.
import type { ShelfItem } from './shelf.ts'

/** A shared category level says more than a shared word of a title. */
const levelWeight = 2
/** Titles whose words are remembered; past it the memory starts anew. Words depend on nothing but the title. */
const maxTitles = 20_000

/** `similarity(a)(b)` is 0–1; the first step is the dear one. */
export type Similarity = (one: ShelfItem) => (other: ShelfItem) => number

type Vector = { words: Int32Array; values: Float64Array }

/** Words are weighed by how rare they are among `all`: idf = ln(items / items with the word). */
export function openSimilarity(all: readonly ShelfItem[]): Similarity {
  let shelf: ReturnType<typeof vectorize> | null = null
  return (one) => {
    shelf ??= vectorize(all)
    const { size, vectorOf } = shelf
    const dense = new Float64Array(size)
    const { words, values } = vectorOf(one)
    for (const [at, word] of words.entries()) dense[word] = values[at] ?? 0
    return (other) => {
      if (other.id === one.id) return 1
      const vector = vectorOf(other)
      let sum = 0
      for (let at = 0; at < vector.words.length; at++)
        sum += (vector.values[at] ?? 0) * (dense[vector.words[at] ?? -1] ?? 0)
      return Math.min(1, sum)
    }
  }
}

function vectorize(all: readonly ShelfItem[]) {
  const numbers = new Map<string, number>()
  const holding: number[] = []
  const counted = new Map<string, Map<number, number>>()
  for (const item of all) {
    const own = new Map<number, number>()
    for (const [word, count] of countsOf(item)) {
      const known = numbers.get(word) ?? numbers.size
      numbers.set(word, known)
      holding[known] = (holding[known] ?? 0) + 1
      own.set(known, count)
    }
    counted.set(item.id, own)
  }
  const vectors = new Map<string, Vector>()
  /** Of an item that is not on the shelf, nothing is known. */
  const vectorOf = ({ id }: ShelfItem): Vector => {
    const known = vectors.get(id)
    if (known) return known
    const own = [...(counted.get(id) ?? [])]
    const values = Float64Array.from(own, ([word, count]) => count * Math.log(all.length / (holding[word] ?? 1)))
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
    const vector = { words: Int32Array.from(own, ([word]) => word), values: values.map((value) => value / norm) }
    vectors.set(id, vector)
    return vector
  }
  return { size: numbers.size, vectorOf }
}

function* countsOf({ title, category, brand, attributes }: ShelfItem): Generator<[word: string, count: number]> {
  const words = new Set([...wordsOf(title.en), ...(title.en === title['zh-CN'] ? [] : wordsOf(title['zh-CN']))])
  for (const word of words) yield [word, 1]
  for (const level of new Set(category)) yield [`category ${level.toLowerCase()}`, levelWeight]
  if (brand) yield [`brand ${brand.toLowerCase()}`, 1]
  // What an item is or has; that two items both lack something, or weigh alike, makes them no kin.
  for (const [name, value] of Object.entries(attributes))
    if (value === true || typeof value === 'string') yield [`${name} ${String(value)}`, 1]
}

const wordsByTitle = new Map<string, readonly string[]>()

/** Runs of letters and digits; of Chinese every pair of characters, as the trainer reads them. */
function wordsOf(text: string): readonly string[] {
  const known = wordsByTitle.get(text)
  if (known) return known
  const words: string[] = []
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) words.push(run)
    else for (let at = 0; at + 1 < Math.max(run.length, 2); at++) words.push(run.slice(at, at + 2))
  }
  if (wordsByTitle.size >= maxTitles) wordsByTitle.clear()
  wordsByTitle.set(text, words)
  return words
}
