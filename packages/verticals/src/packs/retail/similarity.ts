// How alike two items read: cosine of TF-IDF vectors (Salton and Buckley 1988) over title, category, brand and attributes, worked out from
// the records at hand, so that an item of a minute ago has one too. Nothing is computed before somebody asks.
import type { ShelfItem } from './shelf.ts'

/** A shared category level says more than a shared word of a title. */
const levelWeight = 2
/** Titles whose words are remembered; past it the memory starts anew. Words depend on nothing but the title. */
const maxTitles = 20_000

/** `similarity(a)(b)` is 0–1; the first step is the dear one. */
export type Similarity = (one: ShelfItem) => (other: ShelfItem) => number

/** Numbers of words and, at the same place, what each weighs. */
type Vector = { words: Int32Array; values: Float64Array }

/** Words are weighed by how rare they are among `all`: idf = ln(items / items with the word). */
export function openSimilarity(all: readonly ShelfItem[]): Similarity {
  let shelf: ReturnType<typeof vectorize> | null = null
  return (one) => {
    shelf ??= vectorize(all)
    const { size, vectorOf } = shelf
    const dense = new Float64Array(size)
    const { words, values } = vectorOf(one)
    for (let at = 0; at < words.length; at++) dense[words[at] ?? 0] = values[at] ?? 0
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

const unknown: Vector = { words: new Int32Array(0), values: new Float64Array(0) }

function vectorize(all: readonly ShelfItem[]) {
  const numbers = new Map<string, number>()
  const holding: number[] = []
  const counted = new Map<string, { words: number[]; counts: number[] }>()
  for (const item of all) {
    const own: { words: number[]; counts: number[] } = { words: [], counts: [] }
    countWords(item, (word, count) => {
      let number = numbers.get(word)
      if (number === undefined) {
        number = numbers.size
        numbers.set(word, number)
        holding.push(0)
      }
      holding[number] = (holding[number] ?? 0) + 1
      own.words.push(number)
      own.counts.push(count)
    })
    counted.set(item.id, own)
  }
  const vectors = new Map<string, Vector>()
  /** Of an item that is not on the shelf, nothing is known. */
  const vectorOf = ({ id }: ShelfItem): Vector => {
    const known = vectors.get(id)
    if (known) return known
    const own = counted.get(id)
    if (!own) return unknown
    const values = Float64Array.from(
      own.words,
      (word, at) => (own.counts[at] ?? 0) * Math.log(all.length / (holding[word] ?? 1)),
    )
    let norm = 0
    for (const value of values) norm += value * value
    norm = Math.sqrt(norm) || 1
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / norm
    const vector = { words: Int32Array.from(own.words), values }
    vectors.set(id, vector)
    return vector
  }
  return { size: numbers.size, vectorOf }
}

/** Every word of an item once, with its weight. */
function countWords(
  { title, category, brand, attributes }: ShelfItem,
  count: (word: string, weight: number) => void,
): void {
  for (const word of titleWords(title)) count(word, 1)
  for (const level of category.length > 1 ? new Set(category) : category)
    count(`category ${level.toLowerCase()}`, levelWeight)
  if (brand) count(`brand ${brand.toLowerCase()}`, 1)
  // What an item is or has; that two items both lack something, or weigh alike, makes them no kin.
  for (const name in attributes) {
    const value = attributes[name]
    if (value === true || typeof value === 'string') count(`${name} ${String(value)}`, 1)
  }
}

const wordsOfTitles = new Map<string, readonly string[]>()

/** Of both languages, each word once. */
function titleWords(title: ShelfItem['title']): readonly string[] {
  const { en, 'zh-CN': zh } = title
  const name = en === zh ? en : `${en}\n${zh}`
  const known = wordsOfTitles.get(name)
  if (known) return known
  const words = [...new Set([...wordsOf(en), ...(en === zh ? [] : wordsOf(zh))])]
  if (wordsOfTitles.size >= maxTitles) wordsOfTitles.clear()
  wordsOfTitles.set(name, words)
  return words
}

/** Runs of letters and digits; of Chinese every pair of characters, as the trainer reads them. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) words.push(run)
    else for (let at = 0; at + 1 < Math.max(run.length, 2); at++) words.push(run.slice(at, at + 2))
  }
  return words
}
