// Which misconception explains a wrong answer best. `p` is a share of belief among the explanations and a plain slip, not a calibrated probability.
import Fraction from 'fraction.js'
import type { Localized } from '../../../kit/localized.ts'
import { readStatement, solutionOf } from './algebraic.ts'
import { pickedChoice } from './choice.ts'
import { areEquivalent } from './equivalent.ts'
import type { Exercise } from './exercise.ts'
import { type Expression, readExpression, valueAt } from './expression.ts'
import { cleanAnswer, gradeResponse } from './grade.ts'
import { keyMeasure, readMeasure } from './numeric.ts'
import { type Clause, clausesOf } from './pattern.ts'
import { plainText } from './plain.ts'
import { isRefusal } from './refusal.ts'
import { unitFactor } from './unit.ts'
import { bareText } from './wording.ts'

/** `evidence` is a formula with the numbers put in, without a language. It is for the teacher: it may hold the key. */
export type Explanation = { id: string; label: Localized; p: number; evidence: string }

/** How much a clause tells: an exact value seldom comes about by chance, a regex often. */
const weights: Record<Clause['kind'], number> = { equals: 1, written: 1.2, choice: 1, text: 1, near: 0.6, regex: 0.4 }
/** What stays for a slip that is no misconception. */
const slipWeight = 0.25

/** Best first; empty for right answers (partial credit counts as right in value) and for what cannot be graded. */
export function explainWrong(exercise: Exercise, raw: string): Explanation[] {
  const grading = gradeResponse(exercise, raw)
  const text = cleanAnswer(raw)
  if (grading.refusal || grading.score > 0 || typeof text !== 'string') return []
  const answer = readAnswer(exercise, { text, normalized: grading.normalized ?? '' })
  const fits = exercise.misconceptions.flatMap(({ id, label, pattern }) => {
    const clause = clausesOf(exercise, pattern).find((one) => doesFit(one, answer))
    return clause ? [{ id, label, weight: weights[clause.kind], evidence: evidenceOf(clause, answer.shown) }] : []
  })
  const total = fits.reduce((sum, { weight }) => sum + weight, slipWeight)
  return fits
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight, ...fit }) => ({ ...fit, p: Math.round((weight / total) * 1000) / 1000 }))
}

type Answer = {
  exercise: Exercise
  normalized: string
  shown: string
  values: readonly Fraction[]
  top: bigint | null
  bottom: bigint | null
  expression: Expression | null
}

function readAnswer(exercise: Exercise, { text, normalized }: { text: string; normalized: string }): Answer {
  const blank = { exercise, normalized, shown: normalized, values: [], top: null, bottom: null, expression: null }
  if (exercise.answer_type === 'numeric') return { ...blank, ...readNumeric(exercise, text) }
  if (exercise.answer_type !== 'expression') return blank
  const statement = readStatement(text)
  if (isRefusal(statement)) return blank
  const expression = 'sign' in statement ? (solutionOf(statement)?.value ?? statement.right) : statement
  const value = valueAt(expression.tree, {})
  return { ...blank, expression, values: value ? [value] : [] }
}

/** A percentage may have been meant as its number, and an answer in another unit in the key's. */
function readNumeric(exercise: Exercise, text: string): Partial<Answer> {
  const measure = readMeasure(text)
  const key = keyMeasure(exercise)
  if (isRefusal(measure)) return {}
  const factor = measure.unit && key?.unit ? unitFactor(measure.unit, key.unit) : 1
  const value = factor === null || factor === 1 ? measure.value : measure.value.mul(new Fraction(factor))
  const isPercent = measure.isPercent || key?.isPercent === true
  return { values: isPercent ? [value, value.mul(100)] : [value], top: measure.top, bottom: measure.bottom }
}

function doesFit(clause: Clause, answer: Answer): boolean {
  const { exercise, values, normalized } = answer
  switch (clause.kind) {
    case 'regex':
      return clause.regex.test(normalized.slice(0, 200))
    case 'text':
      return bareText(clause.name) === normalized
    case 'choice': {
      const picked = pickedChoice(exercise, clause.name)
      return (isRefusal(picked) ? bareText(clause.name) : picked.id) === normalized
    }
    case 'written':
      return (
        answer.top !== null &&
        clause.top.equals(answer.top) &&
        answer.bottom !== null &&
        clause.bottom.equals(answer.bottom)
      )
    default:
      return fitsValue(clause, answer, values)
  }
}

type Valued = Extract<Clause, { kind: 'equals' | 'near' }>

function fitsValue({ kind, expression }: Valued, answer: Answer, values: readonly Fraction[]): boolean {
  const value = valueAt(expression.tree, {})
  if (value === null || expression.variables.length > 0)
    return (
      answer.expression !== null && areEquivalent(expression, answer.expression) && !isKey(answer.exercise, expression)
    )
  const { absolute = 0, relative = 0 } = answer.exercise.tolerance ?? {}
  const size = Math.abs(value.valueOf())
  const slack = kind === 'near' ? size * 0.01 : Math.max(absolute, relative * size)
  return values.some((one) => one.equals(value) || Math.abs(one.sub(value).valueOf()) <= slack)
}

/** A pattern whose value is the key explains nothing. Numeric keys are never reached: a right value earns credit. */
function isKey(exercise: Exercise, expression: Expression): boolean {
  const key = readExpression(plainText(exercise.answer_key).text)
  return !isRefusal(key) && areEquivalent(expression, key)
}

function evidenceOf(clause: Clause, shown: string): string {
  if (clause.kind === 'regex') return `${shown} ~ ${clause.regex.source}`
  if ('name' in clause) return shown
  return `${shown} ${clause.kind === 'near' ? '≈' : '='} ${clause.formula}`
}
