// The JSON-logic of rules: evaluated without generating code, over named variables only. Tenants write these, so nothing in them is trusted.
import { LogicEngine } from 'json-logic-engine'
import { z } from 'zod'

const engine = new LogicEngine(undefined, {
  disableInline: true,
  disableInterpretedOptimization: true,
  maxDepth: 20,
  maxArrayLength: 1000,
  maxStringLength: 10_000,
})

export type RuleVariables = Record<string, number | string | null>

const reading = z.union([z.strictObject({ var: z.json() }), z.strictObject({ val: z.json() })])

/** Whether the logic holds; null when these values give it no answer, such as a division by 0. */
export function holds(logic: Record<string, unknown>, variables: RuleVariables): boolean | null {
  try {
    return engine.run(logic, variables) === true
  } catch {
    return null
  }
}

// A template's logic is asked for its names some hundred times a run.
const names = new WeakMap<object, readonly string[]>()

/** Names a logic reads without a default of its own; `["name", 0]` has one, and then the author has said what unknown means. */
export function namesRead(logic: Record<string, unknown>): readonly string[] {
  const known = names.get(logic) ?? namesIn(logic)
  names.set(logic, known)
  return known
}

function namesIn(logic: unknown): string[] {
  const read = reading.safeParse(logic)
  if (read.success) {
    const name = 'var' in read.data ? read.data.var : read.data.val
    if (Array.isArray(name)) return name.length === 1 ? [nameOf(name[0])] : []
    return [nameOf(name)]
  }
  if (typeof logic !== 'object' || logic === null) return []
  return Object.values(logic).flatMap(namesIn)
}

/** What is no name reads as its JSON, which is no variable's name and so is refused. */
const nameOf = (read: unknown): string => (typeof read === 'string' ? read : JSON.stringify(read))

/** Why a logic cannot serve as a rule over variables such as these; null when it can. */
export function faultOf(logic: Record<string, unknown>, sample: RuleVariables): string | null {
  const names = Object.keys(sample)
  const unknown = namesRead(logic).find((name) => !names.includes(name))
  if (unknown !== undefined) return `reads "${unknown}", which is not one of ${names.join(', ')}`
  return holds(logic, sample) === null ? 'is not JSON-logic, or compares a number with a text' : null
}
