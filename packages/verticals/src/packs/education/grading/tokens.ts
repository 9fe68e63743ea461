// Cuts an expression into tokens of a short list and bounds its size, depth and exponents. Only what passes here reaches the algebra library.
import { type Refusal, refusal } from './refusal.ts'

export type Token = { kind: 'number' | 'name' | 'sign' | 'open' | 'close' | 'comma'; text: string }

export const functionNames = ['sqrt', 'cbrt', 'abs', 'ln', 'log', 'exp', 'sin', 'cos', 'tan'] as const
/** Only patterns of misconceptions may use these: they take several arguments or cut numbers. */
export const patternFunctions = ['abs', 'min', 'max', 'round', 'floor', 'ceil', 'gcd', 'lcm'] as const

const maxTokens = 80
const maxDepth = 8
const maxNames = 4
export const maxExponent = 12

/** `functions` are the names that may be called; every other run of up to four letters is a product of variables. */
export function tokensOf(text: string, functions: readonly string[] = functionNames): Token[] | Refusal {
  if (/\d\s*e\s*[+-]?\d{3}/i.test(text)) return refusal('too_large')
  const tokens: Token[] = []
  const lexer =
    /\s*(?:(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[a-z]+)|(?<sign>\*\*|[-+*/^])|(?<open>[([{])|(?<close>[)\]}])|(?<comma>,))/giy
  for (let match = lexer.exec(text); match; match = lexer.exec(text)) {
    tokens.push(...cut(match.groups ?? {}, functions))
    if (tokens.length > maxTokens) return refusal('too_many_signs')
    if (lexer.lastIndex >= text.trimEnd().length) return checked(withProducts(tokens, functions), functions)
  }
  return refusal(text.trim() === '' ? 'empty' : 'unknown_sign')
}

function cut(groups: Record<string, string | undefined>, functions: readonly string[]): Token[] {
  const { number, name, sign, open, close } = groups
  if (number !== undefined) return [{ kind: 'number', text: number.startsWith('.') ? `0${number}` : number }]
  if (sign !== undefined) return [{ kind: 'sign', text: sign === '**' ? '^' : sign }]
  if (open !== undefined) return [{ kind: 'open', text: '(' }]
  if (close !== undefined) return [{ kind: 'close', text: ')' }]
  if (name === undefined) return [{ kind: 'comma', text: ',' }]
  const lower = name.toLowerCase()
  if (functions.includes(lower) || lower === 'pi') return [{ kind: 'name', text: lower }]
  const called = functions.find((one) => lower.endsWith(one) && lower.length - one.length <= 2)
  const letters = called ? name.slice(0, -called.length) : name
  if (letters.length > 4) return [{ kind: 'name', text: name }]
  const each = Array.from(letters).map((letter) => ({ kind: 'name' as const, text: letter }))
  return called ? [...each, { kind: 'name', text: called }] : each
}

/** Puts the `*` of `2x`, `x(y)`, `(a)(b)` in, so that the library never has to guess. */
function withProducts(tokens: readonly Token[], functions: readonly string[]): Token[] {
  return tokens.flatMap((token, i) => {
    const before = tokens[i - 1]
    const endsOperand = before && (before.kind === 'number' || before.kind === 'close' || isVariable(before, functions))
    const beginsOperand = token.kind === 'number' || token.kind === 'open' || token.kind === 'name'
    return endsOperand && beginsOperand ? [{ kind: 'sign', text: '*' }, token] : [token]
  })
}

const isVariable = (token: Token, functions: readonly string[]) =>
  token.kind === 'name' && !functions.includes(token.text)

function checked(tokens: Token[], functions: readonly string[]): Token[] | Refusal {
  const names = new Set(tokens.filter((token) => isVariable(token, functions)).map(({ text }) => text))
  if ([...names].some((name) => name.length > 1 && name !== 'pi') || names.size > maxNames)
    return refusal('unknown_word')
  if (tokens.some(({ kind, text }) => kind === 'number' && text.length > 15)) return refusal('too_large')
  let depth = 0
  let deepest = 0
  for (const { kind } of tokens) {
    depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0
    deepest = Math.max(deepest, depth)
    if (depth < 0) return refusal('unbalanced')
  }
  if (deepest > maxDepth) return refusal('too_deep')
  if (depth !== 0) return refusal('unbalanced')
  return hasHugePower(tokens) ? refusal('exponent') : tokens
}

/** A power of a power, or an exponent over the limit. Exponents in brackets are measured later, in the tree. */
function hasHugePower(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, i) => {
    if (text !== '^') return false
    const sign = tokens[i + 1]?.text === '-' ? 1 : 0
    const exponent = tokens[i + 1 + sign]
    return (exponent?.kind === 'number' && Number(exponent.text) > maxExponent) || tokens[i + 2 + sign]?.text === '^'
  })
}
