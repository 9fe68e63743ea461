// The result on the wire: the envelope every vertical shares. `output` is the pack's own; `note` in it is the text per language.
import { z } from 'zod'
import { languageSchema } from './run.ts'

export const templateRef = z.object({ id: z.string(), slug: z.string(), version: z.int(), digest: z.string() })

export const modelRef = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  digest: z.string(),
  provider: z.enum(['cuda', 'webgpu', 'cpu']).describe('The execution provider that really ran it'),
  precision: z.enum(['fp32', 'fp16', 'int8']),
})

export const noteText = z.object({
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sentences: z.array(z.object({ text: z.string(), facts: z.array(z.string()) })),
    }),
  ),
})

/** What a fact is: a named value that the input, a rule or the model produced. */
const factObject = z.looseObject({
  path: z.string(),
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
})

const usageObject = z.object({
  queue_ms: z.number().describe('Waiting before a worker took the run'),
  rooms: z.record(z.string(), z.number()).describe('Milliseconds per room: load, featurize, infer, compose, verify'),
  inference_ms: z.number(),
  batch_size: z.int(),
  total_ms: z.number(),
})

export const resultObject = z.object({
  id: z.string(),
  object: z.literal('result'),
  run: z.string(),
  vertical: z.string(),
  template: templateRef,
  model: modelRef.nullable().describe('null where rules and records alone answered'),
  input_digest: z.string(),
  seed: z.int(),
  language: z.array(languageSchema),
  created_at: z.iso.datetime(),
  verification: z.looseObject({
    status: z.enum(['passed', 'failed']),
    sentences: z.int(),
    claims: z.int(),
    failed: z.int(),
    mode: z.enum(['deterministic', 'generated', 'fallback']),
  }),
  usage: usageObject,
  facts: z.record(z.string(), factObject),
  output: z.record(z.string(), z.unknown()),
})
export type ResultObject = z.infer<typeof resultObject>
