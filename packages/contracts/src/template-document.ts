// A template version as one document: what it decides by, which model, which languages and limits, and its golden cases. Its digest is the
// SHA-256 of its canonical form (RFC 8785), so two tenants who exchange a file can tell whether they hold the same.
import { z } from 'zod'
import { goldenLimits, goldenSchema } from './golden.ts'
import { languageSchema, runLimits } from './run.ts'

export const documentSchemaUrl = 'https://guildhall.dev/schemas/template-1.json'
/** Of the canonical form; a longer one is refused. */
export const maxDocumentChars = 900_000

const modelBinding = z.strictObject({
  binding: z
    .union([z.literal('champion'), z.int().positive(), z.string().regex(/^builtin@[1-9]\d{0,5}$/)])
    .describe(
      'champion; the number of a version that you trained; or builtin@1, a version that ships with the product',
    ),
})
const outputOptions = z.strictObject({
  languages: z
    .array(languageSchema)
    .min(1)
    .max(2)
    .refine((all) => new Set(all).size === all.length, 'a language stands twice')
    .describe('Written where a run asks for none'),
})
const documentLimits = z.strictObject({
  deadline_s: z
    .int()
    .min(runLimits.minDeadlineS)
    .max(runLimits.maxDeadlineS)
    .nullable()
    .describe('Of runs that name none; null is the server’s own'),
  max_text_chars: z
    .int()
    .min(500)
    .max(100_000)
    .nullable()
    .describe('Per language; whole sentences beyond it are left out, and the result says how many'),
})

/** Everything of a version besides its pack's content and its golden cases. */
export const templateSettings = z.strictObject({
  model: modelBinding,
  generation: z.strictObject({ mode: z.literal('deterministic') }),
  output: outputOptions,
  limits: documentLimits,
})
export type TemplateSettings = z.infer<typeof templateSettings>

export const defaultSettings: TemplateSettings = {
  model: { binding: 'champion' },
  generation: { mode: 'deterministic' },
  output: { languages: ['en', 'zh-CN'] },
  limits: { deadline_s: null, max_text_chars: null },
}

export const goldenList = z
  .array(goldenSchema)
  .max(goldenLimits.maxCases)
  .refine((all) => new Set(all.map((one) => one.slug)).size === all.length, 'a golden case stands twice')

export const contentSchema = z.record(z.string(), z.unknown()).describe('The pack’s own: rules, thresholds, wording …')

export const templateDocument = z.strictObject({
  $schema: z.literal(documentSchemaUrl),
  format: z.literal(1),
  vertical: z.string().min(1).max(60),
  task: z.string().min(1).max(60),
  content: contentSchema,
  ...templateSettings.shape,
  goldens: goldenList,
})
export type TemplateDocument = z.infer<typeof templateDocument>
