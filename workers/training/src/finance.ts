// Trains a tenant's score on its own loans: a held-out part, the model, its gates and its card. Protected attributes go to the fairness gate
// and nowhere else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AdditiveCard, ModelCard } from '@guildhall/contracts/model-card'
import { type AdditiveModel, contributionOf, contributionsOf, logitsOf, trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { calibrateInterval, heldOutSpreads, trainBags } from '@guildhall/learn/bags'
import { cardOf } from '@guildhall/learn/card'
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import { stratifiedFolds } from '@guildhall/learn/folds'
import { financeGates, type HeldOut } from '@guildhall/learn/gates/finance'
import { populationStability } from '@guildhall/learn/gates/measures'
import { sigmoid } from '@guildhall/learn/metrics'
import { quantiseAdditive } from '@guildhall/learn/quantise'
import { trainScorecard } from '@guildhall/learn/scorecard'
import { encodeRows, selectLabels, selectRows, type Table } from '@guildhall/learn/table'
import { realsOf } from '@guildhall/verticals/kit/tensors'
import type { Features } from '@guildhall/verticals/kit/vertical'
import { creditModel } from '@guildhall/verticals/packs/finance/model'
import { type Loans, loansOf } from './loans.ts'
import type { TrainerContext, TrainerResult } from './messages.ts'
import { openReading } from './records.ts'
import { openGraph } from './session.ts'

const folds = 5
const maxEvaluatedRows = 20_000

export async function trainFinance(context: TrainerContext): Promise<TrainerResult> {
  const { job, say } = context
  const { options } = job
  const reading = openReading()
  const loans = await loansOf(context, reading)
  const { table, labels, split } = loans
  const train = options.family === 'woe-scorecard' ? trainScorecard : trainAdditive
  const settings = { seed: options.seed, monotone: options.monotone }
  const [trainTable, trainLabels] = [selectRows(table, split.train), selectLabels(labels, split.train)]
  const sample = sampled(trainTable, trainLabels, options.seed)
  const { metrics, interval } = measured(context, sample, train)
  const full = train(trainTable, trainLabels, settings)
  const model = quantiseAdditive(full, options.precision)
  const bags = interval ? trainBags(full, { table: trainTable, labels: trainLabels }, settings) : []
  const sha256 = context.keep(writeAdditive(model, bags))
  say(0.8, 'gates', `fitted ${options.family} on ${trainTable.rows} loans`)
  const card = {
    ...cardOf({
      name: 'tenant-pd',
      vertical: 'finance',
      task: 'risk_note',
      family: options.family,
      precision: options.precision,
      model,
      table: trainTable,
      labels: trainLabels,
      metrics,
      interval,
      data: {
        source: 'The tenant’s collection loans',
        licence: 'The tenant’s own',
        sha256: reading.digest.digest('hex'),
        window: loans.window,
      },
      excluded: loans.excluded,
      seed: options.seed,
      onnx_sha256: sha256,
    }),
    libraries: { node: process.versions.node, onnxruntime: '1.30.0' },
    trained_s: Math.round((performance.now() - context.startedAt) / 100) / 10,
  }
  const held = await heldOut(context, { loans, model, full, card })
  const gates = financeGates(held, {
    operatingPd: options.operating_pd,
    attributes: loans.attributesOf(split.test),
    jurisdiction: options.jurisdiction,
    seed: options.seed,
  })
  say(0.97, 'gates', `${gates.filter((gate) => gate.verdict === 'fail').length} of ${gates.length} gates fail`)
  return { card, gates, curves: curvesOf(held, model) }
}

type Trainer = typeof trainAdditive

/** What held-out folds say of the family, and how wide its intervals must be. */
function measured({ job: { options }, say }: TrainerContext, [table, labels]: [Table, Uint8Array], train: Trainer) {
  const settings = { seed: options.seed, monotone: options.monotone, folds }
  const metrics = evaluateAdditive(table, labels, {
    ...settings,
    train,
    repeats: 1,
    onProgress: (fraction) => say(0.08 + 0.3 * fraction, 'cross-validation'),
  })
  // A scorecard has no rounds to refit: it states no interval.
  const onProgress = (fraction: number) => say(0.38 + 0.22 * fraction, 'interval')
  const interval =
    options.family === 'additive-logit'
      ? calibrateInterval(heldOutSpreads(table, labels, { ...settings, onProgress }), labels)
      : undefined
  say(
    0.6,
    'fitting',
    `cross-validated AUC ${metrics.auc.mean.toFixed(4)}, calibration slope ${metrics.calibration_slope.mean.toFixed(2)}`,
  )
  return { metrics, interval }
}

/** Cross-validation of a hundred thousand loans tells nothing that twenty thousand do not. */
function sampled(table: Table, labels: Uint8Array, seed: number): [Table, Uint8Array] {
  if (table.rows <= maxEvaluatedRows) return [table, labels]
  const parts = stratifiedFolds(labels, { folds: Math.ceil(table.rows / maxEvaluatedRows), seed })
  const rows = parts[0]?.test ?? new Int32Array()
  return [selectRows(table, rows), selectLabels(labels, rows)]
}

type Fitted = { loans: Loans; model: AdditiveModel; full: AdditiveModel; card: AdditiveCard }

async function heldOut({ dir, job }: TrainerContext, { loans, model, full, card }: Fitted): Promise<HeldOut> {
  const rows = loans.split.test
  const encoded = encodeRows(selectRows(loans.table, rows))
  const features = Array.from(rows, (row) => loans.features[row] ?? {})
  const served = await logitsByGraph(join(dir, 'model.onnx'), features, card)
  return {
    labels: selectLabels(loans.labels, rows),
    served,
    trained: logitsOf(model, encoded),
    champion: job.champion ? await logitsByGraph(join(dir, 'champion.onnx'), features, job.champion) : null,
    full:
      job.options.precision === 'fp32'
        ? null
        : { logits: logitsOf(full, encoded), firstReason: firstReasons(full, encoded) },
    firstReason: firstReasons(model, encoded),
  }
}

/** As the worker serves it: by the pack's own encoding, so a feature that the pack would not find is missing here too. */
async function logitsByGraph(path: string, features: readonly Features[], card: ModelCard): Promise<Float64Array> {
  const graph = await openGraph(readFileSync(path))
  return Float64Array.from(realsOf(await graph(creditModel.encode(features, creditModel.card(card))), 'logit'))
}

/** The feature that speaks most for default, by row. */
function firstReasons(model: AdditiveModel, encoded: Float32Array): Int32Array {
  const width = model.terms.length
  const contributions = contributionsOf(model, encoded)
  return Int32Array.from({ length: encoded.length / width }, (_, row) => {
    let best = 0
    for (let at = 1; at < width; at++)
      if ((contributions[row * width + at] ?? 0) > (contributions[row * width + best] ?? 0)) best = at
    return best
  })
}

function curvesOf(held: HeldOut, model: AdditiveModel): TrainerResult['curves'] {
  const order = Int32Array.from(held.served.keys()).sort((a, b) => (held.served[a] ?? 0) - (held.served[b] ?? 0))
  const bins = Math.min(10, Math.floor(order.length / 20) || 1)
  const calibration = Array.from({ length: bins }, (_, bin) => {
    const rows = order.subarray(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins))
    const mean = (read: (row: number) => number) => rows.reduce((sum, row) => sum + read(row), 0) / rows.length
    return {
      predicted: mean((row) => sigmoid(held.served[row] ?? 0)),
      observed: mean((row) => held.labels[row] ?? 0),
      rows: rows.length,
    }
  })
  const shapes = model.terms.map((term) => ({
    feature: term.name,
    points:
      term.kind === 'category'
        ? term.levels.map((level, code) => ({ x: level, y: contributionOf(term, code) }))
        : Array.from({ length: 41 }, (_, at) => term.low + ((term.high - term.low) * at) / 40).map((x) => ({
            x,
            y: contributionOf(term, x),
          })),
  }))
  const stability = held.champion
    ? populationStability(held.champion.map(sigmoid), held.served.map(sigmoid)).bins
    : null
  return { calibration, shapes, ...(stability ? { stability } : {}) }
}
