// Seeded stratified folds: every fold holds its share of both classes.
import { openRandom, shuffle } from './random.ts'

export type Fold = { train: Int32Array; test: Int32Array }

/** Throws when a class has fewer rows than there are folds. */
export function stratifiedFolds(labels: Uint8Array, options: { folds: number; seed: number }): Fold[] {
  const { folds, seed } = options
  const random = openRandom(seed)
  const foldOf = new Int32Array(labels.length)
  for (const label of [0, 1]) {
    const rows = Int32Array.from(labels.keys()).filter((row) => labels[row] === label)
    if (rows.length < folds) throw new Error(`${rows.length} rows of class ${label} cannot fill ${folds} folds`)
    shuffle(rows, random).forEach((row, at) => {
      foldOf[row] = at % folds
    })
  }
  return Array.from({ length: folds }, (_, fold) => ({
    train: Int32Array.from(labels.keys()).filter((row) => foldOf[row] !== fold),
    test: Int32Array.from(labels.keys()).filter((row) => foldOf[row] === fold),
  }))
}
