// Anything from outside -> a parsed value, or the problem that names each wrong field, what is wrong and how to mend it.
import { AppError, type FieldError } from '@guildhall/contracts/errors'
import { closest } from 'fastest-levenshtein'
import { z } from 'zod'

const maxErrors = 20
const maxDetailChars = 500

/** Throws `input_out_of_range` when every issue is one of range, else `input_invalid`. `at` is where the value sits, e.g. `body.input`. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown, at = 'body'): z.output<S> {
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
  const errors = issues.slice(0, maxErrors).flatMap((issue) => fieldErrors(schema, issue, at))
  const isRange = issues.every(isOfRange)
  throw new AppError(isRange ? 'input_out_of_range' : 'input_invalid', {
    public: errors
      .map((error) => `${error.location}: ${error.message}`)
      .join('; ')
      .slice(0, maxDetailChars),
    errors,
  })
}

/** What is wrong with a value that its schema refused, field by field; `at` may be empty. */
export function explainRefusal(schema: z.ZodType, raw: unknown, at: string): FieldError[] {
  const parsed = schema.safeParse(raw, { reportInput: true })
  return parsed.success
    ? []
    : parsed.error.issues.slice(0, maxErrors).flatMap((issue) => fieldErrors(schema, issue, at))
}

function isOfRange(issue: z.core.$ZodIssue): boolean {
  return (
    issue.code === 'too_big' ||
    issue.code === 'too_small' ||
    (issue.code === 'custom' && issue.params?.isRange === true)
  )
}

function fieldErrors(schema: z.ZodType, issue: z.core.$ZodIssue, at: string): FieldError[] {
  const path = [...(at === '' ? [] : [at]), ...issue.path.map(String)].join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.map((key) => ({
      location: path === '' ? key : `${path}.${key}`,
      message: 'is not a field here',
      fix: known.length > 0 ? `Did you mean ${closest(key, known)}? Else remove it` : 'Remove it',
    }))
  }
  return [{ location: path, message: issue.message, fix: fixOf(issue) }]
}

function fixOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.fix === 'string') return issue.params.fix
  if (issue.code === 'too_big') return `Send at most ${issue.maximum}`
  if (issue.code === 'too_small') return `Send at least ${issue.minimum}`
  if (issue.code === 'invalid_value') return `Send one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? `Add it, as ${issue.expected}` : `Send ${issue.expected}`
  return 'See the schema in /v1/openapi.json'
}

/** The field names an object schema has at this path; empty where the path leads out of plain objects. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema
  for (const step of path) {
    const object = unwrap(here)
    here =
      object instanceof z.ZodArray
        ? object.element
        : object instanceof z.ZodObject
          ? object.shape[String(step)]
          : undefined
  }
  const object = unwrap(here)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap())
  if (schema instanceof z.ZodPipe) return unwrap(schema.in)
  return schema
}
