// Customer questions by meaning, by the API on real Postgres, Redis and onnxruntime: a shop's own texts are trained on, promoted, and answer a question
// that has no word of any article; before, after a rollback and at another tenant words alone do.
import { getVersion } from '@guildhall/domain/model/get'
import { promoteVersion, rollbackModel } from '@guildhall/domain/model/promote'
import { openRandom } from '@guildhall/learn/random'
import { verticals } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lender, openLender } from './lender.ts'
import { gatesOf, send, train } from './training.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
let shop: Lender
let other: Lender

beforeAll(async () => {
  shop = await openLender(urls)
  other = await openLender(urls)
})
afterAll(async () => {
  await shop.close()
  await other.close()
})

const topics = 24
const sentences = 4
const wordsInSentence = 3
/** The last two words of a topic stand in items only. */
const wordsOfTopic = sentences * wordsInSentence + 2

const syllables = [
  'ba',
  'do',
  'fu',
  'gi',
  'ko',
  'lu',
  'mi',
  'no',
  'pa',
  'ru',
  'ta',
  'vo',
  'zu',
  'hi',
  'ja',
  'wo',
  'xu',
  'qa',
  'ki',
  'me',
]

/** A made-up word, each with letters of its own order. */
const word = (topic: number, at: number): string => {
  const number = topic * wordsOfTopic + at
  return `${syllables[number % 20]}${syllables[Math.floor(number / 20) % 20]}${syllables[(number * 7) % 20]}k`
}

const sentenceOf = (topic: number, sentence: number): string => {
  const said = Array.from({ length: wordsInSentence }, (_, at) => word(topic, sentence * wordsInSentence + at)).join(
    ' ',
  )
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}
const articles = Array.from({ length: topics }, (_, topic) => ({
  id: `topic-${topic}`,
  title: `Page ${topic}`,
  body: Array.from({ length: sentences }, (__, sentence) => sentenceOf(topic, sentence)).join(' '),
}))

/** What is sold says which words belong together. */
function items() {
  const random = openRandom(3)
  return Array.from({ length: topics * 25 }, (_, number) => {
    const topic = number % topics
    const said = Array.from({ length: 6 }, () => word(topic, Math.floor(random() * wordsOfTopic)))
    return { id: `item-${number}`, title: said.join(' ') }
  })
}

const meant = `${word(7, wordsOfTopic - 1)} ${word(7, wordsOfTopic - 2)}?`

async function answerOf(tenant: Lender, question: string) {
  const run = await tenant.oneRun({ question }, 'customer-answers')
  expect(run).toMatchObject({ status: 'succeeded', result: { verification: { status: 'passed' } } })
  return { ...run.result.output, model: run.result.model }
}

test('from articles and items to an answer by meaning, and back', async () => {
  const { actor } = shop.world
  await send(actor, 'articles', articles)
  await send(actor, 'items', items())
  await send(other.world.actor, 'articles', articles)
  expect(await answerOf(shop, meant)).toMatchObject({
    status: 'not_covered',
    retrieval: { by: 'bm25', model: 'none' },
    model: null,
  })

  const training = await train(actor, 'retail.answer_question')
  const gates = await gatesOf(actor, training)
  for (const measure of [
    'first_right_gain',
    'first_right_gain_low',
    'answered_right_share',
    'foreign_refused_share',
    'confidence_error',
    'graph_difference',
  ])
    expect(gates.get(measure), measure).toMatchObject({ verdict: 'pass' })
  expect(gates.get('first_right_difference_champion')).toMatchObject({ verdict: 'not_run' })
  const { card } = await getVersion.call(actor, { id: training.model, version: training.version })
  expect(card).toMatchObject({ family: 'text-embedding', cuts: { en: 'terms', 'zh-CN': null } })
  await promoteVersion.call(actor, { id: training.model, version: training.version })

  const answered = await answerOf(shop, meant)
  expect(answered).toMatchObject({
    status: 'answered',
    retrieval: { by: 'fused', model: 'used' },
    min_confidence: 0.4,
    answers: [{ article_id: 'topic-7', score: 0, cosine: expect.any(Number) }],
    model: { version: training.version },
  })
  expect(answered.note.en.sections[1].sentences[0].text).toContain('words and meaning')
  expect(answered.note['zh-CN'].sections[1].sentences[0].text).toContain('词语与语义')

  // An article's own words need no model; Chinese is a language that it does not know; what is foreign is refused.
  expect(await answerOf(shop, `${word(3, 0)} ${word(3, 1)}?`)).toMatchObject({
    status: 'answered',
    retrieval: { by: 'bm25', model: 'not_needed' },
    answers: [{ article_id: 'topic-3' }],
  })
  expect(await answerOf(shop, '退货期限是多少天？')).toMatchObject({
    status: 'not_covered',
    retrieval: { by: 'bm25', model: 'silent' },
  })
  expect(await answerOf(shop, 'Who painted the Mona Lisa?')).toMatchObject({ status: 'not_covered' })

  // The same articles at another tenant: its own runs have no model.
  expect(await answerOf(other, meant)).toMatchObject({
    status: 'not_covered',
    retrieval: { model: 'none' },
    model: null,
  })

  const again = await gatesOf(actor, await train(actor, 'retail.answer_question', { seed: 2 }))
  expect(again.get('first_right_difference_champion')).toMatchObject({ figure: expect.any(Number) })

  await rollbackModel.call(actor, { id: training.model })
  expect(await answerOf(shop, meant)).toMatchObject({ status: 'not_covered', retrieval: { by: 'bm25', model: 'none' } })
})

test('the sample articles alone teach no meaning: the gates say so', async () => {
  const { actor } = other.world
  const retail = verticals.find((one) => one.slug === 'retail')
  await send(actor, 'articles', [...(retail?.starterRecords?.articles?.() ?? [])])
  const gates = await gatesOf(actor, await train(actor, 'retail.answer_question'))
  expect(gates.get('first_right_gain')).toMatchObject({ verdict: 'fail' })
  expect(gates.get('graph_difference')).toMatchObject({ verdict: 'pass' })
})

test('too few sentences fail with their cure', async () => {
  const fresh = await openLender(urls)
  try {
    const { actor } = fresh.world
    await send(
      actor,
      'articles',
      Array.from({ length: 12 }, (_, at) => ({ id: `a${at}`, title: 'Page', body: 'One sentence about parcels.' })),
    )
    expect(await train(actor, 'retail.answer_question')).toMatchObject({
      status: 'failed',
      error: { code: 'input_invalid', detail: expect.stringContaining('20 sentences') },
    })
  } finally {
    await fresh.close()
  }
})
