// Term vectors as a graph: numbers of terms in, the sum of their vectors brought to length 1 out. The last number pads: its vector is zero.
import { appendGraph, graphModel, node, tensor, valueInfo } from '../onnx.ts'
import type { TermVectors } from './latent.ts'

/** `terms` are a tenant's own, `words` a dictionary's; a graph may hold both. */
type Kind = 'terms' | 'words'
const inputOf = { terms: 'term', words: 'word' } as const

/**
 * Input: term (or word) int64 [batch, width]. Output: terms (or words) [batch, dims], of length 1, or zeros where nothing but padding came in.
 * With a base, the model is the base's bytes and what is added to them.
 */
export function writeTermVectors(
  model: TermVectors,
  { kind, base }: { kind: Kind; base: Uint8Array | null },
): Uint8Array {
  const graph = {
    name: kind,
    constants: constantsOf(model, kind),
    nodes: nodesOf(kind),
    inputs: [valueInfo(inputOf[kind], ['batch', `${kind}_width`], 'int64')],
    outputs: [valueInfo(kind, ['batch', model.dims])],
  }
  return base ? appendGraph(base, graph) : graphModel(graph)
}

function constantsOf({ terms, dims, vectors }: TermVectors, kind: Kind): Uint8Array[] {
  const table = new Float32Array((terms.length + 1) * dims)
  table.set(vectors)
  return [
    tensor(`${kind}_table`, [terms.length + 1, dims], table),
    tensor(`${kind}_axis`, [1], BigInt64Array.of(1n)),
    tensor(`${kind}_least`, [1], Float32Array.of(1e-12)),
  ]
}

type Attributes = Parameters<typeof node>[0]['attributes']

/** Sums shorter than a millionth stay nearly zero: they are those of padding. */
function nodesOf(kind: Kind): Uint8Array[] {
  const op = (name: string, inputs: string[], output: string, attributes?: Attributes) =>
    node({ op: name, inputs, outputs: [output], ...(attributes ? { attributes } : {}) })
  return [
    op('Gather', [`${kind}_table`, inputOf[kind]], `${kind}_vectors`),
    op('ReduceSum', [`${kind}_vectors`, `${kind}_axis`], `${kind}_sum`, { keepdims: { int: 0 } }),
    op('Mul', [`${kind}_sum`, `${kind}_sum`], `${kind}_squares`),
    op('ReduceSum', [`${kind}_squares`, `${kind}_axis`], `${kind}_square_sum`, { keepdims: { int: 1 } }),
    op('Max', [`${kind}_square_sum`, `${kind}_least`], `${kind}_square_safe`),
    op('Sqrt', [`${kind}_square_safe`], `${kind}_length`),
    op('Div', [`${kind}_sum`, `${kind}_length`], kind),
  ]
}
