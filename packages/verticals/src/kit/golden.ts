// A golden case: a real input and what must be true of its output. Only figures that do not depend on the champion belong here.
import { z } from 'zod'
import { localizedSchema } from './localized.ts'

const expectationSchema = z.strictObject({
  /** Dotted path into the output; a number is an index, as in `policy.0.outcome`. */
  path: z.string().min(1),
  /** The exact value; lists and objects are compared whole. */
  equals: z.json().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Contained in the text at the path, or in the list. */
  contains: z.string().optional(),
})
type Expectation = z.infer<typeof expectationSchema>

export const goldenCaseSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  title: localizedSchema,
  input: z.record(z.string(), z.unknown()),
  /** Slug of the starter template it belongs to; the task's first one when left out. */
  template: z.string().optional(),
  /** Replaces keys of the template's content for this case only. */
  content: z.record(z.string(), z.unknown()).optional(),
  expect: z.array(expectationSchema).min(1),
})
export type GoldenCase = z.infer<typeof goldenCaseSchema>

/** Lists what an output breaks of its case; empty when the case passes. */
export function checkGolden(golden: GoldenCase, output: Record<string, unknown>): string[] {
  return golden.expect.flatMap((expectation) => {
    const value = valueAt(output, expectation.path)
    const problem = breaks(expectation, value)
    return problem === null ? [] : [`${golden.slug}: ${expectation.path} is ${JSON.stringify(value)}, ${problem}`]
  })
}

/** The value at a dotted path; undefined when the path leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return Reflect.get(value, key)
  }, root)
}

function breaks(expectation: Expectation, value: unknown): string | null {
  const { equals, min, max, contains } = expectation
  if (equals !== undefined && JSON.stringify(value) !== JSON.stringify(equals)) return `not ${JSON.stringify(equals)}`
  if (contains !== undefined && !JSON.stringify(value ?? null).includes(contains)) return `without ${contains}`
  if (min === undefined && max === undefined) return null
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'not a number'
  if (min !== undefined && number < min) return `below ${min}`
  if (max !== undefined && number > max) return `above ${max}`
  return null
}
