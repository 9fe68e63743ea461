// The item models: both forms of EASE are one model, the inverse is one, transitions learn what follows, and scores are sums of their parts.
import { expect, test } from 'vitest'
import { invertInPlace, multiplyInLoops } from '../multiply.ts'
import { openRandom } from '../random.ts'
import { popularityOf } from './baselines.ts'
import { addColdItems, wordsOf } from './content.ts'
import { fitEase } from './ease.ts'
import { evaluateRetail } from './evaluate.ts'
import { fitIals, linearOf } from './ials.ts'
import { asBinary, columnSums, type Interactions, interactionsOf, userRows } from './interactions.ts'
import { influence, scoreOf } from './linear.ts'
import { hideOne, leaveLastOut, strongGeneralisation, timeSplit } from './protocols.ts'
import { addFigures, noFigures, topOf } from './ranking.ts'
import { fitRecommender } from './recommender.ts'
import { fitTransition } from './transition.ts'

const multiply = multiplyInLoops

/** Two tastes: users like items of one half, and go through them in order. */
function shop(users: number, items: number): Interactions {
  const random = openRandom(3)
  const user: string[] = []
  const item: string[] = []
  const time: number[] = []
  for (let at = 0; at < users; at++) {
    const half = at % 2
    let pick = Math.floor(random() * items)
    for (let step = 0; step < 8; step++) {
      user.push(`u${at}`)
      item.push(`i${half * items + pick}`)
      time.push(step)
      pick = random() < 0.7 ? (pick + 1) % items : Math.floor(random() * items)
    }
  }
  return interactionsOf({ user, item, time })
}
const events = shop(60, 10)
const rows = userRows(events)

test('the inverse times the matrix is the identity, across blocks', async () => {
  const size = 300
  const random = openRandom(1)
  const half = Float32Array.from({ length: size * size }, () => random() - 0.5)
  const matrix = new Float32Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      let sum = a === b ? 5 : 0
      for (let at = 0; at < size; at++) sum += (half[a * size + at] ?? 0) * (half[b * size + at] ?? 0)
      matrix[a * size + b] = sum
    }
  const inverse = matrix.slice()
  await invertInPlace(inverse, size, { multiply })
  const product = await multiply(matrix, inverse, { rows: size, inner: size, columns: size })
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) expect(Math.abs((product[a * size + b] ?? 0) - (a === b ? 1 : 0))).toBeLessThan(1e-3)
})

test('EASE from the users is EASE from the items', async () => {
  const primal = await fitEase(rows, { ridge: 5, form: 'primal', multiply })
  const dual = await fitEase(rows, { ridge: 5, form: 'dual', multiply })
  for (let i = 0; i < 20; i++)
    for (let j = 0; j < 20; j++) expect(influence(dual, i, j)).toBeCloseTo(influence(primal, i, j), 4)
  const scores = await scoreOf(dual, rows, multiply)
  for (const [at, score] of (await scoreOf(primal, rows, multiply)).entries()) expect(scores[at]).toBeCloseTo(score, 4)
})

test('a score of factors is the sum of what each item of the history adds', async () => {
  const linear = linearOf(fitIals(rows, { rank: 6, alpha: 0.1, reg: 0.01, sweeps: 4, seed: 1 }), 6)
  const scores = await scoreOf(linear, rows, multiply)
  for (let item = 0; item < 20; item++) {
    let sum = 0
    for (let at = rows.starts[7] ?? 0; at < (rows.starts[8] ?? 0); at++)
      sum += (rows.values[at] ?? 0) * influence(linear, rows.columns[at] ?? 0, item)
    expect(scores[7 * 20 + item]).toBeCloseTo(sum, 5)
  }
})

test('transitions point at what follows', async () => {
  const linear = await fitTransition(events, { ridge: 1, decay: 0.5, multiply })
  const at = (name: string) => events.items.indexOf(name)
  expect(influence(linear, at('i3'), at('i4'))).toBeGreaterThan(influence(linear, at('i4'), at('i3')) + 0.1)
})

test('every family beats popularity where tastes differ, and one seed gives one answer', async () => {
  const pairs = strongGeneralisation({ from: events, folds: 3, seed: 2 })
  const figures = await evaluateRetail(pairs, { multiply, seed: 1 })
  const of = (family: string) => figures.find((one) => one.family === family)?.ndcg_at_10 ?? 0
  expect(of('ease')).toBeGreaterThan(of('popularity') + 0.1)
  expect(of('recommender')).toBeGreaterThan(of('popularity') + 0.1)
  const timeless = (all: typeof figures) => all.map((one) => ({ ...one, seconds: 0 }))
  expect(timeless(await evaluateRetail(pairs, { multiply, seed: 1 }))).toEqual(timeless(figures))
})

test('protocols never show a target to the model, and repeats only where they are wanted', () => {
  const pairs = [
    hideOne({ from: events, seed: 1 }),
    leaveLastOut({ from: events }),
    timeSplit({ from: events, validFrom: 4, testFrom: 6, minHistory: 1 }),
    ...strongGeneralisation({ from: events, folds: 3, seed: 5 }),
  ]
  for (const { inner, outer } of pairs)
    for (const split of [inner, outer]) {
      expect(split.tested.length).toBeGreaterThan(0)
      const known = userRows(split.known)
      for (const [row, user] of split.tested.entries()) {
        const seen = new Set(known.columns.subarray(known.starts[user], known.starts[user + 1]))
        const targets = split.targets.columns.subarray(split.targets.starts[row], split.targets.starts[row + 1])
        for (const target of targets) expect(seen.has(target)).toBe(false)
      }
    }
})

test('figures of a known ranking', () => {
  const figures = noFigures()
  const histories = {
    rows: 1,
    width: 4,
    starts: Int32Array.of(0, 1),
    columns: Int32Array.of(0),
    values: Float32Array.of(1),
  }
  const targets = { ...histories, columns: Int32Array.of(2) }
  addFigures(figures, { scores: Float32Array.of(9, 3, 2, 1), histories, targets, masksSeen: true })
  expect(figures.mrr).toEqual([0.5])
  expect(figures.ndcg10[0]).toBeCloseTo(1 / Math.log2(3), 9)
  expect(topOf(Float32Array.of(1, 5, 5, Number.NEGATIVE_INFINITY), 3)).toEqual(Int32Array.of(1, 2, 0))
})

test('popularity with a half-life prefers what sells now', () => {
  const from = interactionsOf({ user: ['a', 'b', 'c'], item: ['old', 'old', 'new'], time: [0, 0, 10] })
  expect(popularityOf(from)[1]).toBe(1)
  expect(popularityOf(from, 2)[0]).toBe(1)
})

test('training stops when it is told to', async () => {
  const settings = { ridge: 10, halfLife: null, ownWeight: 0, transition: null }
  const context = { multiply, seed: 1, signal: AbortSignal.abort() }
  await expect(fitRecommender(events, settings, context)).rejects.toThrow()
})

test('an item nobody has bought enters beside those it reads like', async () => {
  const from = interactionsOf({
    user: Array.from(events.user, (user) => events.users[user] ?? ''),
    item: Array.from(events.item, (item) => events.items[item] ?? ''),
    time: events.time,
    catalogue: ['z-new'],
  })
  const linear = await fitEase(userRows(from), { ridge: 5, form: 'primal', multiply })
  if (linear.kind !== 'dense') throw new Error('not dense')
  const documents = from.items.map((name) =>
    wordsOf(name === 'z-new' || name === 'i3' ? 'Oat milk barista' : `Thing ${name} 燕麦奶`),
  )
  const users = columnSums(asBinary(userRows(from)))
  const item = from.items.indexOf('z-new')
  expect(influence(linear, from.items.indexOf('i3'), item)).toBeCloseTo(0, 12)
  expect(addColdItems(linear.weights, from.items.length, { documents, users })).toBe(1)
  expect(influence(linear, from.items.indexOf('i3'), item)).toBeGreaterThan(0)
  expect(influence(linear, item, item)).toBe(0)
})
