// The simulated class: the same every time, by pseudonyms, with every right answer right by the grader and wrong ones that misconceptions explain.
import { describe, expect, it } from 'vitest'
import { explainWrong } from '../grading/misconceptions.ts'
import { nameFault } from '../safety/pseudonym.ts'
import { starterExercises } from './course.ts'
import { simulatedLearners, simulatedWork } from './simulated-class.ts'

const work = simulatedWork()
const answers = work.flatMap((one) => (one.kind === 'answered' ? [one] : []))
const exercises = new Map(starterExercises().map((one) => [one.id, one]))

describe('the simulated class', () => {
  it('is the same every time, and of pseudonyms', () => {
    expect(simulatedWork()).toEqual(work)
    expect(simulatedLearners.map(nameFault)).toEqual(simulatedLearners.map(() => null))
  })

  it('is neither perfect nor hopeless, and weak and strong pupils differ', () => {
    const shares = simulatedLearners.map((learner) => {
      const own = answers.filter((one) => one.learner === learner)
      expect(own.length).toBeGreaterThan(12)
      return own.filter((one) => one.isRight).length / own.length
    })
    expect(Math.min(...shares)).toBeLessThan(0.5)
    expect(Math.max(...shares)).toBeGreaterThan(0.75)
  })

  it('most wrong answers are explained by a misconception of their exercise', () => {
    const wrong = answers.filter((one) => !one.isRight)
    const explained = wrong.filter(({ item, raw }) => {
      const exercise = exercises.get(item)
      return exercise !== undefined && explainWrong(exercise, raw).length > 0
    })
    expect(wrong.length).toBeGreaterThan(60)
    expect(explained.length / wrong.length).toBeGreaterThan(0.6)
  })

  it('each learner’s work is in order of time, and over now', () => {
    for (const learner of simulatedLearners) {
      const minutes = work.filter((one) => one.learner === learner).map((one) => one.minutesAgo)
      expect(minutes).toEqual([...minutes].sort((a, b) => b - a))
      expect(minutes.at(-1)).toBeGreaterThan(0)
    }
  })
})
