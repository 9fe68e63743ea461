// A sentence encoder as a graph: a transformer of two layers whose mean over a text's pieces goes through one tanh layer to a unit vector (Cer et
// al. 2018, the published "lite" form). Its first layer widens 256 to 512, and adds each embedding twice: once plain, once with its position.
import { graphModel, node, tensor, valueInfo } from '../onnx.ts'

export type Weights = { dims: readonly number[]; data: Float32Array }
type Named = Record<string, Weights>
/** One layer, by the names a converter gives them; `residual` only where the width changes. */
export type EncoderLayer = {
  attentionNorm: [scale: Weights, bias: Weights]
  qkv: [kernel: Weights, bias: Weights]
  out: [kernel: Weights, bias: Weights]
  residual: [kernel: Weights, bias: Weights] | null
  feedNorm: [scale: Weights, bias: Weights]
  feedIn: [kernel: Weights, bias: Weights]
  feedOut: [kernel: Weights, bias: Weights]
}
export type SentenceEncoder = {
  /** [pieces, width]. */
  pieces: Weights
  /** Inverse time scales, half as many as the width. */
  timing: Float32Array
  layers: readonly EncoderLayer[]
  hidden: [kernel: Weights, bias: Weights]
}

export const maxPieces = 128
const heads = 4n
const epsilon = 1e-6

/** Inputs: piece int64 and mask float32 (1 a piece, 0 padding), both [batch, width], width at most 128. Output: pieces [batch, dims], of length 1. */
export function writeSentenceEncoder({ pieces, timing, layers, hidden }: SentenceEncoder): Uint8Array {
  const all: Named = {
    piece_table: pieces,
    timing: timingTable(timing),
    hidden_kernel: hidden[0],
    hidden_bias: hidden[1],
  }
  for (const [at, layer] of layers.entries()) Object.assign(all, namedLayer(`l${at}`, layer))
  return graphModel({
    name: 'sentence-encoder',
    constants: [
      ...Object.entries(all).map(([name, { dims, data }]) => tensor(name, matrixDims(dims), data)),
      ...Object.entries(wholes).map(([name, values]) => tensor(name, [values.length], BigInt64Array.from(values))),
      ...layers.map((layer, at) => tensor(`l${at}_scale`, [1], Float32Array.of(queryScale(layer)))),
      tensor('one', [1], Float32Array.of(1)),
      tensor('far', [1], Float32Array.of(1e9)),
      tensor('tiny', [1], Float32Array.of(1e-12)),
    ],
    nodes: [
      ...entryNodes,
      ...layers.flatMap((layer, at) => layerNodes(at, layer.residual !== null)),
      ...exitNodes(layers.length),
    ],
    inputs: [valueInfo('piece', ['batch', 'width'], 'int64'), valueInfo('mask', ['batch', 'width'])],
    outputs: [valueInfo('pieces', ['batch', hidden[1].data.length])],
  })
}

const wholes = {
  at_0: [0n],
  at_1: [1n],
  last: [-1n],
  axes_heads: [1n, 2n],
  split_heads: [0n, 0n, heads, -1n],
  joined: [0n, 0n, -1n],
} as const

/** Row p: sines, then cosines, of p times every inverse time scale. */
function timingTable(scales: Float32Array): Weights {
  const width = scales.length * 2
  const data = new Float32Array(maxPieces * width)
  for (let place = 0; place < maxPieces; place++)
    for (const [at, scale] of scales.entries()) {
      data[place * width + at] = Math.sin(place * scale)
      data[place * width + scales.length + at] = Math.cos(place * scale)
    }
  return { dims: [maxPieces, width], data }
}

/** Kernels of 1 x 1 convolutions are matrices. */
const matrixDims = (dims: readonly number[]): readonly number[] => (dims.length > 2 ? dims.slice(-2) : dims)

/** Queries are divided by the square root of a head's width. */
const queryScale = ({ qkv }: EncoderLayer): number => 1 / Math.sqrt(qkv[1].data.length / 3 / Number(heads))

function namedLayer(name: string, layer: EncoderLayer): Named {
  const parts = Object.entries({ ...layer, residual: layer.residual })
  return Object.fromEntries(
    parts.flatMap(([part, pair]): [string, Weights][] =>
      pair === null
        ? []
        : [
            [`${name}_${part}_kernel`, pair[0]],
            [`${name}_${part}_bias`, pair[1]],
          ],
    ),
  )
}

const op = (name: string, inputs: string[], output: string, attributes?: Parameters<typeof node>[0]['attributes']) =>
  node({ op: name, inputs, outputs: [output], ...(attributes ? { attributes } : {}) })
const affine = (name: string, input: string, output: string) => [
  op('MatMul', [input, `${name}_kernel`], `${output}_product`),
  op('Add', [`${output}_product`, `${name}_bias`], output),
]
const norm = (name: string, input: string, output: string) =>
  op('LayerNormalization', [input, `${name}_kernel`, `${name}_bias`], output, { epsilon: { float: epsilon } })

const entryNodes = [
  op('Gather', ['piece_table', 'piece'], 'embedded'),
  op('Shape', ['piece'], 'shape'),
  op('Gather', ['shape', 'at_1'], 'width'),
  op('Slice', ['timing', 'at_0', 'width'], 'places'),
  op('Add', ['embedded', 'embedded'], 'twice'),
  op('Add', ['twice', 'places'], 'x0'),
  op('Sub', ['mask', 'one'], 'mask_gap'),
  op('Mul', ['mask_gap', 'far'], 'mask_bias'),
  op('Unsqueeze', ['mask_bias', 'axes_heads'], 'attention_bias'),
]

function layerNodes(at: number, hasResidual: boolean) {
  const l = `l${at}`
  const headed = (part: string) => [
    op('Reshape', [`${l}_${part}`, 'split_heads'], `${l}_${part}_split`),
    op('Transpose', [`${l}_${part}_split`], `${l}_${part}_heads`, {
      // Keys stand ready to be multiplied.
      perm: { ints: part === 'k' ? [0, 2, 3, 1] : [0, 2, 1, 3] },
    }),
  ]
  return [
    norm(`${l}_attentionNorm`, `x${at}`, `${l}_normed`),
    ...affine(`${l}_qkv`, `${l}_normed`, `${l}_qkv_all`),
    node({
      op: 'Split',
      inputs: [`${l}_qkv_all`],
      outputs: [`${l}_q_plain`, `${l}_k`, `${l}_v`],
      attributes: { axis: { int: -1 } },
    }),
    op('Mul', [`${l}_q_plain`, `${l}_scale`], `${l}_q`),
    ...['q', 'k', 'v'].flatMap(headed),
    op('MatMul', [`${l}_q_heads`, `${l}_k_heads`], `${l}_scores`),
    op('Add', [`${l}_scores`, 'attention_bias'], `${l}_masked`),
    op('Softmax', [`${l}_masked`], `${l}_attention`, { axis: { int: -1 } }),
    op('MatMul', [`${l}_attention`, `${l}_v_heads`], `${l}_mixed`),
    op('Transpose', [`${l}_mixed`], `${l}_mixed_rows`, { perm: { ints: [0, 2, 1, 3] } }),
    op('Reshape', [`${l}_mixed_rows`, 'joined'], `${l}_mixed_flat`),
    ...affine(`${l}_out`, `${l}_mixed_flat`, `${l}_attended`),
    ...(hasResidual ? affine(`${l}_residual`, `x${at}`, `${l}_kept`) : []),
    op('Add', [`${l}_attended`, hasResidual ? `${l}_kept` : `x${at}`], `${l}_y`),
    norm(`${l}_feedNorm`, `${l}_y`, `${l}_y_normed`),
    ...affine(`${l}_feedIn`, `${l}_y_normed`, `${l}_wide`),
    op('Relu', [`${l}_wide`], `${l}_positive`),
    ...affine(`${l}_feedOut`, `${l}_positive`, `${l}_fed`),
    op('Add', [`${l}_fed`, `${l}_y`], `x${at + 1}`),
  ]
}

/** Padding is 0 in the mean; an empty text divides by 1. */
const exitNodes = (layers: number) => [
  op('Unsqueeze', ['mask', 'last'], 'mask_column'),
  op('Mul', [`x${layers}`, 'mask_column'], 'kept'),
  op('ReduceSum', ['kept', 'at_1'], 'summed', { keepdims: { int: 0 } }),
  op('ReduceSum', ['mask', 'at_1'], 'counted', { keepdims: { int: 1 } }),
  op('Max', ['counted', 'one'], 'count'),
  op('Div', ['summed', 'count'], 'meaned'),
  ...affine('hidden', 'meaned', 'hidden_sum'),
  op('Tanh', ['hidden_sum'], 'raw'),
  op('Mul', ['raw', 'raw'], 'squares'),
  op('ReduceSum', ['squares', 'last'], 'square_sum', { keepdims: { int: 1 } }),
  op('Max', ['square_sum', 'tiny'], 'square_safe'),
  op('Sqrt', ['square_safe'], 'length'),
  op('Div', ['raw', 'length'], 'pieces'),
]
