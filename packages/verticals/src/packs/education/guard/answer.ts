// What a text must not give away: an exercise's answer as values, expressions and words, made once per exercise.
import Fraction from 'fraction.js'
import { readStatement, type Statement, solutionOf } from '../grading/algebraic.ts'
import { pickedChoice } from '../grading/choice.ts'
import type { Exercise } from '../grading/exercise.ts'
import { type Expression, valueAt } from '../grading/expression.ts'
import { keyMeasure, readMeasure } from '../grading/numeric.ts'
import { plainText } from '../grading/plain.ts'
import { isRefusal } from '../grading/refusal.ts'
import type { Unit } from '../grading/unit.ts'
import { bareText } from '../grading/wording.ts'
import { type ForeignForm, foreignForms } from './other-languages.ts'
import { spelledForms } from './spelled-forms.ts'
import { squeeze, stemTokens, type TokenText } from './token-text.ts'

export type GuardedChoice = {
  id: string
  place: number
  texts: readonly string[]
  others: readonly { id: string; texts: readonly string[] }[]
}

export type GuardedAnswer = {
  /** Numbers that are the answer, a percentage both as its share and as its number. */
  values: readonly Fraction[]
  unit: Unit | null
  /** Parts of a ratio such as 2:3:5. */
  parts: readonly Fraction[]
  /** The answer where it holds letters; a text may not hold anything equal to it. */
  expressions: readonly Expression[]
  /** Even texts of the answer in words, every accepted wording. */
  words: readonly string[]
  choice: GuardedChoice | null
  /** Words and figures that letter games are compared with: "five", "5", "wu3". */
  spelled: readonly string[]
  /** In the number words of other languages. */
  foreign: readonly ForeignForm[]
  /** The key as it is written, and the right choice: even where the stem holds the same number, this form is the answer. */
  literals: readonly string[]
  /** The stems, whose own words a text may repeat. */
  stems: readonly TokenText[]
}

export function guardedAnswer(exercise: Exercise): GuardedAnswer {
  const { values, unit, parts, expressions, words, choice } = { ...nothing, ...ofType(exercise) }
  const stems = [exercise.stem.en, exercise.stem['zh-CN']].map(stemTokens)
  return {
    values,
    unit,
    parts,
    expressions,
    words,
    choice,
    literals: literalsOf(exercise, { values, words }),
    spelled: spelledForms(values, words),
    foreign: foreignForms(values),
    stems,
  }
}

function literalsOf(exercise: Exercise, { values, words }: Pick<GuardedAnswer, 'values' | 'words'>): string[] {
  const key = plainText(exercise.answer_key).text
  const solutions = exercise.answer_type === 'expression' ? values.map((value) => value.toFraction()) : []
  return [key, key.replace(/[^\d.,/:]/g, ''), ...words, ...solutions].map(squeeze)
}

type Guarded = Omit<GuardedAnswer, 'stems' | 'spelled' | 'literals' | 'foreign'>
const nothing: Guarded = { values: [], unit: null, parts: [], expressions: [], words: [], choice: null }

function ofType(exercise: Exercise): Partial<Guarded> {
  if (exercise.answer_type === 'numeric') return ofNumber(exercise)
  if (exercise.answer_type === 'expression') return ofExpression(exercise)
  if (exercise.answer_type === 'choice') return ofChoice(exercise)
  return ofWords([exercise.answer_key, ...(exercise.accepts ?? [])])
}

function ofNumber(exercise: Exercise): Partial<Guarded> {
  const key = keyMeasure(exercise)
  // A key that no grader can read is still guarded, as the words it is.
  if (key === null) return ofWords([exercise.answer_key])
  const asksPercent = key.isPercent || /%|per ?cent|百分/i.test(exercise.stem.en + exercise.stem['zh-CN'])
  const values = key.isPercent ? [key.value, key.value.mul(100)] : [key.value]
  // "What percent ..." with the key 25 is given away by a quarter too.
  return {
    values: asksPercent && !key.isPercent ? [key.value, key.value.div(100)] : values,
    unit: key.unit,
    parts: key.parts,
  }
}

function ofExpression(exercise: Exercise): Partial<Guarded> {
  const statements = plainText(exercise.answer_key)
    .text.split(/\s*(?:,|;|\bor\b|\band\b|或者?|和)\s*/i)
    .map(readStatement)
  const read = statements.flatMap((one) => (isRefusal(one) ? [] : [one]))
  if (read.length === 0) return ofWords([exercise.answer_key])
  const sides = read.flatMap(sidesOf)
  const values = sides.map(({ tree }) => valueAt(tree, {})).filter((value) => value !== null)
  return { values, expressions: sides.filter(({ variables }) => variables.length > 0) }
}

/** Of `x = 3` the 3, of `y = 2x + 1` the longer side. */
function sidesOf(statement: Statement): Expression[] {
  if (!('sign' in statement)) return [statement]
  const solution = solutionOf(statement)
  if (solution) return [solution.value]
  const { left, right } = statement
  return left.tree.kind === 'variable' ? [right] : right.tree.kind === 'variable' ? [left] : [left, right]
}

function ofChoice(exercise: Exercise): Partial<Guarded> {
  const picked = pickedChoice(exercise, exercise.answer_key)
  if (isRefusal(picked)) return { choice: { id: bareText(exercise.answer_key), place: -1, texts: [], others: [] } }
  const choices = (exercise.choices ?? []).map(({ id, text }) => ({
    id: bareText(id),
    texts: [bareText(text.en), bareText(text['zh-CN'])],
  }))
  const place = (exercise.choices ?? []).findIndex(({ id }) => id === picked.id)
  const [right, others] = [choices[place], choices.filter((_, i) => i !== place)]
  return right ? { choice: { ...right, place, others }, ...ofWords(right.texts) } : {}
}

/** Words that are a number, such as the choice `1/2`, are guarded as one. */
function ofWords(texts: readonly string[]): Partial<Guarded> {
  const words = [...new Set(texts.map(bareText).filter((text) => text !== ''))]
  const measures = words
    .map((word) => readMeasure(plainText(word).text))
    .flatMap((one) => (isRefusal(one) ? [] : [one]))
  const [first] = measures
  return {
    words,
    values: measures.map(({ value }) => new Fraction(value)),
    parts: first?.parts ?? [],
    unit: first?.unit ?? null,
  }
}
