// Worked examples: for every exercise of the course right, of other figures, and never with the answer in them.
import { describe, expect, test } from 'vitest'
import type { Localized } from '../../../kit/localized.ts'
import { algebra } from '../grading/mathjs.ts'
import { bottomOut } from './bottom-out.ts'
import { type CourseExercise, starterExercises, variantOf } from './course.ts'
import { families } from './families.ts'
import { formsOfKey, statesAny } from './figures.ts'
import { parallelExample } from './parallel.ts'

const drawn = starterExercises().filter((exercise) => exercise.generator)
const firsts = new Set(families.map((family) => `${family.id}-01`))
// `npx tsx tools/bench/main.ts course` asks twenty of every exercise, which takes a minute.
const seedsOf = ({ id }: CourseExercise) => (firsts.has(id) ? [1, 2, 3, 4, 5] : [1])

describe.each(drawn.map((exercise) => ({ name: exercise.id, exercise })))('$name', ({ exercise }) => {
  test('seeds give examples of the same family that state the answer in no form', () => {
    const forms = formsOfKey(exercise)
    for (const seed of seedsOf(exercise)) {
      const example = parallelExample({ exercise, seed })
      if (!example) throw new Error(`no example from seed ${seed}`)
      expect(example.family).toBe(exercise.generator?.family)
      for (const line of [...example.lines, example.check])
        for (const text of [line.en, line['zh-CN']]) expect(statesAny(text, forms), text).toBe(false)
      expect(example.lines[0]?.en).not.toBe(exercise.stem.en)
    }
  })
})

test.each(families.map((family) => family.id))('%s: every equation of forty solutions holds', (family) => {
  for (let seed = 1; seed <= 40; seed++) {
    const exercise = variantOf(family, seed)
    const solution = exercise && bottomOut(exercise)
    if (!solution) throw new Error(`no solution of ${family} from seed ${seed}`)
    expectTrue({ ...solution, answer: exercise.answer_key })
  }
})

test('an example is its family, its seed and nothing else: its solution is the lines it shows', () => {
  for (const exercise of drawn.filter((one) => firsts.has(one.id))) {
    const example = parallelExample({ exercise, seed: 77 })
    const variant = example && variantOf(example.family, example.seed)
    expect(variant && [variant.stem, ...(bottomOut(variant)?.lines ?? [])]).toEqual(example?.lines)
  }
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
