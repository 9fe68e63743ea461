// Expectations of golden cases: what each kind holds, what it refuses, and which can never be checked.
import type { Expectation } from '@guildhall/contracts/golden'
import { describe, expect, test } from 'vitest'
import { expectationFault, goldenProblems } from './golden.ts'

const output = {
  score: { points: 556, pd: 0.0842 },
  amount: '580.41',
  action: 'refer',
  items: [{ item_id: 'a' }, { item_id: 'b' }],
  note: { en: { sentences: [{ text: 'Debt takes 38.3%, "as asked".' }] } },
  nothing: null,
}
const breaks = (expectation: Expectation) => goldenProblems([expectation], output).map((one) => one.message)

describe('holds', () => {
  test.each<Expectation>([
    { path: 'action', equals: 'refer' },
    { path: 'items.1', equals: { item_id: 'b' } },
    { path: 'nothing', equals: null },
    { path: 'not.there', equals: null },
    { path: 'score.pd', equals: 0.084, tolerance: 0.0005 },
    { path: 'amount', equals: 580, tolerance: 0.5 },
    { path: 'amount', min: 580, max: 581 },
    { path: 'note.en', contains: '38.3%' },
    { path: 'note', contains: 'takes 38.3%, "as asked"' },
    { path: 'note', lacks: 'guarantee' },
    { path: 'action', one_of: ['approve', 'refer'] },
    { path: 'items', schema: { type: 'array', minItems: 1, items: { type: 'object', required: ['item_id'] } } },
  ])('%o', (expectation) => {
    expect(breaks(expectation)).toEqual([])
    expect(expectationFault(expectation)).toBeNull()
  })

  test('an object is the same whatever the order of its keys', () => {
    expect(
      goldenProblems([{ path: 'a', equals: { x: 1, y: [{ p: 1, q: 2 }] } }], { a: { y: [{ q: 2, p: 1 }], x: 1 } }),
    ).toEqual([])
  })
})

describe('is broken, and says by what', () => {
  test.each<[Expectation, string]>([
    [{ path: 'action', equals: 'approve' }, 'action is "refer", not "approve"'],
    [{ path: 'not.there', equals: 1 }, 'not.there is not there, not 1'],
    [{ path: 'score.pd', equals: 0.09, tolerance: 0.001 }, 'score.pd is 0.0842, not 0.09 within 0.001'],
    [{ path: 'action', equals: 1, tolerance: 5 }, 'action is "refer", not 1 within 5'],
    [{ path: 'score.points', min: 600 }, 'score.points is 556, below 600'],
    [{ path: 'amount', max: 500 }, 'amount is "580.41", above 500'],
    [{ path: 'action', min: 1 }, 'action is "refer", not a number'],
    [{ path: 'action', contains: 'app' }, 'action is "refer", without app'],
    [{ path: 'action', lacks: 'ref' }, 'action is "refer", with ref'],
    [{ path: 'action', one_of: ['approve', 'decline'] }, 'action is "refer", none of ["approve","decline"]'],
    [{ path: 'constructor', equals: 'x' }, 'constructor is not there, not "x"'],
  ])('%o', (expectation, message) => {
    expect(breaks(expectation)).toEqual([message])
  })

  test('a value of another schema', () => {
    const [message] = breaks({ path: 'score', schema: { type: 'object', properties: { points: { type: 'string' } } } })
    expect(message).toContain('not of its schema: points')
  })

  test('a problem carries both sides, a large value shortened', () => {
    const [problem] = goldenProblems([{ path: 'a', equals: 1 }], { a: 'x'.repeat(100_000) })
    expect(problem?.expected).toEqual({ path: 'a', equals: 1 })
    expect(JSON.stringify(problem?.actual).length).toBeLessThan(400)
    expect(problem?.message.length).toBeLessThan(400)
  })
})

describe('can never be checked', () => {
  test.each<[string, Expectation]>([
    ['nothing expected', { path: 'a' }],
    ['a tolerance alone', { path: 'a', tolerance: 1 }],
    ['a tolerance of a text', { path: 'a', equals: 'x', tolerance: 1 }],
    ['a pattern, which may not end', { path: 'a', schema: { type: 'string', pattern: '(a+)+$' } }],
    ['a pattern deep inside', { path: 'a', schema: { anyOf: [{ items: { pattern: 'x' } }] } }],
    ['a pattern in what else may stand', { path: 'a', schema: { additionalProperties: { pattern: 'x' } } }],
    ['a reference to itself', { path: 'a', schema: { $ref: '#' } }],
    ['a word that is none', { path: 'a', schema: { tpye: 'string' } }],
    ['a type that is none', { path: 'a', schema: { type: 'texts' } }],
  ])('%s', (_, expectation) => {
    expect(expectationFault(expectation)).not.toBeNull()
  })

  test('a property may have the name of a word', () => {
    const schema = { type: 'object', properties: { pattern: { type: 'string' } } }
    expect(expectationFault({ path: 'a', schema })).toBeNull()
  })
})
