// Grades expressions, equations and inequalities: by what they mean, with partial credit for restating the question or leaving work undone.
import { areEquivalent, ratioOf } from './equivalent.ts'
import type { Exercise } from './exercise.ts'
import { type Expression, readExpression } from './expression.ts'
import { gradeNumeric, type Marked } from './numeric.ts'
import { plainText } from './plain.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import { hasWorkLeft } from './simplified.ts'

type Relation = { sign: '=' | '<' | '>' | '<=' | '>='; left: Expression; right: Expression }
export type Statement = Expression | Relation

const isRelation = (statement: Statement): statement is Relation => 'sign' in statement

/** `text` is plain. Several solutions are joined by `or`, `and`, a comma or 或. */
export function gradeAlgebraic(exercise: Exercise, text: string): Marked | Refusal {
  const keys = readStatements(plainText(exercise.answer_key).text)
  if (isRefusal(keys)) return refusal('exercise_faulty')
  // A telephone begins an answer with a capital; only a key that tells `x` from `X` minds.
  const answers = readStatements(/\p{Lu}/u.test(exercise.answer_key) ? text : text.toLowerCase())
  if (isRefusal(answers)) return answers
  const normalized = answers.map(written).join(' or ')
  if (keys.length > 1) return severalSolutions({ keys, answers, normalized })
  const [key, answer] = [keys[0], answers[0]]
  if (!key || !answer || answers.length > 1) return { share: 0, normalized, remark: null }
  const solution = solutionOf(key)
  const given = solution && solutionOf(answer)
  if (solution && given && given.name === solution.name) return solutionMark({ solution, given, normalized })
  return { ...mark(exercise, { key, answer, text }), normalized }
}

/** Expression, equation or inequality of one line, for patterns and guards too. */
export function readStatement(text: string): Statement | Refusal {
  const [left = '', sign, right, ...more] = text
    .replace(/≤|=</g, '<=')
    .replace(/≥|=>/g, '>=')
    .split(/(<=|>=|[=<>])/)
  if (sign === undefined) return readExpression(left)
  if (more.length > 0 || right === undefined) return refusal('not_an_expression')
  const [one, other] = [readExpression(left), readExpression(right)]
  if (isRefusal(one)) return one
  if (isRefusal(other)) return other
  return { sign: signOf(sign), left: one, right: other }
}

function signOf(sign: string): Relation['sign'] {
  return sign === '<' || sign === '>' || sign === '<=' || sign === '>=' ? sign : '='
}

function readStatements(text: string): Statement[] | Refusal {
  const parts = text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .split(/\s*(?:,|;|\bor\b|\band\b|或者?|和)\s*/i)
    .filter((part) => part !== '')
  if (parts.length === 0) return refusal('empty')
  if (parts.length > 4) return refusal('too_many_signs')
  const read = parts.map(readStatement)
  return read.find(isRefusal) ?? read.flatMap((one) => (isRefusal(one) ? [] : [one]))
}

function written(statement: Statement): string {
  return isRelation(statement) ? `${statement.left.text} ${statement.sign} ${statement.right.text}` : statement.text
}

type Solution = { name: string; value: Expression }

/** `x = 3`, `3 = x`; a bare 3 has no name and fits any. */
export function solutionOf(statement: Statement): Solution | null {
  if (!isRelation(statement) || statement.sign !== '=') return null
  const { left, right } = statement
  if (left.tree.kind === 'variable' && right.variables.length === 0) return { name: left.tree.name, value: right }
  if (right.tree.kind === 'variable' && left.variables.length === 0) return { name: right.tree.name, value: left }
  return null
}

function solutionMark({
  solution,
  given,
  normalized,
}: {
  solution: Solution
  given: Solution
  normalized: string
}): Marked {
  const bare = {
    id: '',
    stem: { en: '', 'zh-CN': '' },
    answer_type: 'numeric' as const,
    skills: [],
    hints: [],
    misconceptions: [],
  }
  const marked = gradeNumeric({ ...bare, answer_key: solution.value.text }, given.value.text)
  if (!isRefusal(marked)) return { ...marked, normalized }
  if (!areEquivalent(solution.value, given.value)) return { share: 0, normalized, remark: null }
  return given.value.size > solution.value.size + 1
    ? { share: 0.5, normalized, remark: 'unsimplified' }
    : { share: 1, normalized, remark: null }
}

function severalSolutions({
  keys,
  answers,
  normalized,
}: {
  keys: Statement[]
  answers: Statement[]
  normalized: string
}): Marked {
  const isMet = (key: Statement) => answers.some((answer) => meansSame(key, answer))
  const met = keys.filter(isMet).length
  const wrong = answers.filter((answer) => !keys.some((key) => meansSame(key, answer))).length
  const share = wrong > 0 ? 0 : met / keys.length
  return { share, normalized, remark: share > 0 && share < 1 ? 'incomplete' : null }
}

/** A value alone means the same as `x =` that value. */
function meansSame(key: Statement, answer: Statement): boolean {
  if (isRelation(key) && isRelation(answer)) return sameRelation(key, answer)
  const [one, other] = [sideOf(key), sideOf(answer)]
  return one !== null && other !== null && areEquivalent(one, other)
}

function sideOf(statement: Statement): Expression | null {
  if (!isRelation(statement)) return statement
  const { sign, left, right } = statement
  if (sign !== '=') return null
  return left.tree.kind === 'variable' ? right : right.tree.kind === 'variable' ? left : null
}

function sameRelation(key: Relation, answer: Relation): boolean {
  const ratio = ratioOf(difference(key), difference(answer))
  if (ratio === null) return false
  if (ratio === 'zero') return key.sign === answer.sign
  return key.sign === '=' ? answer.sign === '=' : answer.sign === (ratio > 0 ? key.sign : flipped[key.sign])
}

const flipped = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const

function difference({ left, right }: Relation): Expression {
  return {
    tree: { kind: 'call', name: '-', args: [left.tree, right.tree] },
    variables: [...new Set([...left.variables, ...right.variables])].sort(),
    isExact: left.isExact && right.isExact,
    size: left.size + right.size + 1,
    text: '',
  }
}

type MarkArgs = { key: Statement; answer: Statement; text: string }

function mark(exercise: Exercise, { key, answer, text }: MarkArgs): Omit<Marked, 'normalized'> {
  if (!meansSame(key, answer)) return { share: 0, remark: null }
  if (isRestated(exercise, text)) return { share: 0.25, remark: 'restated' }
  if (isRelation(key) !== isRelation(answer))
    return solutionOf(key) ? plainMark(key, answer) : { share: 0.5, remark: 'form' }
  return plainMark(key, answer)
}

function plainMark(key: Statement, answer: Statement): Omit<Marked, 'normalized'> {
  const [one, other] = [sideOf(key) ?? key, sideOf(answer) ?? answer]
  const isUnsolved = isRelation(key) && isRelation(answer) ? sizeOf(answer) > sizeOf(key) : isLonger(one, other)
  return isUnsolved ? { share: 0.5, remark: 'unsimplified' } : { share: 1, remark: null }
}

/** Work left that the key does not have, or much longer than the key: `(x-1)(x+1)/(x-1)` for `x+1`. An equation not yet solved is longer too. */
function isLonger(key: Statement, answer: Statement): boolean {
  if (isRelation(key) || isRelation(answer)) return sizeOf(answer) > sizeOf(key)
  return answer.size > key.size + 3 || (hasWorkLeft(answer.tree) && !hasWorkLeft(key.tree))
}

const sizeOf = (statement: Statement) =>
  isRelation(statement) ? statement.left.size + statement.right.size + 1 : statement.size

/** Word for word in the stem, while the key is not: copying the question is no answer. */
function isRestated(exercise: Exercise, text: string): boolean {
  const squeeze = (one: string) => plainText(one).text.toLowerCase().replace(/\s+/g, '').replace(/\*/g, '')
  const stem = squeeze(exercise.stem.en) + squeeze(exercise.stem['zh-CN'])
  return squeeze(text).length > 2 && stem.includes(squeeze(text)) && !stem.includes(squeeze(exercise.answer_key))
}
