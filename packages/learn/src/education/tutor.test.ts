// Tutors: the update rule by hand, EM that finds what made the data, families that beat chance, and simulated pupils.
import { expect, test } from 'vitest'
import { boostLogit, fitBoost } from '../boost.ts'
import { auc } from '../metrics.ts'
import { openRandom } from '../random.ts'
import { fitBkt, nextMastery, type SkillModel } from './bkt.ts'
import { deduplicate } from './deduplicate.ts'
import { expectedRight, fitIrt, posterior } from './irt.ts'
import { responseLog } from './log.ts'
import { simulatePolicy } from './policy.ts'
import { fitTutor, tutorFamilies } from './tutor.ts'

const truth: SkillModel[] = [
  { known: 0.3, learn: 0.2, slip: 0.1, guess: 0.2 },
  { known: 0.6, learn: 0.05, slip: 0.05, guess: 0.3 },
]

function classOf(learners: number, steps: number) {
  const random = openRandom(2)
  const rows: { learner: string; skill: string; correct: number; timeS: number }[] = []
  for (let learner = 0; learner < learners; learner++) {
    const known = truth.map((skill) => random() < skill.known)
    for (let step = 0; step < steps; step++) {
      const at = Math.floor(random() * truth.length)
      const skill = truth[at]
      if (!skill) continue
      const correct = random() < (known[at] ? 1 - skill.slip : skill.guess) ? 1 : 0
      rows.push({ learner: String(learner), skill: String(at), correct, timeS: step * 60 })
      if (random() < skill.learn) known[at] = true
    }
  }
  return rows
}
const rows = classOf(300, 20)
const logOf = (of: typeof rows) =>
  responseLog({
    learner: of.map((row) => row.learner),
    skill: of.map((row) => row.skill),
    correct: of.map((row) => row.correct),
    timeS: of.map((row) => row.timeS),
  })
const log = logOf(rows)
const train = Uint8Array.from(log.learner, (learner) => (learner % 4 === 0 ? 0 : 1))

test('the update of the contract: .62, wrong, slip .1, guess .2, learn .15', () => {
  const skill = { known: 0.62, learn: 0.15, slip: 0.1, guess: 0.2 }
  expect(nextMastery(0.62, false, { ...skill, learn: 0 })).toBeCloseTo(0.169, 3)
  expect(nextMastery(0.62, false, skill)).toBeCloseTo(0.294, 3)
})

test('EM finds the parameters that made the responses', () => {
  for (const [at, model] of fitBkt(log, train).entries())
    for (const key of ['known', 'learn', 'slip', 'guess'] as const)
      expect(Math.abs(model[key] - (truth[at]?.[key] ?? 0))).toBeLessThan(0.12)
})

test('every family beats chance on learners it has not seen, and one seed gives one fit', () => {
  const fit = fitTutor(log, train, { seed: 3 })
  const tested = Int32Array.from(log.learner.keys()).filter((row) => !train[row] && (log.position[row] ?? 0) > 0)
  const labels = Uint8Array.from(tested, (row) => log.correct[row] ?? 0)
  for (const family of tutorFamilies)
    expect(
      auc(
        labels,
        Float64Array.from(tested, (row) => fit.predicted[family][row] ?? 0),
      ),
    ).toBeGreaterThan(0.65)
  expect(fitTutor(log, train, { seed: 3 }).predicted).toEqual(fit.predicted)
})

test('the order of the file and a response sent twice at the end change nothing before', () => {
  expect(logOf(rows.toReversed()).correct).toEqual(log.correct)
})

test('an outcome that is no outcome is named', () => {
  expect(() => responseLog({ learner: ['a'], skill: ['s'], correct: [Number.NaN] })).toThrow('row 1')
})

test('a response repeated under another skill is found', () => {
  const learner = Array.from({ length: 200 }, (_, at) => String(at >> 1))
  const correct = learner.map((_, at) => ((at >> 1) % 3 === 0 ? 1 : 0))
  const copied = responseLog({ learner, skill: learner.map((_, at) => (at % 2 === 0 ? 'a' : 'b')), correct })
  const dropped = deduplicate(copied, new Uint8Array(200).fill(1))
  expect([...dropped].filter((one) => one === 1)).toHaveLength(100)
  expect(deduplicate(log, train).every((one) => one === 0)).toBe(true)
})

test('trees learn an interaction that no single feature shows, and stop when told to', () => {
  const random = openRandom(9)
  const count = 2000
  const values = Float32Array.from({ length: count * 2 }, () => random())
  const labels = Uint8Array.from({ length: count }, (_, row) =>
    (values[row * 2] ?? 0) > 0.5 === (values[row * 2 + 1] ?? 0) > 0.5 ? 1 : 0,
  )
  const split = {
    train: Int32Array.from({ length: 1500 }, (_, at) => at),
    held: Int32Array.from({ length: 500 }, (_, at) => 1500 + at),
  }
  const options = { seed: 1, depth: 3, minChild: 5, rounds: 60, columnShare: 1 }
  const model = fitBoost({ values, width: 2, labels }, split, options)
  const logits = Float64Array.from(split.held, (row) => boostLogit(model, values, row * 2))
  expect(
    auc(
      Uint8Array.from(split.held, (row) => labels[row] ?? 0),
      logits,
    ),
  ).toBeGreaterThan(0.95)
  expect(() => fitBoost({ values, width: 2, labels }, split, { ...options, signal: AbortSignal.abort() })).toThrow()
})

test('2PL finds which items are hard and which tell learners apart', () => {
  const random = openRandom(4)
  const items = [
    { a: 2, b: -1 },
    { a: 1, b: 0 },
    { a: 0.6, b: 1 },
    { a: 2, b: 1 },
  ]
  const learners = 1500
  const outcomes = new Int8Array(learners * items.length)
  for (let learner = 0; learner < learners; learner++) {
    const theta = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    for (const [at, { a, b }] of items.entries())
      outcomes[learner * items.length + at] = random() < 1 / (1 + Math.exp(-a * (theta - b))) ? 1 : 0
  }
  const data = { learners, items: items.length, outcomes }
  const fitted = fitIrt(data)
  for (const [at, { b }] of items.entries()) expect(Math.abs((fitted[at]?.difficulty ?? 9) - b)).toBeLessThan(0.4)
  expect(fitted[0]?.discrimination).toBeGreaterThan(fitted[2]?.discrimination ?? 9)
  const nobody = { learners: 1, items: items.length, outcomes: new Int8Array(items.length).fill(-1) }
  const first = fitted[0]
  if (!first) throw new Error('no item')
  expect(expectedRight(posterior(nobody, fitted, 0), first)).toBeGreaterThan(0.5)
})

test('choosing by learning gain leaves more skills mastered than choosing at random', () => {
  const skills = Array.from({ length: 6 }, (_, at) => ({ known: 0.2, learn: 0.05 + at * 0.05, slip: 0.1, guess: 0.2 }))
  const run = (policy: 'random' | 'learning_gain') =>
    simulatePolicy(policy, skills, { pupils: 300, steps: 30, seed: 1 }).mastered
  expect(run('learning_gain')).toBeGreaterThan(run('random') + 0.2)
})
