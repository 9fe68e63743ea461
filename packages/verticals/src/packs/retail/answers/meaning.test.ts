// Words and meaning together: what words answer is never taken away, more evidence is never less sure, and texts are cut as the model was made for.
import { type EmbeddingCard, embeddingCard } from '@guildhall/contracts/model-card'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleArticles } from './articles.ts'
import { choose, evidenceOf } from './choose.ts'
import { confidenceOf } from './confidence.ts'
import { cutText } from './cuts.ts'
import { answersExample } from './example.ts'
import { retrieve } from './features.ts'
import { type AnswersContent, defaultAnswersContent } from './input.ts'
import { type Meaning, meaningModel } from './meaning.ts'
import { piecesOf, pieceTable } from './pieces.ts'
import questions from './questions.json' with { type: 'json' }

const weights = { bias: -4, lexical: 4, cosine: 8, lead: 6, asked: 1, error: 0 }
const asOf = '2026-11-24T00:00:00.000Z'
const records = { articles: sampleArticles().map((body) => ({ key: body.id, body })) }

function ask(question: string, content: Partial<AnswersContent> = {}) {
  const run = { id: 'run_test', seed: 1, asOf }
  return retrieve({ input: { question }, content: { ...defaultAnswersContent, ...content }, records, asOf, run })
}

/** A model to which only the passages of one article are near. */
function nearTo(features: ReturnType<typeof ask>, article: string): Meaning {
  return { cosines: features.passages.map((one) => (one.article === article ? 0.9 : 0.1)), weights }
}

describe('words and meaning', () => {
  test.each(questions.map((one) => one.question))('what words answer, a model never takes away: %s', (question) => {
    const features = ask(question)
    const alone = choose(features, null)
    if (alone.quotes.length === 0) return
    const both = choose(features, nearTo(features, 'pickup'))
    expect(both.by).toBe('bm25')
    expect(both.quotes.map((one) => one.passage)).toEqual(alone.quotes.map((one) => one.passage))
    expect(both.quotes.every((one) => one.cosine !== null)).toBe(true)
  })

  test('a question without a word of the articles is answered by the passage that means it, with both scores', () => {
    const features = ask('I dislike waiting, hand me my stuff personally?')
    expect(choose(features, null).quotes).toEqual([])
    const { by, quotes, needed } = choose(features, nearTo(features, 'pickup'))
    expect({ by, needed }).toEqual({ by: 'fused', needed: defaultAnswersContent.min_confidence_with_model })
    expect(quotes[0]).toMatchObject({ passage: { article: 'pickup' }, cosine: 0.9 })
  })

  test('where words nearly answer, a model is held back: a word is missing that makes it another question', () => {
    const features = ask('Do gift cards work in Norway?')
    expect(choose(features, nearTo(features, 'gift-cards'))).toMatchObject({ by: 'bm25', quotes: [] })
    expect(choose({ ...features, asks: { ...features.asks, modelBelow: 1 } }, nearTo(features, 'gift-cards')).by).toBe(
      'fused',
    )
  })

  test('below its own bound the template refuses, whatever the other bound is', () => {
    const features = ask('I dislike waiting, hand me my stuff personally?', { min_confidence_with_model: 1 })
    expect(choose(features, nearTo(features, 'pickup')).quotes).toEqual([])
  })

  test('more words, more nearness or more lead is never less sure', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const slope = fc.double({ min: 0, max: 30, noNaN: true })
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        fc.tuple(slope, slope, slope),
        (lexical, cosine, lead, more, [a, b, c]) => {
          const own = { bias: -5, lexical: a, cosine: b, lead: c }
          const before = confidenceOf({ lexical, cosine, lead }, own)
          expect(before).toBeGreaterThanOrEqual(0)
          expect(before).toBeLessThanOrEqual(1)
          for (const richer of [
            { lexical: lexical + more, cosine, lead },
            { lexical, cosine: cosine + more, lead },
            { lexical, cosine, lead: lead + more },
          ])
            expect(confidenceOf(richer, own)).toBeGreaterThanOrEqual(before)
        },
      ),
    )
  })

  test('a passage leads by its distance to the nearest of any other article, worked by hand', () => {
    const passages = [{ article: 'a' }, { article: 'a' }, { article: 'b' }]
    const found = evidenceOf(passages, { cosines: [0.5, 0.7, 0.4], lexicals: new Map([[1, 0.3]]) })
    expect(found).toEqual([
      { lexical: 0, cosine: 0.5, lead: expect.closeTo(0.1, 12) },
      { lexical: 0.3, cosine: 0.7, lead: expect.closeTo(0.3, 12) },
      { lexical: 0, cosine: 0.4, lead: expect.closeTo(-0.3, 12) },
    ])
  })
})

describe('cuts', () => {
  const pieces = ['<unk>', '<s>', '</s>', '<1>', '<2>', '<3>', '▁re', 'fund', '▁refund', 's', '▁']
  const scores = [0, 0, 0, 0, 0, 0, -4, -4, -5, -2, -9]
  const table = pieceTable(pieces, scores)

  test('pieces are those whose log probabilities have the largest sum; what is unknown is one piece', () => {
    expect(piecesOf('refunds', table)).toEqual([8, 9])
    expect(piecesOf('  refund   refund ', table)).toEqual([8, 8])
    expect(piecesOf('refund 退货', table)).toEqual([8, 10, 0])
    expect(piecesOf('<unk>', table)).not.toContain(1)
    expect(piecesOf('   ', table)).toEqual([])
  })

  if (!answersExample.card) throw new Error('the example has no card')
  const card: EmbeddingCard = {
    ...embeddingCard(answersExample.card),
    cuts: { en: 'pieces', 'zh-CN': 'words' },
    pieces: { texts: pieces, scores },
    words: ['退', '退货', '货运'],
    dims: { pieces: 2, words: 2 },
  }

  test('each language is cut as the card says; words from the left, the longest first', () => {
    expect(cutText('refunds', card)).toEqual({ how: 'pieces', numbers: [8, 9] })
    expect(cutText('退货运费', card)).toEqual({ how: 'words', numbers: [1] })
    expect(cutText('退货运费', { ...card, cuts: { en: null, 'zh-CN': null } })).toEqual({ how: null, numbers: [] })
  })

  test('a text is read from the output of its cut, and one that says nothing to the model is an empty vector', () => {
    const outputs = {
      pieces: { data: Float32Array.of(1, 2, 3, 4, 5, 6), dims: [3, 2] },
      words: { data: Float32Array.of(7, 8, 9, 10, 11, 12), dims: [3, 2] },
    }
    const vectors = meaningModel.parts?.decode(outputs, ['refund', '退货', '费'], card)
    expect(vectors?.map((one) => [...one])).toEqual([[1, 2], [9, 10], []])
    expect(() => meaningModel.parts?.decode(outputs, ['refund'], card)).toThrow('shape of its card')
  })

  test('a language that the model does not know has no parts and no meaning: words alone answer', () => {
    const silent = {
      ...card,
      cuts: { en: 'pieces', 'zh-CN': null } as const,
      confidence: { en: weights, 'zh-CN': null },
    }
    const features = ask('退货期限是多少天？')
    expect(meaningModel.parts?.of(features, silent)).toEqual([])
    const outputs = {
      pieces: { data: new Float32Array(2), dims: [1, 2] },
      words: { data: new Float32Array(2), dims: [1, 2] },
    }
    expect(meaningModel.decode(outputs, 1, silent, [features])).toEqual([null])
  })
})
