// The model of meaning: a question and the shop's passages as vectors of length 1. How near two are is their product; what that is worth as a
// confidence was fitted with the model and stands in its card.
import { type ConfidenceWeights, type EmbeddingCard, embeddingCard } from '@guildhall/contracts/model-card'
import { realsOf } from '../../../kit/tensors.ts'
import type { ModelSpec, Tensors } from '../../../kit/vertical.ts'
import { choose } from './choose.ts'
import { type CutName, cutText } from './cuts.ts'
import type { Retrieval } from './features.ts'

/** `cosines` has one entry per passage of the question's language. Null where the model does not know the language or nothing of the question. */
export type Meaning = { cosines: number[]; weights: ConfidenceWeights } | null

/** How much of a passage's nearness its title makes up. */
const titleShare = 1 / 3

export const meaningModel: ModelSpec<EmbeddingCard, Retrieval, Meaning> = {
  name: 'meaning',
  builtin: null,
  card: embeddingCard,
  parts: {
    of: ({ passages, language }, card) =>
      card.cuts[language] && card.confidence[language]
        ? passages.flatMap(({ text, title }) => [text[language], title[language]])
        : [],
    encode: encodeTexts,
    decode: decodeTexts,
    attach: (features, vectors) => ({ ...features, vectors }),
  },
  encode: (rows, card) =>
    encodeTexts(
      rows.map((row) => row.question),
      card,
    ),
  decode,
  withoutModel: () => null,
  compare,
}

/** Every text goes through all of the graph, padded where it has nothing for an input; a row is read from the output of its cut. */
function encodeTexts(texts: readonly string[], card: EmbeddingCard): Tensors {
  const cuts = texts.map((text) => cutText(text, card))
  const rowsOf = (name: CutName) => cuts.map(({ how, numbers }) => (how === name ? numbers : []))
  const inputs: Tensors = {}
  if (card.pieces) {
    const [piece, mask] = padded(rowsOf('pieces'), 0)
    Object.assign(inputs, { piece, mask })
  }
  if (card.terms) inputs.term = padded(rowsOf('terms'), card.terms.length)[0]
  if (card.words) inputs.word = padded(rowsOf('words'), card.words.length)[0]
  return inputs
}

/** Rows of one width, and a mask that is 1 where something stands. */
function padded(rows: readonly number[][], pad: number) {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const numbers = new BigInt64Array(rows.length * width).fill(BigInt(pad))
  const mask = new Float32Array(rows.length * width)
  for (const [row, found] of rows.entries())
    for (const [at, number] of found.entries()) {
      numbers[row * width + at] = BigInt(number)
      mask[row * width + at] = 1
    }
  const dims = [rows.length, width]
  return [
    { data: numbers, dims },
    { data: mask, dims },
  ] as const
}

/** The outputs' vectors in the order of the texts; an empty one where the model says nothing of a text. */
function decodeTexts(outputs: Tensors, texts: readonly string[], card: EmbeddingCard): Float32Array[] {
  const whole = new Map(
    Object.entries(card.dims).map(([name, dims = 0]) => {
      const all = realsOf(outputs, name)
      if (all.length !== texts.length * dims || !all.every(Number.isFinite))
        throw new Error(`the graph of ${card.name} does not have the shape of its card`)
      return [name, { all, dims }] as const
    }),
  )
  return texts.map((text, at) => {
    const { how, numbers } = cutText(text, card)
    const from = how && numbers.length > 0 ? whole.get(how) : undefined
    return from ? from.all.slice(at * from.dims, (at + 1) * from.dims) : new Float32Array()
  })
}

function decode(outputs: Tensors, _: number, card: EmbeddingCard, features: readonly Retrieval[]): Meaning[] {
  const questions = decodeTexts(
    outputs,
    features.map((one) => one.question),
    card,
  )
  return features.map(({ vectors, passages, language }, row) => {
    const [question, weights] = [questions[row], card.confidence[language]]
    if (!question || !weights || passages.length === 0 || vectors.length !== passages.length * 2) return null
    if (question.length === 0) return null
    return { cosines: passages.map((_, at) => nearness(question, vectors[at * 2], vectors[at * 2 + 1])), weights }
  })
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < Math.min(a.length, b.length); at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** 0 where one of the two says nothing. */
export function nearness(
  question: Float32Array,
  text: Float32Array | undefined,
  title: Float32Array | undefined,
): number {
  return (1 - titleShare) * (text ? dot(question, text) : 0) + titleShare * (title ? dot(question, title) : 0)
}

/** A flip is another first article, or an answer where there was none; the lists are the quotes. */
function compare(champion: Meaning, candidate: Meaning, features: Retrieval) {
  const [own, other] = [choose(features, champion).quotes, choose(features, candidate).quotes]
  const texts = new Set(own.map(({ passage }) => passage.text.en))
  const both = other.filter(({ passage }) => texts.has(passage.text.en)).length
  return {
    isFlipped: own[0]?.passage.article !== other[0]?.passage.article,
    overlap: own.length + other.length === 0 ? 1 : (2 * both) / (own.length + other.length),
  }
}
