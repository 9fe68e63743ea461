// The pool of session threads: one per core on CPU. Each artifact is loaded where it is first needed; a dead thread is an error, not a hang.
import { Worker } from 'node:worker_threads'
import { readArtifact } from '@guildhall/domain/model/artifact'
import type { Tensors } from '@guildhall/verticals/kit/vertical'
import type { ArtifactStore } from './artifact.ts'
import type { FromThread, Provider, ToThread } from './session-messages.ts'

const answerTimeoutMs = 20_000

export type SessionPool = {
  /** Where the bytes of artifacts come from. */
  artifacts: ArtifactStore
  provider: Provider
  infer: (model: ModelSource, inputs: Tensors) => Promise<Tensors>
  close: () => Promise<void>
}

type ModelSource = { sha256: string; bytes: () => Promise<Uint8Array> }

type Thread = {
  ask: (message: DistributiveOmit<ToThread, 'id'>) => Promise<Tensors>
  loaded: Map<string, Promise<unknown>>
  waiting: () => number
  close: () => Promise<unknown>
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

export function openSessionPool(options: {
  artifacts?: ArtifactStore
  provider: Provider
  threads: number
  onDeath: (error: Error) => void
}): SessionPool {
  const threads = Array.from({ length: options.threads }, () => startThread(options.onDeath))
  return {
    artifacts: options.artifacts ?? readArtifact,
    provider: options.provider,
    infer: async (model, inputs) => {
      const thread = threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best))
      const { sha256 } = model
      const loading =
        thread.loaded.get(sha256) ??
        model.bytes().then((bytes) => thread.ask({ kind: 'load', sha256, bytes, provider: options.provider }))
      thread.loaded.set(sha256, loading)
      try {
        await loading
      } catch (error) {
        thread.loaded.delete(sha256)
        throw error
      }
      return thread.ask({ kind: 'run', sha256, inputs })
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

function startThread(onDeath: (error: Error) => void): Thread {
  const worker = new Worker(new URL('./session-thread-entry.mjs', import.meta.url))
  const open = new Map<number, { resolve: (outputs: Tensors) => void; reject: (error: Error) => void }>()
  let next = 0
  let isClosed = false
  const failAll = (error: Error) => {
    for (const call of open.values()) call.reject(error)
    open.clear()
    if (!isClosed) onDeath(error)
  }
  worker.on('message', (reply: FromThread) => {
    const call = open.get(reply.id)
    open.delete(reply.id)
    if (reply.ok) call?.resolve(reply.outputs ?? {})
    else call?.reject(new Error(reply.message))
  })
  worker.on('error', failAll)
  worker.on('exit', (code) => failAll(new Error(`session thread ended with ${code}`)))
  return {
    loaded: new Map(),
    waiting: () => open.size,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const id = next++
        const timer = setTimeout(() => {
          open.delete(id)
          reject(new Error(`the session thread gave no answer in ${answerTimeoutMs} ms`))
        }, answerTimeoutMs)
        const settled =
          <A>(then: (value: A) => void) =>
          (value: A) => {
            clearTimeout(timer)
            then(value)
          }
        open.set(id, { resolve: settled(resolve), reject: settled(reject) })
        worker.postMessage({ ...message, id } satisfies ToThread)
      }),
    close: () => {
      isClosed = true
      return worker.terminate()
    },
  }
}
