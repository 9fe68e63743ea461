// An expression as a tree, read by the algebra library from our own tokens, with exact values at rational points. Degree is bounded before anything is computed.
import Fraction from 'fraction.js'
import type { MathNode } from 'mathjs'
import { algebra } from './mathjs.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import { functionNames, maxExponent, tokensOf } from './tokens.ts'

export type Expression = {
  tree: Tree
  variables: readonly string[]
  /** False when it holds roots or functions: then values are floats. */
  isExact: boolean
  /** Operations in it, for "can be simplified". */
  size: number
  text: string
}

export type Tree =
  | { kind: 'number'; value: Fraction }
  | { kind: 'variable'; name: string }
  | { kind: 'call'; name: string; args: readonly Tree[] }

const maxDegree = 40

export function readExpression(text: string, functions: readonly string[] = functionNames): Expression | Refusal {
  const tokens = tokensOf(text, functions)
  if (isRefusal(tokens)) return tokens
  const explicit = tokens.map((token) => token.text).join(' ')
  const node = parsed(explicit)
  const tree = node && treeOf(node)
  if (!tree) return refusal('not_an_expression')
  const measured = measure(tree)
  if (measured === null || measured.degree > maxDegree) return refusal('exponent')
  const variables = [...new Set(variablesOf(tree))].sort()
  return { tree, variables, isExact: measured.isExact, size: measured.size, text: node.toString({ implicit: 'hide' }) }
}

function parsed(text: string): MathNode | null {
  try {
    return algebra.parse(text)
  } catch {
    return null
  }
}

const operators: Record<string, string> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
  unaryMinus: 'neg',
  unaryPlus: 'plus',
}

/** Null for any node that is none of ours: the library knows many more (ranges, assignments, strings). */
function treeOf(node: MathNode): Tree | null {
  const view = viewOf(node)
  if (view.type === 'ConstantNode') {
    return typeof view.value === 'number' ? { kind: 'number', value: exact(view.value) } : null
  }
  if (view.type === 'SymbolNode') return { kind: 'variable', name: String(view.name) }
  if (view.type === 'ParenthesisNode') return view.content ? treeOf(view.content) : null
  const name =
    view.type === 'OperatorNode'
      ? operators[String(view.fn)]
      : view.type === 'FunctionNode'
        ? nameOf(view.fn)
        : undefined
  const args = (view.args ?? []).map(treeOf)
  return name === undefined || args.length === 0
    ? null
    : args.every((arg) => arg !== null)
      ? { kind: 'call', name, args }
      : null
}

/** Tokens hold at most fifteen characters, so that the shortest print of a number is what was written. */
function exact(value: number): Fraction {
  const text = String(value)
  return new Fraction(text.includes('e') ? value.toFixed(20) : text)
}

type NodeView = { type: string; value?: unknown; name?: unknown; fn?: unknown; content?: MathNode; args?: MathNode[] }

/** Guarantee: reads only fields that the library documents for its nodes, each checked by its user. */
function viewOf(node: MathNode): NodeView {
  return node as unknown as NodeView
}

function nameOf(fn: unknown): string | undefined {
  return typeof fn === 'object' && fn !== null && 'name' in fn && typeof fn.name === 'string' ? fn.name : undefined
}

function variablesOf(tree: Tree): string[] {
  if (tree.kind === 'variable') return tree.name === 'pi' ? [] : [tree.name]
  return tree.kind === 'call' ? tree.args.flatMap(variablesOf) : []
}

type Measured = { degree: number; size: number; isExact: boolean }

/** Degree counts numbers too, so that towers of powers are seen before they are computed. Null when it is out of bounds. */
function measure(tree: Tree): Measured | null {
  if (tree.kind === 'number') return { degree: 1, size: 0, isExact: true }
  if (tree.kind === 'variable') return { degree: 1, size: 0, isExact: tree.name !== 'pi' }
  const args = tree.args.map(measure)
  const [first, second] = args
  if (!first || args.some((arg) => arg === null)) return null
  const size = args.reduce((sum, arg) => sum + (arg?.size ?? 0), tree.name === 'plus' ? 0 : 1)
  const isExact = args.every((arg) => arg?.isExact)
  if (tree.name === '^') return power(tree.args[1], { base: first, exponent: second ?? first, size })
  const degrees = args.map((arg) => arg?.degree ?? 0)
  const degree = '*/'.includes(tree.name) ? degrees.reduce((sum, one) => sum + one, 0) : Math.max(...degrees)
  const isPlain = [
    '+',
    '-',
    '*',
    '/',
    'neg',
    'plus',
    'abs',
    'min',
    'max',
    'round',
    'floor',
    'ceil',
    'gcd',
    'lcm',
  ].includes(tree.name)
  return { degree, size, isExact: isExact && isPlain }
}

type Power = { base: Measured; exponent: Measured; size: number }

function power(exponent: Tree | undefined, { base, exponent: measured, size }: Power): Measured | null {
  const value = exponent && constantOf(exponent)
  if (value === null || value === undefined)
    // A variable exponent: floats at small points, and nothing tall on either side.
    return measured.size > 6 || measured.degree > 2 || base.degree > 2
      ? null
      : { degree: 4 * base.degree, size, isExact: false }
  if (value.abs().compare(maxExponent) > 0) return null
  const whole = value.d === 1n
  return {
    degree: base.degree * Math.max(1, Math.ceil(Math.abs(value.valueOf()))),
    size,
    isExact: base.isExact && whole,
  }
}

function constantOf(tree: Tree): Fraction | null {
  return variablesOf(tree).length === 0 && (tree.kind !== 'call' || tree.name !== '^') ? valueAt(tree, {}) : null
}

export type Point = Readonly<Record<string, Fraction>>

/** Exact; null where it has no value there (division by zero, a root that is not rational, an unknown name). */
export function valueAt(tree: Tree, point: Point): Fraction | null {
  if (tree.kind === 'number') return tree.value
  if (tree.kind === 'variable') return Object.hasOwn(point, tree.name) ? (point[tree.name] ?? null) : null
  const args = tree.args.map((arg) => valueAt(arg, point))
  const [first, second] = args
  if (!first || args.some((arg) => arg === null)) return null
  const rest = args.filter((arg) => arg !== null)
  switch (tree.name) {
    case 'neg':
      return first.neg()
    case 'plus':
      return first
    case '+':
      return rest.reduce((sum, one) => sum.add(one))
    case '-':
      return second ? first.sub(second) : null
    case '*':
      return rest.reduce((product, one) => product.mul(one))
    case '/':
      return second && second.n !== 0n ? first.div(second) : null
    case '^':
      return second && second.d === 1n && !(first.n === 0n && second.s < 0n) ? first.pow(second) : null
    default:
      return called(tree.name, rest)
  }
}

function called(name: string, args: readonly Fraction[]): Fraction | null {
  const [first, second] = args
  if (!first) return null
  if (name === 'abs') return first.abs()
  if (name === 'round') return first.round()
  if (name === 'floor') return first.floor()
  if (name === 'ceil') return first.ceil()
  if (name === 'min') return args.reduce((best, one) => (one.compare(best) < 0 ? one : best))
  if (name === 'max') return args.reduce((best, one) => (one.compare(best) > 0 ? one : best))
  if (name === 'gcd' && second) return first.gcd(second)
  if (name === 'lcm' && second) return first.lcm(second)
  return null
}

/** NaN where it has no real value. */
export function floatAt(tree: Tree, point: Readonly<Record<string, number>>): number {
  if (tree.kind === 'number') return tree.value.valueOf()
  if (tree.kind === 'variable') return tree.name === 'pi' ? Math.PI : (point[tree.name] ?? Number.NaN)
  const [first = Number.NaN, second = Number.NaN] = tree.args.map((arg) => floatAt(arg, point))
  const apply = floats[tree.name]
  return apply ? apply(first, second) : Number.NaN
}

const floats: Record<string, (a: number, b: number) => number> = {
  neg: (a) => -a,
  plus: (a) => a,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? Number.NaN : a / b),
  '^': (a, b) => a ** b,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  abs: Math.abs,
  ln: Math.log,
  log: Math.log10,
  exp: Math.exp,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
}
