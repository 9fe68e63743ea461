// Latent semantic analysis (Deerwester et al. 1990): terms that stand in like texts get like vectors. A text is the sum of its terms' vectors,
// brought to length 1; a term's vector carries its inverse document frequency.
import { sparseOf } from './sparse.ts'
import { decompose } from './svd.ts'

/** A term of fewer texts has nothing to be compared by. */
const leastTexts = 2
const maxTerms = 40_000

export type TermVectors = {
  terms: string[]
  dims: number
  /** [terms, dims]. */
  vectors: Float32Array
}

/** Terms of each text, repeated as they stand. Fewer dimensions than asked for where the texts have no more to tell. */
export function latentTerms(
  texts: readonly (readonly string[])[],
  options: { dims: number; seed: number },
): TermVectors {
  const having = new Map<string, number>()
  for (const text of texts) for (const term of new Set(text)) having.set(term, (having.get(term) ?? 0) + 1)
  const terms = [...having]
    .filter(([, count]) => count >= leastTexts)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, maxTerms)
    .map(([term]) => term)
  const numbers = new Map(terms.map((term, at) => [term, at]))
  const idf = terms.map((term) => Math.log(1 + texts.length / (having.get(term) ?? 1)))
  const rows = texts.map((text) => weighted(text, numbers, idf)).filter((row) => row.size > 0)
  const { right, rank } = decompose(sparseOf(rows, terms.length), { rank: options.dims, seed: options.seed })
  const vectors = new Float32Array(terms.length * rank)
  for (let at = 0; at < vectors.length; at++) vectors[at] = (right[at] ?? 0) * (idf[Math.floor(at / rank)] ?? 0)
  return { terms, dims: rank, vectors }
}

/** (1 + ln tf) idf, the row brought to length 1. */
function weighted(
  text: readonly string[],
  numbers: ReadonlyMap<string, number>,
  idf: readonly number[],
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const term of text) {
    const number = numbers.get(term)
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  let squares = 0
  for (const [number, tf] of counts) {
    const value = (1 + Math.log(tf)) * (idf[number] ?? 0)
    counts.set(number, value)
    squares += value * value
  }
  for (const [number, value] of counts) counts.set(number, value / Math.sqrt(squares))
  return counts
}

/** As the graph does it; zeros where no term is known. `numbers` are places in `terms`. */
export function embedTerms({ vectors, dims }: TermVectors, numbers: readonly number[]): Float32Array {
  const sum = new Float64Array(dims)
  for (const number of numbers)
    for (let k = 0; k < dims; k++) sum[k] = (sum[k] ?? 0) + (vectors[number * dims + k] ?? 0)
  const length = Math.sqrt(sum.reduce((total, one) => total + one * one, 0))
  return Float32Array.from(sum, (one) => (length > 1e-6 ? one / length : 0))
}
