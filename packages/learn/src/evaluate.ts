// Repeated stratified cross-validation of the additive model: what its card says, and what `guildhall evaluate` prints.
import type { CardMetrics } from '@guildhall/contracts/model-card'
import { type AdditiveModel, logitsOf, type TrainOptions, trainAdditive } from './additive.ts'
import { stratifiedFolds } from './folds.ts'
import { auc, brier, calibrationSlope, ks, logLoss, meanAndSd } from './metrics.ts'
import { encodeRows, selectLabels, selectRows, type Table } from './table.ts'

export type EvaluateOptions = TrainOptions & {
  folds: number
  repeats: number
  /** The trainer of the family; the additive model unless told. */
  train?: (table: Table, labels: Uint8Array, options: TrainOptions) => AdditiveModel
  onProgress?: (fraction: number) => void
}

export function evaluateAdditive(table: Table, labels: Uint8Array, options: EvaluateOptions): CardMetrics {
  const figures = { auc: [], ks: [], brier: [], logLoss: [] } as Record<'auc' | 'ks' | 'brier' | 'logLoss', number[]>
  const slopes: number[] = []
  const fit = options.train ?? trainAdditive
  for (let repeat = 0; repeat < options.repeats; repeat++) {
    const held = new Float64Array(table.rows)
    const folds = stratifiedFolds(labels, { folds: options.folds, seed: options.seed + repeat })
    for (const [fold, { train, test }] of folds.entries()) {
      const seed = options.seed + repeat * options.folds + fold
      const model = fit(selectRows(table, train), selectLabels(labels, train), { ...options, seed })
      const encoded = encodeRows(selectRows(table, test))
      const logits = logitsOf(model, encoded)
      test.forEach((row, at) => {
        held[row] = logits[at] ?? 0
      })
      const own = selectLabels(labels, test)
      figures.auc.push(auc(own, logits))
      figures.ks.push(ks(own, logits))
      figures.brier.push(brier(own, logits))
      figures.logLoss.push(logLoss(own, logits))
      options.onProgress?.((repeat * options.folds + fold + 1) / (options.repeats * options.folds))
    }
    slopes.push(calibrationSlope(labels, held))
  }
  return {
    folds: options.folds,
    repeats: options.repeats,
    auc: meanAndSd(figures.auc),
    ks: meanAndSd(figures.ks),
    brier: meanAndSd(figures.brier),
    log_loss: meanAndSd(figures.logLoss),
    calibration_slope: meanAndSd(slopes),
  }
}
