// A golden case: a real input and what must be true of its output. Only figures that do not depend on the champion belong here.
import { type Expectation, type GoldenProblem, goldenSchema } from '@guildhall/contracts/golden'
import { z } from 'zod'

export const goldenCaseSchema = goldenSchema.extend({
  /** Slug of the starter template it belongs to; the task's first one when left out. */
  template: z.string().optional(),
})
export type GoldenCase = z.infer<typeof goldenCaseSchema>

/** Lists what an output breaks of its case; empty when the case passes. */
export function checkGolden(golden: Pick<GoldenCase, 'slug' | 'expect'>, output: Record<string, unknown>): string[] {
  return goldenProblems(golden.expect, output).map((problem) => `${golden.slug}: ${problem.message}`)
}

/** The same, one entry per broken expectation. */
export function goldenProblems(expect: readonly Expectation[], output: Record<string, unknown>): GoldenProblem[] {
  return expect.flatMap((expectation) => {
    const value = valueAt(output, expectation.path)
    const problem = breaks(expectation, value)
    if (problem === null) return []
    const message = `${expectation.path} is ${shown(value)}, ${problem}`
    return [{ path: expectation.path, message, expected: z.json().parse(expectation), actual: asJson(value) }]
  })
}

/** The value at a dotted path; undefined when the path leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return Reflect.get(value, key)
  }, root)
}

/** Why an expectation can never be checked, such as a schema with a word we do not know; null when it can. */
export function expectationFault(expectation: Expectation): string | null {
  const { path: _, tolerance, ...asked } = expectation
  if (Object.keys(asked).length === 0)
    return 'expects nothing: give equals, min, max, contains, lacks, one_of or schema'
  if (tolerance !== undefined && typeof asked.equals !== 'number') return 'has a tolerance, but no number in equals'
  return asked.schema === undefined ? null : schemaFault(asked.schema)
}

const maxShownChars = 300

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there'
  return text.length > maxShownChars ? `${text.slice(0, maxShownChars)}…` : text
}

function asJson(value: unknown): GoldenProblem['actual'] {
  const parsed = z.json().safeParse(value)
  const json = parsed.success ? parsed.data : null
  return JSON.stringify(json).length > 20 * maxShownChars ? shown(json) : json
}

function breaks(expectation: Expectation, value: unknown): string | null {
  const { equals, tolerance, contains, lacks, one_of: oneOf, schema } = expectation
  if (equals !== undefined && !isEqual(value, equals, tolerance))
    return `not ${shown(equals)}${tolerance === undefined ? '' : ` within ${tolerance}`}`
  const text = JSON.stringify(value ?? null)
  if (contains !== undefined && !text.includes(quoted(contains))) return `without ${contains}`
  if (lacks !== undefined && text.includes(quoted(lacks))) return `with ${lacks}`
  if (oneOf !== undefined && !oneOf.some((one) => isEqual(value, one))) return `none of ${shown(oneOf)}`
  if (schema !== undefined) {
    const fault = schemaBreach(schema, value)
    if (fault !== null) return fault
  }
  return outOfRange(expectation, value)
}

/** As it stands inside JSON, so that a quotation mark is found too. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1)

function outOfRange({ min, max }: Expectation, value: unknown): string | null {
  if (min === undefined && max === undefined) return null
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'not a number'
  if (min !== undefined && number < min) return `below ${min}`
  if (max !== undefined && number > max) return `above ${max}`
  return null
}

function isEqual(value: unknown, wanted: unknown, tolerance?: number): boolean {
  if (tolerance !== undefined && typeof wanted === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Math.abs(number - wanted) <= tolerance
  }
  return JSON.stringify(sorted(value ?? null)) === JSON.stringify(sorted(wanted))
}

/** The order of an object's keys says nothing: the store keeps its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

// No patterns and no references: a case is written by a tenant, and must end.
const schemaWords = new Set(
  `type enum const minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems items properties required
  additionalProperties anyOf description title`.split(/\s+/),
)

function schemaFault(schema: Record<string, unknown>): string | null {
  const word = unknownWord(schema)
  if (word !== null) return `has a schema with "${word}", which is not one of ${[...schemaWords].join(', ')}`
  try {
    z.fromJSONSchema(schema)
    return null
  } catch (error) {
    return `has a schema that cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`
  }
}

function unknownWord(schema: unknown): string | null {
  if (typeof schema !== 'object' || schema === null) return null
  if (Array.isArray(schema)) return schema.map(unknownWord).find((word) => word !== null) ?? null
  for (const [word, inner] of Object.entries(schema)) {
    if (!schemaWords.has(word)) return word
    const nested =
      word === 'properties'
        ? Object.values(Object(inner))
        : ['items', 'anyOf', 'additionalProperties'].includes(word)
          ? inner
          : null
    const found = unknownWord(nested)
    if (found !== null) return found
  }
  return null
}

function schemaBreach(schema: Record<string, unknown>, value: unknown): string | null {
  const fault = schemaFault(schema)
  if (fault !== null) return fault
  const parsed = z.fromJSONSchema(schema).safeParse(value)
  if (parsed.success) return null
  const [issue] = parsed.error.issues
  return `not of its schema: ${issue ? `${issue.path.join('.')} ${issue.message}`.trim() : 'refused'}`
}
