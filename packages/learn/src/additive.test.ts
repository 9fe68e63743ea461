// The additive model: exact sums, monotone where promised, the same under one seed, and it learns what is there.
import { expect, test } from 'vitest'
import { bestContribution, contributionOf, contributionsOf, logitsOf, trainAdditive } from './additive.ts'
import { auc, sigmoid } from './metrics.ts'
import { openRandom } from './random.ts'
import { trainScorecard } from './scorecard.ts'
import { encodeRows, type Table, tableFromCells } from './table.ts'

const rows = 800
const random = openRandom(11)
const x = Float64Array.from({ length: rows }, () => random() * 10)
const noise = Float64Array.from({ length: rows }, (_, row) => (row % 10 === 0 ? Number.NaN : random()))
const group = Int32Array.from({ length: rows }, () => Math.floor(random() * 3))
const table: Table = {
  rows,
  columns: [
    { name: 'x', kind: 'number', values: x },
    { name: 'noise', kind: 'number', values: noise },
    { name: 'group', kind: 'category', levels: ['a', 'b', 'c'], codes: group },
  ],
}
// Rises, then falls: what a straight line cannot learn.
const labels = Uint8Array.from({ length: rows }, (_, row) =>
  random() < sigmoid(3 - Math.abs((x[row] ?? 0) - 6) - (group[row] === 1 ? 2 : 0)) ? 1 : 0,
)
const model = trainAdditive(table, labels, { seed: 4 })
const encoded = encodeRows(table)

test('bias and contributions are the logit, and contributions are centred', () => {
  const contributions = contributionsOf(model, encoded)
  for (const [row, logit] of logitsOf(model, encoded).entries()) {
    const sum = contributions.subarray(row * 3, row * 3 + 3).reduce((total, one) => total + one, model.bias)
    expect(sum).toBeCloseTo(logit, 12)
  }
  expect(contributions.reduce((sum, one) => sum + one, 0) / rows).toBeCloseTo(0, 10)
})

test('it learns the bend, and one seed gives one model', () => {
  expect(auc(labels, logitsOf(model, encoded))).toBeGreaterThan(0.8)
  expect(trainAdditive(table, labels, { seed: 4 })).toEqual(model)
})

test('a promised direction is kept over the whole range', () => {
  const kept = trainAdditive(table, labels, { seed: 4, monotone: { x: 1 } })
  const term = kept.terms.find((one) => one.name === 'x')
  if (!term) throw new Error('no term')
  const path = Array.from({ length: 200 }, (_, at) => contributionOf(term, at / 15))
  for (const [at, value] of path.entries()) expect(value).toBeGreaterThanOrEqual((path[at - 1] ?? -100) - 1e-9)
})

test('the best attainable is not above any contribution of a present value', () => {
  for (const term of model.terms) {
    const values = term.kind === 'number' ? Array.from({ length: 300 }, (_, at) => at / 20) : [0, 1, 2]
    const least = Math.min(...values.map((value) => contributionOf(term, value)))
    expect(bestContribution(term)).toBeLessThanOrEqual(least + 1e-9)
  }
})

test('what never missed in training says nothing when it misses', () => {
  const term = model.terms.find((one) => one.name === 'x')
  expect(term && contributionOf(term, Number.NaN)).toBe(0)
})

test('training stops when it is told to', () => {
  expect(() => trainAdditive(table, labels, { seed: 4, signal: AbortSignal.abort() })).toThrow()
})

test('cells become numbers or categories; of many levels the frequent ones stay', () => {
  const read = tableFromCells(
    new Map([
      ['n', ['1', 'NA', '2.5']],
      ['c', ['b', 'a', '']],
    ]),
  )
  expect(read.columns[0]).toMatchObject({ kind: 'number', values: Float64Array.of(1, Number.NaN, 2.5) })
  expect(read.columns[1]).toMatchObject({ kind: 'category', levels: ['a', 'b'], codes: Int32Array.of(1, 0, -1) })
  const texts = Array.from({ length: 300 }, (_, at) => (at < 100 ? 'often' : `text ${at}`))
  const many = tableFromCells(new Map([['t', texts]])).columns[0]
  if (many?.kind !== 'category') throw new Error('not a category')
  expect(many.levels).toHaveLength(50)
  expect(many.levels).toEqual(expect.arrayContaining(['often', '(other)']))
  expect(Math.min(...many.codes)).toBe(0)
})

test('the scorecard is additive, keeps a promised direction, and learns the same bend in steps', () => {
  const card = trainScorecard(table, labels, { seed: 4 })
  expect(auc(labels, logitsOf(card, encoded))).toBeGreaterThan(0.78)
  const kept = trainScorecard(table, labels, { seed: 4, monotone: { x: 1 } })
  const term = kept.terms.find((one) => one.name === 'x')
  const scores = term?.scores.subarray(1) ?? new Float64Array()
  for (let at = 1; at < scores.length; at++) expect(scores[at]).toBeGreaterThanOrEqual((scores[at - 1] ?? 0) - 1e-9)
})
