// The pattern language of misconceptions: data that says which wrong answers a misconception explains.
import type Fraction from 'fraction.js'
import { readStatement, solutionOf } from './algebraic.ts'
import type { Exercise } from './exercise.ts'
import { type Expression, readExpression, valueAt } from './expression.ts'
import { keyMeasure } from './numeric.ts'
import { plainText } from './plain.ts'
import { isRefusal } from './refusal.ts'
import { stemNumbers } from './stem-numbers.ts'
import { patternFunctions } from './tokens.ts'

/**
 * One line, clauses joined by ` ;; ` (or):
 * - `= EXPR` the value (or, for expressions, an equivalent one); `~ EXPR` within 1 %;
 * - `written N / D` that very fraction, not reduced;
 * - `choice ID`; `text WORDS`; `/REGEX/` over the normalised answer.
 *
 * EXPR has numbers, + - * / ^, brackets, abs min max round floor ceil gcd lcm, and the names
 * s1, s2 ... (numbers of the English stem, unsigned; `.n` `.d` their top and bottom), key, key.n, key.d;
 * for expressions any other single letter is a variable. Examples: `= (s1.n + s2.n) / (s1.d + s2.d)`, `= -key`, `= s1*x + s2`.
 */
export type Clause =
  | { kind: 'equals' | 'near'; formula: string; expression: Expression }
  | { kind: 'written'; formula: string; top: Fraction; bottom: Fraction }
  | { kind: 'choice' | 'text'; name: string }
  | { kind: 'regex'; regex: RegExp }

const maxRegexChars = 120

/** The clauses that can be computed for this exercise; the others never fit. */
export function clausesOf(exercise: Exercise, pattern: string): Clause[] {
  return parts(pattern).flatMap((part) => {
    const clause = readClause(exercise, part)
    return typeof clause === 'string' ? [] : [clause]
  })
}

/** What is wrong with a pattern, for imports and tests of a course; null when every clause can be computed. */
export function patternFault(exercise: Exercise, pattern: string): string | null {
  const clauses = parts(pattern).map((part) => readClause(exercise, part))
  return clauses.length === 0 ? 'the pattern is empty' : (clauses.find((clause) => typeof clause === 'string') ?? null)
}

const parts = (pattern: string) =>
  pattern
    .split(/\s*;;\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 12)

function readClause(exercise: Exercise, part: string): Clause | string {
  if (part.startsWith('/')) return readRegex(part)
  const [, kind, body = ''] = /^(=|~|written|choice|text)\s*(.*)$/.exec(part) ?? []
  if (kind === 'choice' || kind === 'text') return body === '' ? `"${part}" names nothing` : { kind, name: body }
  if (kind === 'written') return readWritten(exercise, part, body)
  if (kind !== '=' && kind !== '~') return `"${part}" begins with none of = ~ written choice text /`
  const read = readFormula(exercise, body)
  return typeof read === 'string' ? read : { kind: kind === '=' ? 'equals' : 'near', ...read }
}

function readWritten(exercise: Exercise, part: string, body: string): Clause | string {
  const cut = topSlash(body)
  if (cut === null) return `"${part}" needs one / outside brackets`
  const [top, bottom] = [readFormula(exercise, body.slice(0, cut)), readFormula(exercise, body.slice(cut + 1))]
  if (typeof top === 'string') return top
  if (typeof bottom === 'string') return bottom
  const [n, d] = [valueAt(top.expression.tree, {}), valueAt(bottom.expression.tree, {})]
  return n === null || d === null
    ? `"${part}" has no value`
    : { kind: 'written', formula: `${top.formula} / ${bottom.formula}`, top: n, bottom: d }
}

function topSlash(body: string): number | null {
  let depth = 0
  const at = Array.from(body).findIndex((char) => {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0
    return char === '/' && depth === 0
  })
  return at < 0 ? null : at
}

/** Bounded: a repeated group that holds a repetition, look-behind and back-references can run for ever. */
function readRegex(part: string): Clause | string {
  const source = /^\/(.+)\/$/.exec(part)?.[1]
  if (source === undefined || source.length > maxRegexChars)
    return `"${part}" is no regex of at most ${maxRegexChars} characters`
  if (/\\[1-9k]|\(\?<?[=!]|[*+}]\s*\)\s*[*+{?]|\|[^)]*\)\s*[*+{]|(?:[*+}][^)]*){4}/.test(source))
    return `"${part}" may repeat without bound`
  try {
    return { kind: 'regex', regex: new RegExp(source, 'iu') }
  } catch {
    return `"${part}" is not a regular expression`
  }
}

function readFormula(exercise: Exercise, body: string): { formula: string; expression: Expression } | string {
  const names = namesOf(exercise)
  const missing: string[] = []
  const formula = body.replace(/\b(?:s\d+|key)(?:\.[nd])?\b/g, (name) => {
    const value = names.get(name)
    if (value === undefined) missing.push(name)
    return value ?? ''
  })
  if (missing.length > 0) return `"${body}" names ${missing.join(', ')}, which this exercise does not have`
  const expression = readExpression(formula, patternFunctions)
  if (isRefusal(expression)) return `"${body}": ${expression.message.en}`
  if (exercise.answer_type !== 'expression' && valueAt(expression.tree, {}) === null) return `"${body}" has no value`
  return { formula: tidy(formula), expression }
}

/** Numbers put in for the names stand in brackets only where they need them. */
const tidy = (formula: string) =>
  formula
    .replace(/\((\d+(?:\.\d+)?)\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

function namesOf(exercise: Exercise): Map<string, string> {
  const put = (value: Fraction) => `(${value.toFraction()})`
  const names = new Map<string, string>()
  for (const [i, { value, top, bottom }] of stemNumbers(exercise.stem.en).entries()) {
    names
      .set(`s${i + 1}`, put(value))
      .set(`s${i + 1}.n`, put(top))
      .set(`s${i + 1}.d`, put(bottom))
  }
  const key = exercise.answer_type === 'expression' ? keySide(exercise) : null
  if (key !== null) return names.set('key', `(${key})`)
  const measure = exercise.answer_type === 'numeric' ? keyMeasure(exercise) : null
  if (measure === null) return names
  // Asked for a percentage, the key counts as the stem's numbers do: 25 % is 25.
  const value = measure.isPercent ? measure.value.mul(100) : measure.value
  return names
    .set('key', put(value))
    .set('key.n', `(${value.s * value.n})`)
    .set('key.d', `(${value.d})`)
}

function keySide(exercise: Exercise): string | null {
  const statement = readStatement(plainText(exercise.answer_key).text)
  if (isRefusal(statement)) return null
  return 'sign' in statement ? (solutionOf(statement)?.value.text ?? statement.right.text) : statement.text
}
