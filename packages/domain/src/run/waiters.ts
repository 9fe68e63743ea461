// Requests of this process that wait for a run to end (`Prefer: wait`). Woken by a notice or by their own time limit.
import { LRUCache } from 'lru-cache'

const waiters = new Map<string, Set<() => void>>()
/** Runs created here whose end no notice has told yet: reading their rows would find them unended. */
const unended = new LRUCache<string, true>({ max: 10_000 })

let hears = false

/** From now on the notices of ended runs come to wakeWaiter. */
export function hearNotices(isHeard: boolean): void {
  hears = isHeard
}

/** Says that a run is about to be created here: call it before anybody else can know the id. */
export function expectEnd(runId: string): void {
  if (hears) unended.set(runId, true)
}

/** Whether no notice can have been missed and none has come; false for a run that this process knows nothing of. */
export function isKnownToRun(runId: string): boolean {
  return unended.has(runId)
}

export function wakeWaiter(runId: string): void {
  unended.delete(runId)
  for (const wake of waiters.get(runId) ?? []) wake()
}

export function wakeAll(): void {
  unended.clear()
  for (const runId of waiters.keys()) wakeWaiter(runId)
}

/** Resolves when the run is said to have ended, after `timeoutMs`, or when `signal` aborts. The caller reads the row afterwards. */
export function untilWoken(
  runId: string,
  options: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', wake)
      const group = waiters.get(runId)
      group?.delete(wake)
      if (group?.size === 0) waiters.delete(runId)
      resolve()
    }
    const timer = setTimeout(wake, options.timeoutMs)
    options.signal?.addEventListener('abort', wake, { once: true })
    const group = waiters.get(runId) ?? new Set()
    waiters.set(runId, group.add(wake))
  })
}
