// A recommender as one batched ONNX graph. Inputs: `history` int64 [batch, slots] (item numbers; the count of items pads), `weights`, `recent`
// and `own` float [batch, slots], `popular` float [batch, 1], `excluded` int64 [batch, barred], `k` int64 [1]. Outputs: `item` int64
// [batch, k] best first, `score` [batch, k], `evidence` [batch, slots, k] (what each slot adds to each score, exactly), and shelf-onnx.ts's.
import { graphModel, node, tensor, valueInfo } from '../onnx.ts'
import { halfBits, type Precision, rowScales } from '../quantise.ts'
import type { LinearModel } from './linear.ts'
import type { Recommender } from './recommender.ts'
import { shelfPart } from './shelf-onnx.ts'

const barredScore = -1e30

/** At a lower precision the item-by-item matrices are stored smaller; what they say is what quantiseRows() leaves of them. */
export function writeRecommender(
  model: Recommender,
  popularity: Float32Array,
  precision: Precision = 'fp32',
): Uint8Array {
  const { items } = model.linear
  const parts = [partOf(model.linear, { name: 'taste', weights: 'weights', precision, popularity })]
  if (model.transition) parts.push(partOf(model.transition, { name: 'next', weights: 'recent', precision }))
  const shelf = model.shelf ? shelfPart(model.shelf, items) : null
  return graphModel({
    name: 'recommender',
    constants: [
      tensor('axis_1', [1], BigInt64Array.of(1n)),
      tensor('axis_2', [1], BigInt64Array.of(2n)),
      tensor('zero', [1], BigInt64Array.of(0n)),
      tensor('width', [1], BigInt64Array.of(BigInt(items))),
      tensor('barred_score', [1, 1], Float32Array.of(barredScore)),
      ...parts.flatMap((part) => part.constants),
      ...(shelf?.constants ?? []),
    ],
    nodes: [
      ...parts.flatMap((part) => part.scores),
      ...sumOf(
        parts.map((part) => part.score),
        'learned',
      ),
      ...ownNodes(parts.map((part) => part.own)),
      ...scatterNodes({ into: 'learned', at: 'history', values: 'own_kept', result: 'scores' }),
      ...scatterNodes({ into: 'scores', at: 'excluded', values: 'barred_score', result: 'ranked' }),
      node({ op: 'TopK', inputs: ['ranked', 'k'], outputs: ['score', 'item'] }),
      ...parts.flatMap((part) => part.evidence),
      ...sumOf([...parts.map((part) => part.shown), 'own_shown'], 'evidence'),
      ...(shelf?.nodes ?? []),
    ],
    inputs: [
      valueInfo('history', ['batch', 'slots'], 'int64'),
      valueInfo('weights', ['batch', 'slots']),
      valueInfo('recent', ['batch', 'slots']),
      valueInfo('own', ['batch', 'slots']),
      valueInfo('popular', ['batch', 1]),
      valueInfo('excluded', ['batch', 'barred'], 'int64'),
      valueInfo('k', [1], 'int64'),
    ],
    outputs: [
      valueInfo('item', ['batch', 'k_'], 'int64'),
      valueInfo('score', ['batch', 'k_']),
      valueInfo('evidence', ['batch', 'slots', 'k_']),
      ...(shelf?.outputs ?? []),
    ],
  })
}

type Part = {
  constants: Uint8Array[]
  scores: Uint8Array[]
  evidence: Uint8Array[]
  score: string
  shown: string
  /** What the part takes away from an item's own slot, or null. */
  own: string | null
}

/** The first part carries what everybody's score begins with. */
type Naming = { name: string; weights: string; precision: Precision; popularity?: Float32Array }

function partOf(model: LinearModel, naming: Naming): Part {
  return model.kind === 'dense' ? densePart(model, naming) : factoredPart(model, naming)
}

/** Gathers the history's rows of the item-by-item matrix; evidence reads single cells of it. */
function densePart(model: Extract<LinearModel, { kind: 'dense' }>, naming: Naming): Part {
  const { name, weights, precision, popularity } = naming
  const of = (what: string) => `${name}_${what}`
  const { items } = model
  const { data, scale } = storedRows(model.weights, items, precision)
  const wide = (from: string, to: string) => widened({ from, to, scale: of('slot_scale'), precision })
  return {
    constants: [
      tensor(of('table'), [items + 1, items], data),
      tensor(of('cells'), [1], BigInt64Array.of(-1n)),
      ...(scale ? [tensor(of('scale'), [items + 1, 1], scale)] : []),
      ...(popularity ? [tensor('popularity', [1, items], popularity)] : []),
    ],
    scores: [
      node({ op: 'Gather', inputs: [of('table'), 'history'], outputs: [of('stored_rows')] }),
      ...(scale ? [node({ op: 'Gather', inputs: [of('scale'), 'history'], outputs: [of('slot_scale')] })] : []),
      ...wide(of('stored_rows'), of('rows')),
      node({ op: 'Unsqueeze', inputs: [weights, 'axis_1'], outputs: [of('row_weights')] }),
      node({ op: 'MatMul', inputs: [of('row_weights'), of('rows')], outputs: [of('stacked')] }),
      node({ op: 'Squeeze', inputs: [of('stacked'), 'axis_1'], outputs: [of('learned')] }),
      ...(popularity
        ? [
            node({ op: 'Mul', inputs: ['popularity', 'popular'], outputs: ['common'] }),
            node({ op: 'Add', inputs: [of('learned'), 'common'], outputs: [of('score')] }),
          ]
        : [node({ op: 'Identity', inputs: [of('learned')], outputs: [of('score')] })]),
    ],
    evidence: [
      node({ op: 'Unsqueeze', inputs: ['history', 'axis_2'], outputs: [of('from')] }),
      node({ op: 'Unsqueeze', inputs: ['item', 'axis_1'], outputs: [of('to')] }),
      node({ op: 'Mul', inputs: [of('from'), 'width'], outputs: [of('row_start')] }),
      node({ op: 'Add', inputs: [of('row_start'), of('to')], outputs: [of('cell')] }),
      node({ op: 'Reshape', inputs: [of('table'), of('cells')], outputs: [of('flat')] }),
      node({ op: 'Gather', inputs: [of('flat'), of('cell')], outputs: [of('stored_strength')] }),
      ...wide(of('stored_strength'), of('strength')),
      node({ op: 'Unsqueeze', inputs: [weights, 'axis_2'], outputs: [of('slot_weights')] }),
      node({ op: 'Mul', inputs: [of('strength'), of('slot_weights')], outputs: [of('shown')] }),
    ],
    score: of('score'),
    shown: of('shown'),
    own: null,
  }
}

/** The matrix and its zero row for padding, as stored: whole steps of each row's own scale, or halves. */
function storedRows(weights: Float32Array, items: number, precision: Precision) {
  const cells = (items + 1) * items
  if (precision === 'fp32') {
    const data = new Float32Array(cells)
    data.set(weights)
    return { data, scale: null }
  }
  if (precision === 'fp16') {
    const data = new Uint16Array(cells)
    for (const [at, value] of weights.entries()) data[at] = halfBits(value)
    return { data, scale: null }
  }
  const scale = new Float32Array(items + 1).fill(1)
  scale.set(rowScales(weights, items))
  const data = new Int8Array(cells)
  for (const [at, value] of weights.entries()) data[at] = Math.round(value / (scale[Math.floor(at / items)] ?? 1))
  return { data, scale }
}

type Widening = { from: string; to: string; scale: string; precision: Precision }

/** Stored values -> float32. */
function widened({ from, to, scale, precision }: Widening): Uint8Array[] {
  if (precision === 'fp32') return [node({ op: 'Identity', inputs: [from], outputs: [to] })]
  const cast = (output: string) =>
    node({ op: 'Cast', inputs: [from], outputs: [output], attributes: { to: { int: 1 } } })
  if (precision === 'fp16') return [cast(to)]
  return [cast(`${to}_steps`), node({ op: 'Mul', inputs: [`${to}_steps`, scale], outputs: [to] })]
}

/**
 * Sums the history's left factors and meets the right ones; the share of an item in its own score is taken off with the own counts. A
 * column of its own on either side carries the popularity: with a hundred thousand items every further pass over the scores costs as much
 * as the product itself. The right factors lie by item, so that evidence reads whole rows of them.
 */
function factoredPart(model: Factored, { name, weights, popularity }: Naming): Part {
  const of = (what: string) => `${name}_${what}`
  const { items, rank } = model
  const self = new Float32Array(items + 1)
  self.set(model.self)
  const last = new Float32Array(rank + 1)
  last[rank] = popularity ? 1 : 0
  return {
    constants: [
      tensor(of('left'), [items + 1, rank + 1], leftTable(model)),
      tensor(of('right'), [items, rank + 1], rightTable(model, popularity)),
      tensor(of('self'), [items + 1], self),
      tensor(of('last'), [1, rank + 1], last),
    ],
    scores: [
      node({ op: 'Gather', inputs: [of('left'), 'history'], outputs: [of('rows')] }),
      node({ op: 'Unsqueeze', inputs: [weights, 'axis_1'], outputs: [of('row_weights')] }),
      node({ op: 'MatMul', inputs: [of('row_weights'), of('rows')], outputs: [of('stacked')] }),
      node({ op: 'Squeeze', inputs: [of('stacked'), 'axis_1'], outputs: [of('summed')] }),
      node({ op: 'Mul', inputs: ['popular', of('last')], outputs: [of('common')] }),
      node({ op: 'Add', inputs: [of('summed'), of('common')], outputs: [of('folded')] }),
      node({
        op: 'Gemm',
        inputs: [of('folded'), of('right')],
        outputs: [of('score')],
        attributes: { transB: { int: 1 } },
      }),
      node({ op: 'Gather', inputs: [of('self'), 'history'], outputs: [of('self_rows')] }),
      node({ op: 'Mul', inputs: [of('self_rows'), weights], outputs: [of('self_share')] }),
    ],
    evidence: [
      node({ op: 'Gather', inputs: [of('right'), 'item'], outputs: [of('columns')] }),
      node({
        op: 'Transpose',
        inputs: [of('columns')],
        outputs: [of('by_row')],
        attributes: { perm: { ints: [0, 2, 1] } },
      }),
      node({ op: 'Unsqueeze', inputs: [weights, 'axis_2'], outputs: [of('slot_weights')] }),
      node({ op: 'Mul', inputs: [of('rows'), of('slot_weights')], outputs: [of('weighted')] }),
      node({ op: 'MatMul', inputs: [of('weighted'), of('by_row')], outputs: [of('shown')] }),
    ],
    score: of('score'),
    shown: of('shown'),
    own: of('self_share'),
  }
}

type Factored = Extract<LinearModel, { kind: 'factored' }>

/** [items + 1, rank + 1]: a zero row for padding, and zeros in the column of the popularity. */
function leftTable({ items, rank, left }: Factored): Float32Array {
  const table = new Float32Array((items + 1) * (rank + 1))
  for (let item = 0; item < items; item++) table.set(left.subarray(item * rank, (item + 1) * rank), item * (rank + 1))
  return table
}

/** [items, rank + 1], transposed from [rank, items]; the last column is the popularity. */
function rightTable({ items, rank, right }: Factored, popularity: Float32Array | undefined): Float32Array {
  const table = new Float32Array(items * (rank + 1))
  for (let item = 0; item < items; item++) {
    for (let at = 0; at < rank; at++) table[item * (rank + 1) + at] = right[at * items + item] ?? 0
    table[item * (rank + 1) + rank] = popularity?.[item] ?? 0
  }
  return table
}

/** own_kept [batch, slots]: what an item's own history says of it. */
function ownNodes(taken: readonly (string | null)[]): Uint8Array[] {
  const shares = taken.filter((name) => name !== null)
  const nodes: Uint8Array[] = []
  let own = 'own'
  for (const share of shares) {
    nodes.push(node({ op: 'Sub', inputs: [own, share], outputs: [`own_less_${share}`] }))
    own = `own_less_${share}`
  }
  return [...nodes, node({ op: 'Identity', inputs: [own], outputs: ['own_kept'] })]
}

type Scatter = { into: string; at: string; values: string; result: string }

/** Adds values to the scores of some items, in place. Padding, which is no item, adds nothing to the first one. */
function scatterNodes({ into, at, values, result }: Scatter): Uint8Array[] {
  const of = (what: string) => `${result}_${what}`
  return [
    node({ op: 'Less', inputs: [at, 'width'], outputs: [of('is_item')] }),
    node({ op: 'Where', inputs: [of('is_item'), at, 'zero'], outputs: [of('at')] }),
    node({ op: 'Cast', inputs: [of('is_item')], outputs: [of('mask')], attributes: { to: { int: 1 } } }),
    node({ op: 'Mul', inputs: [values, of('mask')], outputs: [of('values')] }),
    node({
      op: 'ScatterElements',
      inputs: [into, of('at'), of('values')],
      outputs: [result],
      attributes: { axis: { int: 1 }, reduction: { string: 'add' } },
    }),
  ]
}

/** `result` = the sum of these tensors; for the evidence the own part is made first, from the slots that hold the item itself. */
function sumOf(names: readonly string[], result: string): Uint8Array[] {
  const own = names.includes('own_shown') ? ownShownNodes : []
  const [only] = names
  if (names.length === 1 && only) return [...own, node({ op: 'Identity', inputs: [only], outputs: [result] })]
  return [...own, node({ op: 'Sum', inputs: [...names], outputs: [result] })]
}

const ownShownNodes = [
  node({ op: 'Unsqueeze', inputs: ['history', 'axis_2'], outputs: ['slot_item'] }),
  node({ op: 'Unsqueeze', inputs: ['item', 'axis_1'], outputs: ['shown_item'] }),
  node({ op: 'Equal', inputs: ['slot_item', 'shown_item'], outputs: ['is_same'] }),
  node({ op: 'Cast', inputs: ['is_same'], outputs: ['same'], attributes: { to: { int: 1 } } }),
  node({ op: 'Unsqueeze', inputs: ['own_kept', 'axis_2'], outputs: ['own_slots'] }),
  node({ op: 'Mul', inputs: ['same', 'own_slots'], outputs: ['own_shown'] }),
]
