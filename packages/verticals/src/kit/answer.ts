// What an output decides and lists, for comparing two answers to one input: as the pack says, else where outputs of this house have it.
import type { Expectation } from '@guildhall/contracts/golden'
import { valueAt } from './golden.ts'
import type { Task } from './vertical.ts'

type Output = Record<string, unknown>

/** The decision in words of the pack; null where this task decides nothing. */
export function decisionIn(task: Task, output: Output): string | null {
  if (task.decisionOf) return task.decisionOf(output)
  const value = valueAt(output, 'recommendation.action')
  return typeof value === 'string' ? value : null
}

/** Names of what is listed, best first; null where nothing is. */
export function listIn(task: Task, output: Output): readonly string[] | null {
  if (task.listOf) return task.listOf(output)
  const { items } = output
  if (!Array.isArray(items)) return null
  return items.map((item: unknown) => String(valueAt(item, 'item_id')))
}

/** Share of the first ten that both lists have, of the longer one's; 1 for two empty lists. */
export function overlapOf(before: readonly string[], after: readonly string[]): number {
  const [first, second] = [before.slice(0, 10), new Set(after.slice(0, 10))]
  const longest = Math.max(first.length, second.size)
  return longest === 0 ? 1 : first.filter((one) => second.has(one)).length / longest
}

const maxExpectations = 8

/** What an answer would be held to when it is kept as a golden case: the pack's own paths, else its short plain values. */
export function expectationsFrom(task: Task, output: Output): Expectation[] {
  const paths = task.goldenPaths ?? plainPaths(output)
  return paths
    .flatMap((path): Expectation[] => {
      const value = valueAt(output, path)
      return isPlainValue(value) ? [{ path, equals: value }] : []
    })
    .slice(0, maxExpectations)
}

/** Two levels deep; a figure with many digits is the model's, and a champion may change it. */
function plainPaths(output: Output): string[] {
  return Object.entries(output).flatMap(([key, value]) => {
    if (key === 'note') return []
    if (isPlainValue(value)) return [key]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    return Object.entries(value).flatMap(([inner, own]) => (isPlainValue(own) ? [`${key}.${inner}`] : []))
  })
}

function isPlainValue(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.length > 0 && value.length <= 60
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value))
}
