// What training a built-in champion has in common, whatever the pack: an additive model with its bags, its card, and the two files.
// Deterministic: the same data and code give the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { calibrateInterval, heldOutSpreads, trainBags } from '@guildhall/learn/bags'
import { cardOf } from '@guildhall/learn/card'
import { evaluateAdditive } from '@guildhall/learn/evaluate'
import type { Table } from '@guildhall/learn/table'

const root = join(import.meta.dirname, '../..')
const seed = 1
const folds = 5
const repeats = 5

type Recipe = {
  /** The slug of the pack; its folder gets builtin/model.onnx and builtin/card.json. */
  vertical: string
  task: string
  name: string
  /** Path from the root of the house. */
  csv: string
  source: string
  licence: string
  read: (bytes: Buffer) => { table: Table; labels: Uint8Array }
  /** +1: the logit may not fall as the feature rises; -1: may not rise. */
  monotone: Readonly<Record<string, -1 | 1>>
  /** Columns left out before training. */
  excluded: string[]
}
type Measured = Pick<AdditiveCard, 'metrics' | 'interval'>

/** The graph and what its card says; `card` takes the figures of evaluation, which a test need not repeat. */
function trainBuiltin({ read, csv, monotone, vertical, task, name, source, licence, excluded }: Recipe) {
  const file = readFileSync(join(root, csv))
  const data = read(file)
  const model = trainAdditive(data.table, data.labels, { seed, monotone })
  const bytes = writeAdditive(model, trainBags(model, data, { seed, monotone }))
  const card = (measured: Measured): AdditiveCard =>
    cardOf({
      name,
      vertical,
      task,
      model,
      excluded,
      seed,
      ...data,
      metrics: measured.metrics,
      interval: measured.interval,
      data: { source, licence, sha256: sha256(file) },
      onnx_sha256: sha256(bytes),
    })
  return { bytes, card, data }
}

/** Trains, cross-validates and writes both files; prints the figures. */
export function writeBuiltin(recipe: Recipe): void {
  const { bytes, card, data } = trainBuiltin(recipe)
  const { monotone } = recipe
  const metrics = evaluateAdditive(data.table, data.labels, { seed, monotone, folds, repeats })
  const held = heldOutSpreads(data.table, data.labels, { seed, monotone, folds })
  const interval = calibrateInterval(held, data.labels)
  const folder = builtinFolder(recipe)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'model.onnx'), bytes)
  writeFileSync(join(folder, 'card.json'), `${JSON.stringify(card({ metrics, interval }), null, 2)}\n`)
  process.stdout.write(`${JSON.stringify({ metrics, interval }, null, 2)}\n`)
}

/** Digests and card of the committed files beside those of a training now; equal where nobody slipped in another. */
export function againAndCommitted(recipe: Recipe) {
  const { bytes, card } = trainBuiltin(recipe)
  const committed: Measured & { onnx_sha256: string } = JSON.parse(
    readFileSync(join(builtinFolder(recipe), 'card.json'), 'utf8'),
  )
  return {
    again: { sha256: sha256(bytes), card: JSON.parse(JSON.stringify(card(committed))) as unknown },
    committed: { sha256: committed.onnx_sha256, card: committed as unknown },
  }
}

const builtinFolder = ({ vertical }: Recipe) => join(root, `packages/verticals/src/packs/${vertical}/builtin`)
const sha256 = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
