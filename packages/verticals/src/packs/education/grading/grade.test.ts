// Grading, case by case: every row of the tables is one answer with the credit it must get.
import { describe, expect, it } from 'vitest'
import type { AnswerType, Exercise } from './exercise.ts'
import { exerciseFault, gradeResponse, maxAnswerChars } from './grade.ts'
import { measureCases } from './measure-cases.ts'
import { numericCases } from './numeric-cases.ts'
import { choiceCases, expressionCases, wordingCases } from './other-cases.ts'

type Row = { exercise: Exercise; raw: string; wanted: string }

const tables: readonly [AnswerType, string][] = [
  ['numeric', numericCases],
  ['numeric', measureCases],
  ['expression', expressionCases],
  ['choice', choiceCases],
  ['text', wordingCases],
]
const rows = tables.flatMap(([type, table]) => rowsOf(type, table))

describe('every row of the tables', () => {
  it.each(rows)('$exercise.answer_type, key $exercise.answer_key: "$raw" -> $wanted', ({ exercise, raw, wanted }) => {
    expect(verdictOf(exercise, raw)).toBe(wanted)
  })

  it('there are at least four hundred', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400)
  })
})

describe('what cannot be graded', () => {
  const exercise = exerciseOf('numeric', '5 | | What is 2 + 3?')

  it.each([
    ['nothing', '', 'empty'],
    ['blanks that cannot be seen', '​ 　', 'empty'],
    ['ten kilobytes', '1'.repeat(10_240), 'too_long'],
    ['one character over the limit', '1'.repeat(maxAnswerChars + 1), 'too_long'],
    ['as many digits as fit', '1'.repeat(maxAnswerChars), 'too_large'],
    ['ligatures that grow', 'ﷺ'.repeat(50), 'too_long'],
  ])('%s is refused with what to do, in both languages', (_, raw, code) => {
    for (const answer_type of ['numeric', 'expression'] as const) {
      const { refusal, correct, score } = gradeResponse({ ...exercise, answer_type }, raw)
      expect([refusal?.code, correct, score]).toEqual([code, false, 0])
      expect(refusal?.message.en).toMatch(/\w+\./)
      expect(refusal?.message['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('a faulty key is the fault of the exercise, not of the learner', () => {
    const faulty = { ...exercise, answer_key: 'five-ish or so' }
    expect(gradeResponse(faulty, '5').refusal?.code).toBe('exercise_faulty')
    expect(exerciseFault(faulty)).toContain('cannot be')
  })

  it('every key of the tables is graded as right itself', () => {
    const faults = rows.map(({ exercise: one }) => exerciseFault(one)).filter((fault) => fault !== null)
    expect(faults).toEqual([])
  })
})

function verdictOf(exercise: Exercise, raw: string): string {
  const { score, refusal, remark, correct } = gradeResponse(exercise, raw)
  expect(correct).toBe(score === 1)
  return refusal ? `refused ${refusal.code}` : [score, remark?.code].filter((part) => part !== undefined).join(' ')
}

function rowsOf(type: AnswerType, table: string): Row[] {
  let exercise: Exercise | null = null
  const found: Row[] = []
  for (const row of table.split('\n').filter((one) => one.trim() !== '')) {
    const at = row.lastIndexOf(' > ')
    if (row.startsWith('# ')) exercise = exerciseOf(type, row.slice(2))
    else if (exercise) found.push({ exercise, raw: row.slice(0, at), wanted: row.slice(at + 3) })
  }
  return found
}

/** The second column is the unit, and for words the other wordings; the fourth the tolerance, and for choices the choices. */
function exerciseOf(type: AnswerType, head: string): Exercise {
  const [key = '', second = '', stem = '', fourth = '', zh = ''] = head.split('|').map((part) => part.trim())
  const [kind, size] = fourth.split(' ')
  return {
    id: key,
    stem: { en: stem, 'zh-CN': zh || stem },
    answer_key: key,
    answer_type: type,
    skills: [],
    hints: [],
    misconceptions: [],
    ...(type === 'numeric' && second !== '' ? { unit: second } : {}),
    ...(type === 'numeric' && (kind === 'absolute' || kind === 'relative')
      ? { tolerance: { [kind]: Number(size) } }
      : {}),
    ...(type === 'text' && second !== '' ? { accepts: second.split(', ') } : {}),
    ...(type === 'choice' ? { choices: fourth.split('; ').map(choiceOf) } : {}),
  }
}

function choiceOf(text: string) {
  const [id = '', both = ''] = text.split(': ')
  const [en = '', zh = ''] = both.split(' ~ ')
  return { id, text: { en, 'zh-CN': zh } }
}
