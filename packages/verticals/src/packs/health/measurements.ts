// The ten measurements of a fine needle aspirate that the model reads: what each is called, and the range the data set has of it. A value
// outside of its range is nothing the model has learnt from, and most often a wrong unit.
import type { Localized } from '../../kit/localized.ts'

type Measurement = { label: Localized; low: number; high: number }

const of = (en: string, zh: string, [low, high]: [low: number, high: number]): Measurement => ({
  label: { en, 'zh-CN': zh },
  low,
  high,
})

/** `_worst` is the mean of the three largest nuclei, `_mean` that of all, `_error` its standard error. Definitions: data/breast_cancer_wisconsin.md. */
export const measurements = {
  radius_worst: of('Radius (largest nuclei)', '半径（最大细胞核）', [7.93, 36.04]),
  texture_worst: of('Texture (largest nuclei)', '纹理（最大细胞核）', [12.02, 49.54]),
  smoothness_worst: of('Smoothness (largest nuclei)', '平滑度（最大细胞核）', [0.071_17, 0.2226]),
  compactness_worst: of('Compactness (largest nuclei)', '紧密度（最大细胞核）', [0.027_29, 1.058]),
  concavity_worst: of('Concavity (largest nuclei)', '凹度（最大细胞核）', [0, 1.252]),
  concave_points_worst: of('Concave points (largest nuclei)', '凹点（最大细胞核）', [0, 0.291]),
  symmetry_worst: of('Symmetry (largest nuclei)', '对称性（最大细胞核）', [0.1565, 0.6638]),
  fractal_dimension_worst: of('Fractal dimension (largest nuclei)', '分形维数（最大细胞核）', [0.055_04, 0.2075]),
  radius_error: of('Radius, standard error', '半径标准误', [0.1115, 2.873]),
  concave_points_mean: of('Concave points (all nuclei)', '凹点（全部细胞核）', [0, 0.2012]),
} satisfies Record<string, Measurement>

export type MeasurementName = keyof typeof measurements
/** Guarantee: the keys of the table above, in its order. */
export const measurementNames = Object.keys(measurements) as [MeasurementName, ...MeasurementName[]]
