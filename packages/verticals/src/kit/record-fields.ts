// Field shapes that collections share. Texts are bounded; times are ISO 8601 with a zone, or a Unix time in seconds.
import { z } from 'zod'

export const idText = z.string().min(1).max(200)
export const shortText = z.string().max(200)

// Years 1990 to 2100 in seconds: anything else is milliseconds, a typing error or a clock that was never set.
const [firstSecond, lastSecond] = [631_152_000, 4_102_444_800]
const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/** ISO 8601 in UTC out, whatever of the two came in; one instant has one text, so a key made of it is one key. */
export const timeField = z.union([z.string(), z.number()]).transform((value, context) => {
  const isKnown = typeof value === 'number' ? value >= firstSecond && value <= lastSecond : zoned.test(value)
  const time = isKnown ? new Date(typeof value === 'number' ? value * 1000 : value) : null
  if (time && !Number.isNaN(time.getTime())) return time.toISOString()
  context.addIssue({
    code: 'custom',
    message: 'must be ISO 8601 with a zone, or Unix seconds',
    params: { fix: 'Send it as in 2026-11-24T09:30:00Z' },
  })
  return z.NEVER
})

/** One text for both languages, or one each. */
export const titleField = z.union([
  z.string().min(1).max(400),
  z.strictObject({ en: z.string().max(400).optional(), 'zh-CN': z.string().max(400).optional() }),
])

export const amountField = z.union([
  z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'must be a decimal number'),
  z.number().min(0).max(1e12).transform(String),
])
