// The pack's tutor against the trainer and the graph: the same features of a response to come, the same mastery, and a lesson encoded for the
// built-in graph gives what replaying its history gives. A pack may not import the trainer, so this is where the two are held together.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelCardSchema, tutorCard } from '@guildhall/contracts/model-card'
import * as learn from '@guildhall/learn/education/bkt'
import { responseLog } from '@guildhall/learn/education/log'
import { fitTutor, tutorFamilies, tutorValues, tutorWidth } from '@guildhall/learn/education/tutor'
import { writeTutor } from '@guildhall/learn/education/tutor-onnx'
import { openRandom } from '@guildhall/learn/random'
import type { Tensors } from '@guildhall/verticals/kit/vertical'
import { nextMastery, replay } from '@guildhall/verticals/packs/education/bkt'
import type { Response } from '@guildhall/verticals/packs/education/history'
import type { Lesson } from '@guildhall/verticals/packs/education/lesson'
import { tutorModel } from '@guildhall/verticals/packs/education/model'
import { featureCount, responseFeatures } from '@guildhall/verticals/packs/education/response-features'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'

const random = openRandom(9)
const perLearner = 18
const rows = Array.from({ length: 1800 }, (_, at) => ({
  learner: `l${Math.floor(at / perLearner)}`,
  skill: `s${Math.floor(random() * 3)}`,
  item: `i${Math.floor(random() * 9)}`,
  correct: random() < 0.3 + (0.4 * (at % perLearner)) / perLearner ? 1 : 0,
  timeS: 1_760_000_000 + (at % perLearner) * 90,
}))
const log = responseLog({
  learner: rows.map((row) => row.learner),
  skill: rows.map((row) => row.skill),
  item: rows.map((row) => row.item),
  correct: rows.map((row) => row.correct),
  timeS: rows.map((row) => row.timeS),
})
const fit = fitTutor(log, new Uint8Array(log.rows).fill(1), { seed: 1 })
const values = tutorValues(log, fit.model)
const skillNamed = (name: string) => fit.model.skills[log.skills.indexOf(name)] ?? learnDefault
const learnDefault = { known: 0.5, learn: 0.1, slip: 0.1, guess: 0.25 }

function responseAt(row: number): Response {
  return {
    item: log.items[log.item[row] ?? 0] ?? '',
    skill: log.skills[log.skill[row] ?? 0] ?? '',
    isRight: log.correct[row] === 1,
    atMs: (log.timeS[row] ?? 0) * 1000,
    hintsUsed: 0,
  }
}
const historyBefore = (row: number) => {
  const place = log.position[row] ?? 0
  return Array.from({ length: place }, (_, at) => responseAt(row - place + at))
}
const asked = [5, 20, 36, 53, 71, 1799]

test('the features of a response to come are the trainer’s, number by number', () => {
  expect(featureCount).toBe(tutorWidth)
  const { skill, item } = fit.model.difficulty
  for (const row of asked) {
    const next = responseAt(row)
    const own = responseFeatures(historyBefore(row), next, {
      skill: (name) => skill[log.skills.indexOf(name)] ?? 0,
      item: (name) => item[log.items.indexOf(name)] ?? 0,
      parameters: skillNamed,
    })
    for (const [at, value] of own.entries())
      expect(Math.abs(value - (values[row * tutorWidth + at] ?? 9)), `feature ${at} of row ${row}`).toBeLessThan(1e-5)
  }
})

test('mastery is updated as the trainer updates it', () => {
  for (const isRight of [true, false])
    for (const mastery of [0.02, 0.4, 0.93])
      expect(nextMastery(mastery, isRight, learnDefault)).toBe(learn.nextMastery(mastery, isRight, learnDefault))
})

const lessonOf = (responses: Response[], answered: Response | null, next: { skill: string; item: string }): Lesson => ({
  exercise: null,
  responses,
  withoutSkill: 0,
  grading: null,
  answered,
  asked: next,
  candidates: [],
  skills: [],
  lock: null,
  nowMs: answered?.atMs ?? 1_770_000_000_000,
  seed: 42,
})

async function run(session: InferenceSession, tensors: Tensors): Promise<Tensors> {
  const feeds = Object.fromEntries(
    Object.entries(tensors).map(([name, { data, dims }]) => [
      name,
      data instanceof Float32Array ? new Tensor('float32', data, dims) : new Tensor('int64', data, dims),
    ]),
  )
  const outputs = await session.run(feeds)
  return Object.fromEntries(
    Object.entries(outputs).map(([name, tensor]) => [
      name,
      { data: Float32Array.from(tensor.data, Number), dims: [...tensor.dims] },
    ]),
  )
}

const folder = join(import.meta.dirname, '../../../packages/verticals/src/packs/education/builtin')

test('lessons of unequal length through the built-in graph: mastery before and after is the replay', async () => {
  const card = tutorCard(modelCardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))))
  const session = await InferenceSession.create(readFileSync(join(folder, 'model.onnx')))
  const names = [...card.skills.slice(0, 3).map((skill) => skill.name), 'a-skill-nobody-knows']
  const answers = (count: number): Response[] =>
    Array.from({ length: count }, (_, at) => ({
      item: `x${at}`,
      skill: names[Math.floor(random() * names.length)] ?? '',
      isRight: random() < 0.6,
      atMs: at * 60_000,
      hintsUsed: 0,
    }))
  const lessons = [0, 1, 30].map((count) => {
    const [answered, ...before] = answers(count + 1).reverse()
    return lessonOf(before.reverse(), answered ?? null, { skill: names[0] ?? '', item: 'x' })
  })
  const outputs = await run(session, tutorModel.encode(lessons, card))
  const tutored = tutorModel.decode(outputs, lessons.length, card, lessons)
  for (const [at, lesson] of lessons.entries()) {
    for (const skill of card.skills) {
      const outcomes = (of: readonly Response[]) =>
        of.filter((one) => one.skill === skill.name).map((one) => one.isRight)
      const after = lesson.answered ? [...lesson.responses, lesson.answered] : lesson.responses
      expect(tutored[at]?.before.get(skill.name)).toBeCloseTo(replay(outcomes(lesson.responses), skill), 5)
      expect(tutored[at]?.after.get(skill.name)).toBeCloseTo(replay(outcomes(after), skill), 5)
    }
  }
})

test.each(tutorFamilies)('a trained tutor of %s answers a lesson with the trainer’s probability', async (family) => {
  const sizes = { skills: log.skills.length, items: log.items.length }
  const session = await InferenceSession.create(writeTutor(fit.model, family, sizes))
  const { difficulty } = fit.model
  const card = tutorCard({
    name: 'tutor',
    vertical: 'education',
    task: 'tutor',
    family: 'tutor',
    chosen: family,
    seed: 1,
    onnx_sha256: '0'.repeat(64),
    precision: 'fp32',
    data: { source: 'seeded', licence: 'none', rows: log.rows, learners: 100, sha256: '0'.repeat(64), window: null },
    skills: fit.model.skills.map((skill, at) => ({
      name: log.skills[at] ?? '',
      ...skill,
      difficulty: difficulty.skill[at] ?? 0,
    })),
    items: log.items.map((name, at) => ({ name, difficulty: difficulty.item[at] ?? 0 })),
    metrics: [],
  })
  const lessons = asked.map((row) => ({
    ...lessonOf(historyBefore(row), null, responseAt(row)),
    nowMs: responseAt(row).atMs,
  }))
  const outputs = await run(session, tutorModel.encode(lessons, card))
  const tutored = tutorModel.decode(outputs, lessons.length, card, lessons)
  for (const [at, row] of asked.entries())
    expect(Math.abs((tutored[at]?.probability ?? 9) - (fit.predicted[family][row] ?? 0))).toBeLessThan(1e-5)
})
