// Whether an expression has plain work left in it: like terms, numbers to multiply, a fraction to reduce, a zero or a one that does nothing.
import Fraction from 'fraction.js'
import type { Tree } from './expression.ts'

/** Looks at sums and products only; a factored and an expanded form both count as simplified. */
export function hasWorkLeft(tree: Tree): boolean {
  if (tree.kind !== 'call') return false
  const isSum = tree.name === '+' || tree.name === '-'
  const isProduct = tree.name === '*' || tree.name === '/'
  if (isSum && hasLikeTerms(termsOf(tree))) return true
  if (isProduct && hasNumbersLeft(tree)) return true
  if (tree.name === '^' && tree.args.every(({ kind }) => kind === 'number')) return true
  return (isProduct ? factorsOf(tree) : tree.args).some(hasWorkLeft)
}

/** What a chain of products is made of, so that its parts are not looked at as chains of their own. */
function factorsOf(tree: Tree): Tree[] {
  return tree.kind === 'call' && (tree.name === '*' || tree.name === '/') ? tree.args.flatMap(factorsOf) : [tree]
}

function termsOf(tree: Tree): Tree[] {
  if (tree.kind !== 'call' || !['+', '-', 'neg', 'plus'].includes(tree.name)) return [tree]
  return tree.args.flatMap(termsOf)
}

/** Two terms with the same letters, or a term that is zero. */
function hasLikeTerms(terms: readonly Tree[]): boolean {
  const signatures = terms.map(signatureOf).filter((one) => one !== null)
  return (
    new Set(signatures).size < signatures.length || terms.some((term) => term.kind === 'number' && term.value.n === 0n)
  )
}

/** The letters of a product with their powers, '' for a number; null for what is no such product. */
function signatureOf(tree: Tree): string | null {
  const powers = powersOf(tree)
  return (
    powers &&
    [...powers]
      .filter(([, power]) => power !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, power]) => `${name}${power}`)
      .join('*')
  )
}

function powersOf(tree: Tree): Map<string, number> | null {
  if (tree.kind === 'number') return new Map()
  if (tree.kind === 'variable') return new Map([[tree.name, 1]])
  const [first, second] = tree.args
  const base = first ? powersOf(first) : null
  if (base === null) return null
  if (tree.name === '^' && second?.kind === 'number')
    return new Map([...base].map(([name, power]) => [name, power * second.value.valueOf()]))
  if (tree.name === 'neg' || tree.name === 'plus') return base
  const other = second && (tree.name === '*' || tree.name === '/') ? powersOf(second) : null
  if (!other) return null
  const sign = tree.name === '*' ? 1 : -1
  return new Map(
    [...new Set([...base.keys(), ...other.keys()])].map((name) => [
      name,
      (base.get(name) ?? 0) + sign * (other.get(name) ?? 0),
    ]),
  )
}

type Numbers = { above: Fraction[]; below: Fraction[] }

function hasNumbersLeft(tree: Tree): boolean {
  const { above, below } = numbersOf(tree)
  if (above.length > 1 || below.length > 1) return true
  const [top, bottom] = [above[0], below[0]]
  if (bottom?.equals(1) || top?.n === 0n || (top?.equals(1) && below.length === 0)) return true
  return (
    top !== undefined &&
    bottom !== undefined &&
    (top.d !== 1n || bottom.d !== 1n || top.gcd(bottom).compare(new Fraction(1)) > 0)
  )
}

function numbersOf(tree: Tree): Numbers {
  if (tree.kind === 'number') return { above: [tree.value], below: [] }
  if (tree.kind !== 'call' || !['*', '/', 'neg', 'plus'].includes(tree.name)) return { above: [], below: [] }
  const [first, second] = tree.args.map(numbersOf)
  const [one, other] = [first ?? { above: [], below: [] }, second ?? { above: [], below: [] }]
  return tree.name === '/'
    ? { above: [...one.above, ...other.below], below: [...one.below, ...other.above] }
    : { above: [...one.above, ...other.above], below: [...one.below, ...other.below] }
}
