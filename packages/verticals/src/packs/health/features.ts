// Input -> the features of the champion: the measurements as they are. Also what of them is missing, and what lies outside of the data.
import type { Features } from '../../kit/vertical.ts'
import type { TriageNoteInput } from './input.ts'
import { type MeasurementName, measurementNames, measurements } from './measurements.ts'

export type TriageFeatures = Features & Record<MeasurementName, number | null>

export function triageFeatures({ measurements: given }: TriageNoteInput): TriageFeatures {
  return { ...given }
}

export function missingOf(features: TriageFeatures): MeasurementName[] {
  return measurementNames.filter((name) => features[name] === null)
}

export type Outside = { measurement: MeasurementName; value: number; low: number; high: number }

export function outsideOf(features: TriageFeatures): Outside[] {
  return measurementNames.flatMap((measurement) => {
    const value = features[measurement]
    const { low, high } = measurements[measurement]
    return value !== null && (value < low || value > high) ? [{ measurement, value, low, high }] : []
  })
}
