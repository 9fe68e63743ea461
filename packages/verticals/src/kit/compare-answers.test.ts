// Two answers side by side: decisions that flip, lists that overlap, outputs and sentences that differ.
import { describe, expect, test } from 'vitest'
import { findTask } from '../registry.ts'
import { decisionIn, expectationsFrom, listIn, overlapOf } from './answer.ts'
import { compareAnswers } from './compare-answers.ts'
import type { Task } from './vertical.ts'

const found = findTask('finance', 'risk_note')
if (!found) throw new Error('the finance pack has lost its task')
const finance = found
/** A task that says nothing of its own about its answers. */
const plain: Task = { ...finance }
delete plain.decisionOf
delete plain.listOf
delete plain.goldenPaths

const note = (...texts: string[]) => ({
  en: { sections: [{ id: 'summary', title: 'Summary', sentences: texts.map((text) => ({ text, facts: [] })) }] },
})
const listed = (...ids: string[]) => ({ output: { items: ids.map((item_id) => ({ item_id })) }, text: note('List.') })
const decided = (action: string, more: object = {}) => ({
  output: { recommendation: { action }, ...more },
  text: note('A decision.'),
})

describe('compared', () => {
  test('the same answer is the same, whatever its recommendation is called', () => {
    const compared = compareAnswers(
      finance,
      decided('refer', { recommendation_id: '1' }),
      decided('refer', { recommendation_id: '2' }),
    )
    expect(compared).toMatchObject({ isChanged: false, isFlipped: false, outputs: [], sentences: [], overlap: null })
  })

  test('a decision that flips, with what it was and is', () => {
    const compared = compareAnswers(finance, decided('approve'), decided('decline'))
    expect(compared).toMatchObject({ isFlipped: true, decision: { before: 'approve', after: 'decline' } })
    expect(compared.outputs).toEqual([{ path: 'recommendation.action', before: 'approve', after: 'decline' }])
  })

  test('lists: the share of the first ten that both have, and rows by their name', () => {
    const compared = compareAnswers(plain, listed('a', 'b', 'c', 'd'), listed('b', 'a', 'x'))
    expect(compared).toMatchObject({ overlap: 0.5, isFlipped: false, decision: null, isChanged: true })
    expect(compared.outputs.map((one) => one.path)).toEqual(['items.c', 'items.d', 'items.x', 'items'])
    expect(overlapOf([], [])).toBe(1)
    expect(overlapOf(['a'], [])).toBe(0)
    const long = Array.from({ length: 30 }, (_each, at) => `i${at}`)
    expect(overlapOf(long, [...long].reverse())).toBe(0)
  })

  test('sentences that go and come, side by side', () => {
    const before = { output: {}, text: note('Stays.', 'Goes.') }
    const after = { output: {}, text: note('Comes.', 'Stays.', 'More.') }
    expect(compareAnswers(finance, before, after).sentences).toEqual([
      { language: 'en', section: 'summary', before: 'Goes.', after: 'Comes.' },
      { language: 'en', section: 'summary', before: null, after: 'More.' },
    ])
  })

  test('what is kept of a comparison is bounded', () => {
    const wide = (value: string) => Object.fromEntries(Array.from({ length: 200 }, (_each, at) => [`f${at}`, value]))
    const compared = compareAnswers(finance, decided('refer', wide('a'.repeat(50_000))), decided('refer', wide('b')))
    expect(compared.outputs).toHaveLength(40)
    expect(JSON.stringify(compared).length).toBeLessThan(100_000)
  })
})

describe('what an answer says', () => {
  test('by the pack, else where this house has it', () => {
    expect([decisionIn(finance, { recommendation: { action: 'refer' } }), decisionIn(plain, {})]).toEqual([
      'refer',
      null,
    ])
    expect(listIn(plain, { items: [{ item_id: 'a' }] })).toEqual(['a'])
    expect(listIn(plain, {})).toBeNull()
  })

  test('what it would be held to: the pack’s paths, else short plain values, never a figure of the model', () => {
    const output = {
      recommendation: { action: 'refer' },
      score: { pd: 0.0842, points: 556 },
      note: {},
      long: 'x'.repeat(90),
    }
    expect(expectationsFrom(finance, output)).toEqual([{ path: 'recommendation.action', equals: 'refer' }])
    expect(expectationsFrom(plain, output)).toEqual([
      { path: 'recommendation.action', equals: 'refer' },
      { path: 'score.points', equals: 556 },
    ])
  })
})
