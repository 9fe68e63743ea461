// Verticals on the wire: what this server has, and which of those that are off by default the tenant has switched on.
import { z } from 'zod'
import { listOf } from './list.ts'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })

const verticalObject = z.object({
  id: z.string().describe('Slug'),
  object: z.literal('vertical'),
  title: localized,
  summary: localized.nullable(),
  tasks: z.array(z.object({ id: z.string(), title: localized, starters: z.array(z.string()) })),
  is_off_by_default: z.boolean(),
  is_on: z.boolean(),
})
export type VerticalObject = z.infer<typeof verticalObject>

export const verticalList = listOf(verticalObject)
export const setVerticalsInput = z.strictObject({
  verticals: z
    .array(z.string().max(60))
    .max(50)
    .describe('Of those that are off by default, the ones that shall be on; all others go off'),
})
