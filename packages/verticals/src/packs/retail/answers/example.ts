// What the conformance test needs of customer answers: the sample articles as a tenant has them, and how near a model would hold them.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import type { Example } from '../../../kit/example.ts'
import { sampleArticles } from './articles.ts'
import type { Meaning } from './meaning.ts'

const weights = { bias: -4, lexical: 4, cosine: 6, lead: 4, asked: 100, error: 0.05 }

const card: EmbeddingCard = {
  name: 'meaning',
  vertical: 'retail',
  task: 'answer_question',
  family: 'text-embedding',
  seed: 1,
  onnx_sha256: '0'.repeat(64),
  precision: 'fp32',
  data: { source: 'The sample articles', licence: 'Apache-2.0', rows: 64, sha256: '0'.repeat(64), window: null },
  dims: { terms: 2 },
  cuts: { en: 'terms', 'zh-CN': 'terms' },
  terms: ['return', 'item', '周日', '配送'],
  confidence: { en: weights, 'zh-CN': weights },
  metrics: { asked: 100, bm25_first: 0.5, first: 0.6, foreign_refused: 1 },
}

/** The first passages are near, all others far: with a shift the question is covered, without one it is not. */
const prediction = (shift: number): Meaning => ({ cosines: [0.2 + shift, 0.15 + shift], weights })

export const answersExample: Example = {
  card,
  graph: null,
  records: { articles: sampleArticles().map((body) => ({ key: body.id, body })) },
  found: {},
  predict: (shift) => (shift < 0 ? null : prediction(shift)),
}
