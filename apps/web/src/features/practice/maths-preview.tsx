// What the learner typed, as the grader reads it: the grader's own tree in MathML, which browsers draw and screen readers speak without a font
// or a style of ours.
import { readExpression, type Tree } from '@guildhall/verticals/packs/education/grading/expression'
import { createElement, type ReactNode } from 'react'

const operators: Record<string, string> = { '+': '+', '-': '−', '*': '×' }
const ranks: Record<string, number> = { '+': 1, '-': 1, neg: 1, plus: 1, '*': 2, '/': 3, '^': 4 }

/** Nothing where it is no expression: the answer may be one all the same, such as a number with a unit. */
export function MathsPreview({ text, label }: { text: string; label: string }) {
  if (!/[/^*()]|\d\s*[a-z]/i.test(text) || text.length > 200) return null
  const read = readExpression(text)
  if (!('tree' in read)) return null
  return (
    <p className="flex items-center gap-3 text-soft text-xs">
      {label} <span className="text-ink text-lg">{createElement('math', null, drawn(read.tree))}</span>
    </p>
  )
}

function drawn(tree: Tree): ReactNode {
  if (tree.kind === 'number') return number(tree.value)
  if (tree.kind === 'variable') return createElement('mi', null, tree.name)
  const [first, second] = tree.args
  if (!first) return null
  if (tree.name === '/' && second) return createElement('mfrac', null, row(first), row(second))
  if (tree.name === '^' && second) return createElement('msup', null, within(first, 4), row(second))
  if (tree.name === 'sqrt') return createElement('msqrt', null, drawn(first))
  if (tree.name === 'neg' || tree.name === 'plus')
    return createElement('mrow', null, sign(tree.name === 'neg' ? '−' : '+'), within(first, 2))
  const operator = operators[tree.name]
  if (operator && second) {
    const rank = ranks[tree.name] ?? 0
    // What is taken away keeps its brackets: a − (b − c).
    const right = tree.name === '-' ? rank + 1 : rank
    return createElement('mrow', null, within(first, rank), sign(operator), within(second, right))
  }
  const args = tree.args.flatMap((arg, at) => (at === 0 ? [drawn(arg)] : [sign(','), drawn(arg)]))
  return createElement('mrow', null, createElement('mi', null, tree.name), sign('('), ...args, sign(')'))
}

const sign = (text: string) => createElement('mo', null, text)
const row = (tree: Tree) => createElement('mrow', null, drawn(tree))

function within(tree: Tree, rank: number): ReactNode {
  const own = tree.kind === 'call' ? (ranks[tree.name] ?? 5) : 5
  return own < rank ? createElement('mrow', null, sign('('), drawn(tree), sign(')')) : row(tree)
}

function number(value: { toString: () => string }): ReactNode {
  return createElement('mn', null, value.toString())
}
