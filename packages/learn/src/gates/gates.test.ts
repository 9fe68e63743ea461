// Gates and their arithmetic: figures by hand, verdicts on the right side, and what cannot run says so.
import { expect, test } from 'vitest'
import { openRandom } from '../random.ts'
import { fairnessGates } from './fairness.ts'
import { financeGates, type HeldOut } from './finance.ts'
import { bootstrap, populationStability, rankCorrelation, ratesByGroup } from './measures.ts'
import { type HeldOutLists, retailGates } from './retail.ts'

const random = openRandom(3)
const rows = 800
const logits = Float64Array.from({ length: rows }, () => random() * 6 - 4)
const labels = Uint8Array.from(logits, (logit) => (random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0))
const options = { operatingPd: 0.2, attributes: new Map<string, string[]>(), jurisdiction: 'US', seed: 1 }
const held: HeldOut = {
  labels,
  served: logits,
  trained: logits,
  champion: logits,
  full: null,
  firstReason: new Int32Array(rows),
}
const verdicts = (of: HeldOut, more: Partial<typeof options> = {}) =>
  new Map(financeGates(of, { ...options, ...more }).map((gate) => [gate.measure, gate.verdict]))

test('the interval of a mean holds the mean, and narrows with rows', () => {
  const mean = (values: Float64Array) => (drawn: Int32Array) =>
    drawn.reduce((sum, row) => sum + (values[row] ?? 0), 0) / drawn.length
  const { figure, interval } = bootstrap(rows, mean(logits), { seed: 2 })
  expect(interval[0]).toBeLessThan(figure)
  expect(interval[1]).toBeGreaterThan(figure)
  const few = bootstrap(50, mean(logits), { seed: 2 }).interval
  expect(few[1] - few[0]).toBeGreaterThan(interval[1] - interval[0])
})

test('equal samples have a stability index of 0, a shifted one is told', () => {
  expect(populationStability(logits, logits).index).toBeCloseTo(0, 9)
  expect(
    populationStability(
      logits,
      logits.map((one) => one + 2),
    ).index,
  ).toBeGreaterThan(0.25)
})

test('rank correlation of a rising and of a falling transformation', () => {
  expect(rankCorrelation(logits, logits.map(Math.exp))).toBeCloseTo(1, 12)
  expect(
    rankCorrelation(
      logits,
      logits.map((one) => -one),
    ),
  ).toBeCloseTo(-1, 12)
})

test('a model equal to the champion passes; a reversed, an overconfident and a strayed one fail where they should', () => {
  const equal = verdicts(held)
  for (const measure of ['auc_difference', 'calibration_slope', 'psi', 'graph_difference'])
    expect([measure, equal.get(measure)]).toEqual([measure, 'pass'])
  expect(verdicts({ ...held, served: logits.map((one) => -one) }).get('auc_difference')).toBe('fail')
  expect(verdicts({ ...held, served: logits.map((one) => one * 3) }).get('calibration_slope')).toBe('fail')
  expect(verdicts({ ...held, trained: logits.map((one) => one + 1e-3) }).get('graph_difference')).toBe('fail')
  expect(verdicts({ ...held, champion: null }).get('psi')).toBe('not_run')
})

test('a variant that moves decisions fails by its flips; the same model does not', () => {
  const full = { logits, firstReason: new Int32Array(rows) }
  expect(verdicts({ ...held, full }).get('decision_flips')).toBe('pass')
  const moved = verdicts({ ...held, served: logits.map((one) => one + 0.4), full })
  expect([moved.get('decision_flips'), moved.get('probability_shift'), moved.get('rank_correlation')]).toEqual([
    'fail',
    'fail',
    'pass',
  ])
})

test('rates by group, and the two fairness gates on them', () => {
  const groups = Array.from({ length: 200 }, (_, row) => (row % 2 === 0 ? 'a' : 'b'))
  const isSelected = Uint8Array.from({ length: 200 }, (_, row) => (row % 2 === 0 ? 1 : row % 4 === 1 ? 1 : 0))
  const isGood = new Uint8Array(200).fill(1)
  const all = Int32Array.from(groups.keys())
  expect(ratesByGroup(all, { isSelected, isGood, groups }).map((group) => group.rate)).toEqual([1, 0.5])
  const from = { isSelected, isGood, jurisdiction: 'US', seed: 1 }
  const [ratio, difference] = fairnessGates({ ...from, attributes: new Map([['sex', groups]]) })
  expect(ratio).toMatchObject({ figure: 0.5, threshold: 0.8, verdict: 'fail' })
  expect(difference).toMatchObject({ figure: 0.5, threshold: 0.1, verdict: 'fail' })
  const few = fairnessGates({ ...from, attributes: new Map([['sex', groups.map((_, row) => (row < 5 ? 'a' : 'b'))]]) })
  expect(few).toMatchObject([{ verdict: 'not_run', detail: expect.stringContaining('fewer than two groups') }])
})

test('a recommender worse than its rival, and one that shows few items, fail', () => {
  const lists = Array.from({ length: 60 }, (_, user) => Int32Array.from({ length: 10 }, (_, at) => (user + at) % 50))
  const equal: HeldOutLists = {
    ndcg: lists.map(() => 0.2),
    rival: lists.map(() => 0.2),
    rivalName: 'champion',
    lists,
    rivalLists: lists,
    items: 50,
    head: new Set([0, 1, 2, 3, 4]),
    graphGap: 1e-7,
    variant: null,
    seed: 1,
  }
  const of = (change: Partial<HeldOutLists>) =>
    new Map(retailGates({ ...equal, ...change }).map((gate) => [gate.measure, gate.verdict]))
  expect([...of({}).values()].every((verdict) => verdict === 'pass')).toBe(true)
  expect(of({ ndcg: lists.map(() => 0.1) }).get('ndcg_at_10_difference')).toBe('fail')
  const narrow = lists.map(() => Int32Array.from({ length: 10 }, (_, at) => at % 5))
  expect([of({ lists: narrow }).get('coverage_ratio'), of({ lists: narrow }).get('head_share')]).toEqual([
    'fail',
    'fail',
  ])
  expect(of({ variant: { lists, full: lists.toReversed() } }).get('top_ten_overlap')).toBe('fail')
})
