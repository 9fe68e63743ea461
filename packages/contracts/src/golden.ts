// Golden cases on the wire: an input with expectations on the output, kept in the template's document; and how each one stands for a digest.
import { z } from 'zod'
import { idSchema } from './ids.ts'

export const goldenLimits = { maxCases: 200, maxExpectations: 50, maxPathChars: 200, maxTextChars: 2000 } as const

const localized = z.strictObject({ en: z.string().min(1).max(400), 'zh-CN': z.string().min(1).max(400) })
const shortText = z.string().min(1).max(goldenLimits.maxTextChars)

/** Every key that is given must hold; a path that leads nowhere has no value and holds only `equals: null`. */
export const expectationSchema = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(goldenLimits.maxPathChars)
    .describe('Dotted path into the output; a number is an index, as in policy.0.outcome'),
  equals: z.json().optional().describe('The exact value; lists and objects are compared whole'),
  tolerance: z.number().min(0).optional().describe('With a number in equals: how far the value may be from it'),
  min: z.number().optional(),
  max: z.number().optional(),
  contains: shortText.optional().describe('Contained in the text at the path, or in the list'),
  lacks: shortText.optional().describe('Not contained there'),
  one_of: z.array(z.json()).min(1).max(100).optional().describe('One of these values, exactly'),
  schema: z
    .record(z.string(), z.json())
    .optional()
    .describe('JSON Schema of the value: type, enum, const, bounds, items, properties, required, anyOf'),
})
export type Expectation = z.infer<typeof expectationSchema>

const goldenSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single dashes')

export const goldenSchema = z.strictObject({
  slug: goldenSlug,
  title: localized,
  input: z.record(z.string(), z.unknown()).describe('As a caller would send it'),
  content: z.record(z.string(), z.unknown()).optional().describe('Replaces keys of the content for this case only'),
  expect: z.array(expectationSchema).min(1).max(goldenLimits.maxExpectations),
})
export type Golden = z.infer<typeof goldenSchema>

/** `not_run`: never on this digest. `pending`: on its way through the worker. `failed` says what differs. */
export const goldenState = z.enum(['not_run', 'pending', 'passed', 'failed'])

export const goldenProblem = z.object({
  path: z.string(),
  message: z.string().describe('What the value is and what it should be'),
  expected: z.json().describe('The expectation that is broken'),
  actual: z.json().describe('The value; null where there is none'),
})
export type GoldenProblem = z.infer<typeof goldenProblem>

const goldenStanding = z.object({
  slug: z.string(),
  title: localized,
  state: goldenState,
  problems: z.array(goldenProblem),
  run: z.string().nullable().describe('The run that answered it; read it like any other'),
  model: z.string().nullable().describe('Name and version of the model that answered'),
  finished_at: z.iso.datetime().nullable(),
})
export type GoldenStanding = z.infer<typeof goldenStanding>

export const goldenReport = z.object({
  object: z.literal('golden_report'),
  template: z.string(),
  /** 0 is the draft. */
  version: z.int(),
  digest: z.string(),
  counts: z.object({ not_run: z.int(), pending: z.int(), passed: z.int(), failed: z.int() }),
  is_passed: z.boolean().describe('Every case has passed on this digest; true without a case'),
  cases: z.array(goldenStanding),
})
export type GoldenReport = z.infer<typeof goldenReport>

const id = z.string().min(1).max(100).describe('Slug or id of the template')
const version = z.coerce.number().int().min(0).optional().describe('A version; the draft when left out')

export const goldenReportInput = z.strictObject({ id, version })
export const runGoldensInput = z.strictObject({
  id,
  version,
  only: z.array(goldenSlug).min(1).max(goldenLimits.maxCases).optional().describe('Only these; all when left out'),
})
export const saveGoldenInput = z.strictObject({
  id,
  golden: goldenSchema,
  replaces: goldenSlug.optional().describe('Slug it had before; its own when left out'),
})
export const removeGoldenInput = z.strictObject({ id, slug: goldenSlug })
export const saveGoldenFromRunInput = z.strictObject({
  run: idSchema('run').describe('Any finished run of the template, a real one or a preview'),
  id: id.optional().describe('Template to keep it in; the run’s own when left out'),
  slug: goldenSlug,
  title: localized,
  expect: z
    .array(expectationSchema)
    .min(1)
    .max(goldenLimits.maxExpectations)
    .optional()
    .describe('When left out: the values that the run has at the pack’s own choice of paths'),
})

/** What a change to the goldens leaves behind: the draft’s new digest, to save on. */
export const goldenSaved = z.object({
  object: z.literal('golden_saved'),
  template: z.string(),
  digest: z.string().describe('Of the draft now'),
  golden: goldenSchema.nullable().describe('null where it was removed'),
})
