// A thread that holds ONNX sessions, one per artifact. onnxruntime blocks whoever calls it, so nobody else lives here.
import { parentPort } from 'node:worker_threads'
import type { Tensors } from '@guildhall/verticals/kit/vertical'
import * as ort from 'onnxruntime-node'
import type { FromThread, ToThread } from './session-messages.ts'

const sessions = new Map<string, ort.InferenceSession>()

async function answer(message: ToThread): Promise<FromThread> {
  try {
    if (message.kind === 'load') {
      // One thread per session: the pool has one session thread per core already.
      const options = { executionProviders: [message.provider], intraOpNumThreads: 1, interOpNumThreads: 1 }
      if (!sessions.has(message.sha256)) sessions.set(message.sha256, await open(message.model, options))
      return { id: message.id, ok: true }
    }
    const session = sessions.get(message.sha256)
    if (!session) throw new Error(`artifact ${message.sha256} is not loaded here`)
    return { id: message.id, ok: true, outputs: await run(session, message.inputs) }
  } catch (error) {
    return { id: message.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** By its path onnxruntime maps the weights that lie beside a graph; bytes are copied. */
function open(model: Uint8Array | string, options: ort.InferenceSession.SessionOptions) {
  return typeof model === 'string'
    ? ort.InferenceSession.create(model, options)
    : ort.InferenceSession.create(model, options)
}

async function run(session: ort.InferenceSession, inputs: Tensors): Promise<Tensors> {
  const feeds = Object.fromEntries(
    Object.entries(inputs).map(([name, { data, dims }]) => [
      name,
      data instanceof Float32Array ? new ort.Tensor('float32', data, dims) : new ort.Tensor('int64', data, dims),
    ]),
  )
  const outputs: Tensors = {}
  for (const [name, { data, dims }] of Object.entries(await session.run(feeds))) {
    if (data instanceof Float32Array) outputs[name] = { data, dims: [...dims] }
    else if (data instanceof BigInt64Array) outputs[name] = { data, dims: [...dims] }
    else throw new Error(`output ${name} is neither float32 nor int64`)
  }
  return outputs
}

parentPort?.on('message', (message: ToThread) => void answer(message).then((reply) => parentPort?.postMessage(reply)))
