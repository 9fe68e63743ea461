// What a caller sends: a pseudonym, a date, and what the image analysis measured. null is unknown, never 0. No name, age or sex is asked for.
import { z } from 'zod'
import { type MeasurementName, measurementNames } from './measurements.ts'

const value = z.number().min(0).max(10_000).nullable().default(null)

/** Guarantee: every name of the table has its schema. */
const fields = Object.fromEntries(measurementNames.map((name) => [name, value])) as Record<
  MeasurementName,
  typeof value
>

export const triageNoteInput = z.strictObject({
  case_ref: z.string().trim().min(1).max(80).describe('A pseudonym of the case; never a name'),
  as_of: z.iso.date().describe('When the aspirate was measured'),
  measurements: z.strictObject(fields).describe('As digitised image analysis gives them; units as in the data set'),
})
export type TriageNoteInput = z.output<typeof triageNoteInput>
