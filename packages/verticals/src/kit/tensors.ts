// Reading the outputs of a graph: an absent tensor or one of another kind is an error with its name, never a wrong figure.
import type { Tensors } from './vertical.ts'

/** Throws when the output is absent or not float32. */
export function realsOf(outputs: Tensors, name: string): Float32Array {
  const data = outputs[name]?.data
  if (!(data instanceof Float32Array)) throw new Error(`the graph gave no float32 ${name}`)
  return data
}

/** Throws when the output is absent or not int64. */
export function wholesOf(outputs: Tensors, name: string): Int32Array {
  const data = outputs[name]?.data
  if (!(data instanceof BigInt64Array)) throw new Error(`the graph gave no int64 ${name}`)
  return Int32Array.from(data, Number)
}
