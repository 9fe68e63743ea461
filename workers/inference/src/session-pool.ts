// The pool of session threads: one per core on CPU. Each artifact is loaded where it is first needed; a dead thread is an error, not a hang.
// The weights of a large one lie in a file that all threads map: they are in memory once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readArtifact } from '@guildhall/domain/model/artifact'
import type { Tensors } from '@guildhall/verticals/kit/vertical'
import type { ArtifactStore } from './artifact.ts'
import { writeGraphFile } from './graph-file.ts'
import { type KeptParts, openKeptParts } from './kept-parts.ts'
import type { FromThread, Provider, ToThread } from './session-messages.ts'

const answerTimeoutMs = 20_000
const leastMappedBytes = 8_388_608

export type SessionPool = {
  /** Where the bytes of artifacts come from. */
  artifacts: ArtifactStore
  /** What models made of texts that come again. */
  parts: KeptParts
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
  const files = openModelFiles()
  return {
    artifacts: options.artifacts ?? readArtifact,
    parts: openKeptParts(),
    provider: options.provider,
    infer: async (model, inputs) => {
      const thread = threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best))
      const { sha256 } = model
      const loading =
        thread.loaded.get(sha256) ??
        files
          .modelOf(model)
          .then((loadable) => thread.ask({ kind: 'load', sha256, model: loadable, provider: options.provider }))
      thread.loaded.set(sha256, loading)
      try {
        await loading
      } catch (error) {
        thread.loaded.delete(sha256)
        throw error
      }
      return thread.ask({ kind: 'run', sha256, inputs })
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
      files.close()
    },
  }
}

type Loadable = Uint8Array | string

/** Bytes of small models as they are; large ones as files of this process, written anew at every start: nobody else had a hand in them. */
function openModelFiles(): { modelOf: (model: ModelSource) => Promise<Loadable>; close: () => void } {
  let dir: string | undefined
  const known = new Map<string, Promise<Loadable>>()
  const remove = () => dir && rmSync(dir, { recursive: true, force: true })
  const write = async ({ sha256, bytes: read }: ModelSource): Promise<Loadable> => {
    const bytes = await read()
    if (bytes.length < leastMappedBytes) return bytes
    if (!dir) {
      dir = mkdtempSync(join(tmpdir(), 'guildhall-graphs-'))
      process.once('exit', remove)
    }
    return writeGraphFile(bytes, { dir, name: sha256 })
  }
  const modelOf = async (model: ModelSource): Promise<Loadable> => {
    const writing = known.get(model.sha256) ?? write(model)
    known.set(model.sha256, writing)
    // Only files are worth holding on to: bytes are on disk, checked, in the artifact cache.
    const forget = () => known.delete(model.sha256)
    return writing.then(
      (loadable) => {
        if (typeof loadable !== 'string') forget()
        return loadable
      },
      (error: unknown) => {
        forget()
        throw error
      },
    )
  }
  return {
    modelOf,
    close: () => {
      process.off('exit', remove)
      remove()
    },
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
