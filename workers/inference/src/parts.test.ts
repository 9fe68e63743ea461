// Passages are put through a model once: what is kept is found by tenant, model and the digest of the text, and by nothing else.
import { embeddingCard } from '@guildhall/contracts/model-card'
import type { Champion } from '@guildhall/domain/model/champion'
import { latentTerms } from '@guildhall/learn/text/latent'
import { writeTermVectors } from '@guildhall/learn/text/terms-onnx'
import { answersExample } from '@guildhall/verticals/packs/retail/answers/example'
import { retrieve } from '@guildhall/verticals/packs/retail/answers/features'
import { defaultAnswersContent } from '@guildhall/verticals/packs/retail/answers/input'
import { findTask } from '@guildhall/verticals/registry'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { withParts } from './parts.ts'
import { openSessionPool, type SessionPool } from './session-pool.ts'

const opened = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
afterAll(() => opened.close())

const own = latentTerms(
  ['sofa couch', 'sofa cushion', 'couch cushion'].map((text) => text.split(' ')),
  { dims: 2, seed: 1 },
)
const bytes = writeTermVectors(own, { kind: 'terms', base: null })

/** How many texts the session was asked for since the last test. */
let computed = 0
const pool: SessionPool = {
  ...opened,
  artifacts: async () => bytes,
  infer: (model, inputs) => {
    computed += inputs.term?.dims[0] ?? 0
    return opened.infer(model, inputs)
  },
}
beforeEach(() => {
  computed = 0
  opened.parts.clear()
})

function championOf(sha256: string): Champion {
  if (!answersExample.card) throw new Error('the example has no card')
  const card = embeddingCard(answersExample.card)
  const named = { versionId: 'v', modelId: 'm', name: 'meaning', version: 1, sha256 }
  return { ...named, card: { ...card, dims: { terms: own.dims }, terms: own.terms } }
}

function featuresOf(...bodies: string[]) {
  const records = { articles: bodies.map((body, at) => ({ key: `${at}`, body: { id: `${at}`, title: 'Sofa', body } })) }
  const run = { id: 'run_test', seed: 1, asOf: '2026-11-24T00:00:00.000Z' }
  return retrieve({ input: { question: 'sofa?' }, content: defaultAnswersContent, records, asOf: run.asOf, run })
}

async function ask(features: unknown, { tenantId = 'a', sha256 = 'one' } = {}): Promise<Float32Array[]> {
  const model = findTask('retail', 'answer_question')?.model
  if (!model) throw new Error('the task has no model')
  const { vectors } = Object(await withParts(pool, { tenantId, champion: championOf(sha256), model }, features))
  return vectors
}

test('a text is computed once, however often it is asked for and in whatever article it stands', async () => {
  const first = await ask(featuresOf('A sofa.', 'A couch.'))
  // Two passages and one title that both have.
  expect(computed).toBe(3)
  expect(await ask(featuresOf('A sofa.', 'A couch.'))).toEqual(first)
  expect(await ask(featuresOf('A couch.'))).toEqual([first[2], first[3]])
  expect(computed).toBe(3)
})

test('a changed text is computed, the others are not', async () => {
  const before = await ask(featuresOf('A sofa.', 'A couch.'))
  const after = await ask(featuresOf('A sofa.', 'A couch with a cushion.'))
  expect(computed).toBe(4)
  expect(after[0]).toEqual(before[0])
  expect(after[2]).not.toEqual(before[2])
})

test('no tenant is served from what another left, and no model from what another made', async () => {
  await ask(featuresOf('A sofa.'))
  await ask(featuresOf('A sofa.'), { tenantId: 'b' })
  await ask(featuresOf('A sofa.'), { sha256: 'two' })
  expect(computed).toBe(6)
})
