// A large graph as two files: the graph itself, and its weights beside it, which onnxruntime maps into memory instead of copying them. Sessions
// of all threads then share one copy. Only as much of protobuf is read here as that takes: field numbers are those of onnx.proto.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const field = { modelGraph: 7, graphInitializer: 5, tensorRaw: 9, tensorExternal: 13, tensorLocation: 14 } as const
const entry = { key: 1, value: 2 } as const
const isExternal = 1
/** Smaller tensors stay in the graph: a page of its own for each would cost more. */
const leastBytes = 1_048_576
/** What can be mapped begins at a page. */
const pageBytes = 4096

/** Writes `name`.onnx and `name`.weights into the folder; returns the path of the first. Throws when the bytes are no ONNX model. */
export async function writeGraphFile(bytes: Uint8Array, { dir, name }: { dir: string; name: string }): Promise<string> {
  const weights: Weights = { parts: [], bytes: 0, location: `${name}.weights` }
  const graph = rewrite(bytes, (number, value) =>
    number === field.modelGraph
      ? rewrite(value, (inner, tensor) => (inner === field.graphInitializer ? outsourced(tensor, weights) : tensor))
      : value,
  )
  await writeFile(join(dir, weights.location), weights.parts, { mode: 0o600 })
  const path = join(dir, `${name}.onnx`)
  await writeFile(path, graph, { mode: 0o600 })
  return path
}

type Weights = { parts: Uint8Array[]; bytes: number; location: string }

/** The tensor with its raw data moved to the weights. */
function outsourced(tensor: Uint8Array, weights: Weights): Uint8Array {
  let raw: Uint8Array | null = null
  for (const { number, value } of fieldsOf(tensor)) if (number === field.tensorRaw) raw = value
  if (!raw || raw.length < leastBytes) return tensor
  const offset = weights.bytes
  const padding = (pageBytes - (raw.length % pageBytes)) % pageBytes
  weights.parts.push(raw, new Uint8Array(padding))
  weights.bytes += raw.length + padding
  const kept = [...fieldsOf(tensor)].filter(({ number }) => number !== field.tensorRaw).map(({ whole }) => whole)
  const external = { location: weights.location, offset: String(offset), length: String(raw.length) }
  const entries = Object.entries(external).map(([key, value]) =>
    delimited(field.tensorExternal, joined([textField(entry.key, key), textField(entry.value, value)])),
  )
  return joined([...kept, ...entries, joined([varint(field.tensorLocation << 3), varint(isExternal)])])
}

/** The message with every length-delimited field passed through `change`. */
function rewrite(message: Uint8Array, change: (number: number, value: Uint8Array) => Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (const { number, value, whole } of fieldsOf(message)) {
    const changed = value && change(number, value)
    parts.push(changed && changed !== value ? delimited(number, changed) : whole)
  }
  return joined(parts)
}

type Field = { number: number; value: Uint8Array | null; whole: Uint8Array }

/** Fields in their order; `value` is null where the field is a plain number. */
function* fieldsOf(message: Uint8Array): Generator<Field> {
  let at = 0
  while (at < message.length) {
    const start = at
    const tag = readVarint(message, at)
    const [number, wire] = [Math.floor(tag.value / 8), tag.value % 8]
    if (wire === 2) {
      const length = readVarint(message, tag.next)
      at = length.next + length.value
      if (at > message.length) throw new Error('the model is cut off')
      yield { number, value: message.subarray(length.next, at), whole: message.subarray(start, at) }
      continue
    }
    if (wire === 0) at = readVarint(message, tag.next).next
    else if (wire === 1) at = tag.next + 8
    else if (wire === 5) at = tag.next + 4
    else throw new Error(`no ONNX model: wire type ${wire}`)
    yield { number, value: null, whole: message.subarray(start, at) }
  }
}

function readVarint(message: Uint8Array, from: number): { value: number; next: number } {
  let [value, scale, at] = [0, 1, from]
  for (;;) {
    const byte = message[at++]
    if (byte === undefined) throw new Error('the model is cut off')
    value += (byte % 128) * scale
    if (byte < 128) return { value, next: at }
    scale *= 128
  }
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return Uint8Array.from([...bytes, rest])
}

const delimited = (number: number, value: Uint8Array) => joined([varint(number * 8 + 2), varint(value.length), value])
const textField = (number: number, text: string) => delimited(number, new TextEncoder().encode(text))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
