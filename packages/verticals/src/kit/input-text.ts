// Texts and dates of an input: short, visible characters only, so that nothing hidden reaches a note.
import { z } from 'zod'

/** A trimmed text of 1 to `maxChars` characters without control or invisible formatting characters. */
export function shortText(maxChars: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxChars)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'holds control or invisible characters')
}

/** A day of the calendar, YYYY-MM-DD. */
export function plainDate() {
  return z.iso.date()
}
