// Writes ONNX: the protobuf messages of onnx.proto3 (IR version 8) that our graphs need, field by field. No dependency, fixed order,
// so equal models give equal bytes.

const float32 = 1
const int8 = 3
const int64 = 7
const float16 = 10
const irVersion = 8
const opset = 17
const mlOpset = 3

type Bytes = Uint8Array

function varint(value: number | bigint): Bytes {
  let rest = BigInt.asUintN(64, BigInt(value))
  const out: number[] = []
  do {
    const low = Number(rest & 127n)
    rest >>= 7n
    out.push(rest > 0n ? low | 128 : low)
  } while (rest > 0n)
  return Uint8Array.from(out)
}

function join(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const whole = (field: number, value: number | bigint): Bytes => join([varint(field << 3), varint(value)])
const block = (field: number, bytes: Bytes): Bytes => join([varint((field << 3) | 2), varint(bytes.length), bytes])
const text = (field: number, value: string): Bytes => block(field, new TextEncoder().encode(value))
const real = (field: number, value: number): Bytes =>
  join([varint((field << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)])

type AttributeValue =
  | { int: number }
  | { float: number }
  | { string: string }
  | { ints: readonly number[] }
  | { floats: readonly number[] }
  | { strings: readonly string[] }
  | { graph: Graph }

/** AttributeProto. */
function attribute(name: string, value: AttributeValue): Bytes {
  const head = text(1, name)
  if ('graph' in value) return join([head, block(6, graphBytes(value.graph)), whole(20, 5)])
  if ('int' in value) return join([head, whole(3, value.int), whole(20, 2)])
  if ('float' in value) return join([head, real(2, value.float), whole(20, 1)])
  if ('string' in value) return join([head, text(4, value.string), whole(20, 3)])
  if ('ints' in value) return join([head, ...value.ints.map((one) => whole(8, one)), whole(20, 7)])
  if ('floats' in value) return join([head, ...value.floats.map((one) => real(7, one)), whole(20, 6)])
  return join([head, ...value.strings.map((one) => text(9, one)), whole(20, 8)])
}

type Node = {
  op: string
  inputs: string[]
  outputs: string[]
  domain?: string
  attributes?: Record<string, AttributeValue>
}

/** NodeProto. */
export function node({ op, inputs, outputs, domain, attributes }: Node): Bytes {
  return join([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(3, `${op}_${outputs[0]}`),
    text(4, op),
    ...Object.entries(attributes ?? {}).map(([name, value]) => block(5, attribute(name, value))),
    ...(domain ? [text(7, domain)] : []),
  ])
}

/** float32, int64 and int8 by their arrays; a Uint16Array holds the bits of float16. */
type TensorData = Float32Array | BigInt64Array | Int8Array | Uint16Array

/** TensorProto. */
export function tensor(name: string, dims: readonly number[], data: TensorData): Bytes {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  const type = typeOf(data)
  return join([...dims.map((dim) => whole(1, dim)), whole(2, type), text(8, name), block(9, raw)])
}

function typeOf(data: TensorData): number {
  if (data instanceof Float32Array) return float32
  if (data instanceof Int8Array) return int8
  return data instanceof Uint16Array ? float16 : int64
}

/** ValueInfoProto of a tensor; a dim given as text is symbolic. */
export function valueInfo(
  name: string,
  dims: readonly (number | string)[],
  type: 'float32' | 'int64' = 'float32',
): Bytes {
  const shape = join(dims.map((dim) => block(1, typeof dim === 'string' ? text(2, dim) : whole(1, dim))))
  const element = type === 'float32' ? float32 : int64
  return join([text(1, name), block(2, block(1, join([whole(1, element), block(2, shape)])))])
}

type Graph = { name: string; nodes: Bytes[]; constants: Bytes[]; inputs: Bytes[]; outputs: Bytes[] }

/** GraphProto; as an attribute it is the body of a loop, which sees the constants of the graph around it. */
function graphBytes(graph: Graph): Bytes {
  return join([
    ...graph.nodes.map((one) => block(1, one)),
    text(2, graph.name),
    ...graph.constants.map((one) => block(5, one)),
    ...graph.inputs.map((one) => block(11, one)),
    ...graph.outputs.map((one) => block(12, one)),
  ])
}

/** ModelProto with the default and the ML operator sets. */
export function graphModel(graph: Graph): Bytes {
  return join([
    whole(1, irVersion),
    text(2, 'guildhall'),
    block(7, graphBytes(graph)),
    block(8, join([text(1, ''), whole(2, opset)])),
    block(8, join([text(1, 'ai.onnx.ml'), whole(2, mlOpset)])),
  ])
}

/**
 * A model that computes what `model` does and what `graph` does. Protobuf merges a message that comes twice, so the first bytes stay those of
 * `model`: what was appended can be taken off again. Names must differ.
 */
export function appendGraph(model: Uint8Array, graph: Graph): Uint8Array {
  return join([model, block(7, graphBytes(graph))])
}
