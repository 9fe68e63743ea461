// The guard: true hints pass; the answer put into them in many forms does not. Every form is tried in every hint of an exercise it fits.
import { describe, expect, it } from 'vitest'
import { guardedAnswer } from './answer.ts'
import { insertionsFor } from './insertions.ts'
import { findLeak, findLeakInAll } from './leak.ts'
import { mutationsOf } from './mutations.ts'
import { sampleHints } from './sample-hints.ts'
import { moreHints } from './sample-hints-more.ts'

const hints = [
  ...moreHints.flatMap(({ exercise, texts }) => texts.map((text) => ({ exercise, text }))),
  ...sampleHints.flatMap(({ exercise, hints: pairs }) => pairs.flat().map((text) => ({ exercise, text }))),
]

describe('true hints', () => {
  it('there are more than a hundred and eighty', () => {
    expect(hints.length).toBeGreaterThan(180)
  })

  it.each(hints)('$exercise.id: "$text" passes', ({ exercise, text }) => {
    expect(findLeak(text, guardedAnswer(exercise))).toBeNull()
  })

  it('the hints of an exercise pass together', () => {
    for (const { exercise, hints: pairs } of sampleHints)
      for (const side of [0, 1] as const)
        expect(
          findLeakInAll(
            pairs.map((pair) => pair[side]),
            guardedAnswer(exercise),
          ),
        ).toBeNull()
  })
})

describe('the answer put into true hints', () => {
  const cases = sampleHints.flatMap(({ exercise, hints: pairs }) =>
    insertionsFor(exercise).map((insertion) => ({ ...insertion, exercise, texts: pairs.flat() })),
  )

  it.each(cases)('$exercise.id, $form: "$text" is caught in every hint', ({ exercise, text, texts }) => {
    const answer = guardedAnswer(exercise)
    const missed = texts
      .flatMap((hint) => [`${hint} ${text}`, `${text} ${hint}`])
      .filter((one) => findLeak(one, answer) === null)
    expect(missed).toEqual([])
  })

  it('by rule, in every form and every hint', () => {
    const missed = moreHints.flatMap(({ exercise, texts }) => {
      const answer = guardedAnswer(exercise)
      return mutationsOf(exercise, answer).flatMap(({ form, texts: added }) =>
        texts
          .filter((text) => findLeakInAll([text, ...added], answer) === null)
          .map((text) => ({ key: exercise.answer_key, form, text, added })),
      )
    })
    expect(missed).toEqual([])
  }, 60_000)
})
