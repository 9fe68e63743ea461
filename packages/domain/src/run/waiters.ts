// Requests of this process that wait for a run to end (`Prefer: wait`). Woken by a notice or by their own time limit.

const waiters = new Map<string, Set<() => void>>()

export function wakeWaiter(runId: string): void {
  for (const wake of waiters.get(runId) ?? []) wake()
}

export function wakeAll(): void {
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
