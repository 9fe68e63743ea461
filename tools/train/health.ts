// Trains the built-in champion of health from data/breast_cancer_wisconsin.csv.
import { pathToFileURL } from 'node:url'
import type { Table } from '@guildhall/learn/table'
import { measurementNames } from '@guildhall/verticals/packs/health/measurements'
import { parse } from 'csv-parse/sync'
import { writeBuiltin } from './builtin.ts'

// Larger, more uneven and more indented nuclei are a worse sign. Compactness and fractal dimension follow from the others: no direction.
const free = ['compactness_worst', 'fractal_dimension_worst']
const rising = measurementNames.filter((name) => !free.includes(name))

export const healthRecipe = {
  vertical: 'health',
  task: 'triage_note',
  name: 'breast-malignancy',
  csv: 'data/breast_cancer_wisconsin.csv',
  source: 'Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository',
  licence: 'CC BY 4.0',
  read: readTable,
  monotone: Object.fromEntries(rising.map((name) => [name, 1 as const])),
  // Perimeter and area say again what the radius says; all of the rest together added less than the spread over folds (README of the pack).
  excluded: ['perimeter', 'area', 'means and errors of the other measurements'],
}

/** `concave_points_worst` is the column `worst concave points`. */
export const columnOf = (name: string): string => {
  const words = name.split('_')
  const which = words.pop() ?? ''
  return which === 'error' ? `${words.join(' ')} error` : `${which} ${words.join(' ')}`
}

/** The file has 0 for malignant and 1 for benign; the model's event is malignancy. */
export function readTable(bytes: Buffer): { table: Table; labels: Uint8Array } {
  const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
  const columns = measurementNames.map((name) => ({
    name,
    kind: 'number' as const,
    values: Float64Array.from(rows, (row) => Number(row[columnOf(name)])),
  }))
  return { table: { rows: rows.length, columns }, labels: Uint8Array.from(rows, (row) => (row.target === '0' ? 1 : 0)) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeBuiltin(healthRecipe)
