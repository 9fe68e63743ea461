// Ways to tell that the guard had not met when they were written: all but the known misses are found, alone and at the end of a true hint.
import { expect, it } from 'vitest'
import { guardedAnswer } from './answer.ts'
import { freshSets, knownMisses, tryFreshSets } from './fresh-insertions.ts'
import { findLeak } from './leak.ts'
import { sampleHints } from './sample-hints.ts'

it('what is missed is what is known to be missed', () => {
  expect(tryFreshSets().flatMap(({ missed }) => missed)).toEqual(knownMisses)
})

it('what is found alone is found behind a true hint as well', () => {
  const lost = Object.values(freshSets).flatMap((rows) =>
    Object.entries(rows).flatMap(([key, texts]) => {
      const sample = sampleHints.find(({ exercise }) => exercise.answer_key === key)
      const hint = sample?.hints[0]?.[0] ?? ''
      const answer = sample && guardedAnswer(sample.exercise)
      return texts
        .trim()
        .split('\n')
        .filter((text) => answer && !knownMisses.includes(text) && findLeak(`${hint} ${text}`, answer) === null)
    }),
  )
  expect(lost).toEqual([])
})
