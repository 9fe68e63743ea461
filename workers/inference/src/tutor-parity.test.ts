// The graph of a tutor in onnxruntime against the trainer's own arithmetic: mastery by the scan, and every family's probability.
import { nextMastery } from '@guildhall/learn/education/bkt'
import { responseLog } from '@guildhall/learn/education/log'
import { fitTutor, tutorFamilies, tutorValues, tutorWidth } from '@guildhall/learn/education/tutor'
import { writeTutor } from '@guildhall/learn/education/tutor-onnx'
import { openRandom } from '@guildhall/learn/random'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'

const random = openRandom(6)
const rows = Array.from({ length: 2400 }, (_, at) => ({
  learner: `l${Math.floor(at / 20)}`,
  skill: `s${Math.floor(random() * 3)}`,
  item: `i${Math.floor(random() * 9)}`,
  correct: random() < 0.3 + (0.4 * (at % 20)) / 20 ? 1 : 0,
  timeS: (at % 20) * 90,
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
const sizes = { skills: log.skills.length, items: log.items.length }

// Responses 5, 12 and 19 of three learners: histories of unequal length, padded.
const asked = [5, 20 + 12, 40 + 19]
const time = 19

function inputsFor() {
  const padded = asked.flatMap((row) =>
    Array.from({ length: time }, (_, at) => (at < (log.position[row] ?? 0) ? row - (log.position[row] ?? 0) + at : -1)),
  )
  const wholes = (of: readonly number[], dims: number[]) => new Tensor('int64', BigInt64Array.from(of, BigInt), dims)
  return {
    history_skill: wholes(
      padded.map((row) => (row < 0 ? sizes.skills : (log.skill[row] ?? 0))),
      [3, time],
    ),
    history_correct: new Tensor(
      'float32',
      Float32Array.from(padded, (row) => (row < 0 ? 0 : (log.correct[row] ?? 0))),
      [3, time],
    ),
    skill: wholes(
      asked.map((row) => log.skill[row] ?? 0),
      [3],
    ),
    item: wholes(
      asked.map((row) => log.item[row] ?? 0),
      [3],
    ),
    features: new Tensor(
      'float32',
      Float32Array.from(asked.flatMap((row) => [...values.subarray(row * tutorWidth, (row + 1) * tutorWidth)])),
      [3, tutorWidth],
    ),
  }
}

test.each(tutorFamilies)('the probability by %s, and mastery, are the trainer’s', async (family) => {
  const session = await InferenceSession.create(writeTutor(fit.model, family, sizes))
  const { probability, mastery } = await session.run(inputsFor())
  for (const [at, row] of asked.entries()) {
    expect(Math.abs(Number(probability?.data[at]) - (fit.predicted[family][row] ?? 9))).toBeLessThan(1e-5)
    const own = fit.model.skills.map((skill) => skill.known)
    for (let before = row - (log.position[row] ?? 0); before < row; before++) {
      const skill = log.skill[before] ?? 0
      const model = fit.model.skills[skill]
      if (model) own[skill] = nextMastery(own[skill] ?? 0, log.correct[before] === 1, model)
    }
    for (const [skill, value] of own.entries())
      expect(Math.abs(Number(mastery?.data[at * sizes.skills + skill]) - value)).toBeLessThan(1e-5)
  }
})
