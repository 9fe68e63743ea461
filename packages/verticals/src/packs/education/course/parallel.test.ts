// Worked examples: for every exercise of the course and twenty seeds each, right, of other figures, and never with the answer in them.

import { describe, expect, test } from 'vitest'
import type { Localized } from '../../../kit/localized.ts'
import { algebra } from '../grading/mathjs.ts'
import { bottomOut } from './bottom-out.ts'
import { type CourseExercise, starterExercises } from './course.ts'
import { formsOfKey, statesAny } from './figures.ts'
import { parallelExample } from './parallel.ts'

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)
const drawn = starterExercises().filter((exercise) => exercise.generator)

describe.each(drawn.map((exercise) => ({ name: exercise.id, exercise })))('$name', ({ exercise }) => {
  test('twenty seeds give examples of the same family that state the answer in no form', () => {
    const forms = formsOfKey(exercise)
    const answers = new Set<string>()
    for (const seed of seeds) {
      const example = parallelExample({ exercise, seed })
      if (!example) throw new Error(`no example from seed ${seed}`)
      expect(example.family).toBe(exercise.generator?.family)
      for (const line of [...example.lines, example.check])
        for (const text of [line.en, line['zh-CN']]) expect(statesAny(text, forms), text).toBe(false)
      expect(example.lines[0]?.en).not.toBe(exercise.stem.en)
      expect(example).toEqual(parallelExample({ exercise, seed }))
      answers.add(example.answer)
    }
    expect(answers.size).toBeGreaterThan(1)
  })

  test('every equation of its own solution and of an example holds', () => {
    const own = bottomOut(exercise)
    if (!own) throw new Error('no solution')
    expectTrue({ ...own, answer: exercise.answer_key })
    for (const seed of seeds.slice(0, 5)) {
      const example = parallelExample({ exercise, seed })
      if (!example) throw new Error(`no example from seed ${seed}`)
      expectTrue({ ...example, lines: example.lines.slice(1) })
    }
  })
})

test('exercises of others get an example of the skill; where no family trains it, none', () => {
  const foreign: CourseExercise = {
    id: 'own-1',
    stem: { en: 'Work out 1/2 + 1/3.', 'zh-CN': '计算 1/2 + 1/3。' },
    answer_key: '5/6',
    answer_type: 'numeric',
    skills: ['frac-add-unlike'],
    prerequisites: [],
    hints: [],
    misconceptions: [],
  }
  const example = parallelExample({ exercise: foreign, seed: 3 })
  expect(example?.family).toMatch(/^frac-/)
  expect(JSON.stringify(example)).not.toContain('5/6')
  expect(parallelExample({ exercise: { ...foreign, skills: ['geometry'] }, seed: 3 })).toBeNull()
  expect(bottomOut(foreign)).toBeNull()
})

test('a solution is not shown for an exercise that was changed since it was drawn', () => {
  const [exercise] = drawn
  if (!exercise) throw new Error('an empty course')
  expect(bottomOut({ ...exercise, stem: { ...exercise.stem, en: 'Something else?' } })).toBeNull()
  expect(bottomOut({ ...exercise, answer_key: '7' })).toBeNull()
  expect(bottomOut({ ...exercise, generator: { family: 'nobody', seed: 1 } })).toBeNull()
})

type Worked = { lines: readonly Localized[]; check: Localized; answer: string }

/** Every chain of equals signs, with x where it stands as what the check or the answer says it is. */
function expectTrue({ lines, check, answer }: Worked): void {
  const x = Number(/x = (−?\d+)/.exec(check.en)?.[1]?.replace('−', '-') ?? answer)
  let equations = 0
  for (const text of [...lines, check].flatMap((line) => [line.en, line['zh-CN']]))
    for (const chain of chainsIn(text)) {
      const [first, ...others] = chain.map((side) => Number(algebra.parse(side).evaluate({ x })))
      for (const other of others) expect(other, `${text} with x = ${x}`).toBeCloseTo(first ?? Number.NaN, 9)
      equations++
    }
  expect(equations).toBeGreaterThanOrEqual(2)
}

function chainsIn(text: string): string[][] {
  const formula = text
    .replaceAll(' : ', '/')
    .replaceAll(/(\d+) (\d+)\/(\d+)/g, '($1+$2/$3)')
    .replaceAll(/(?<![)\d/+])(\d+)\/(\d+)/g, '($1/$2)')
    .replaceAll(/(\d+(?:\.\d+)?)%/g, '($1/100)')
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
  return (formula.match(/[\dx+\-*/(). =]+/g) ?? [])
    .map((piece) =>
      piece
        .replace(/\.\s*$/, '')
        .split('=')
        .map((side) => side.trim()),
    )
    .filter((sides) => sides.length > 1 && sides.every((side) => /[\dx]/.test(side)))
}
