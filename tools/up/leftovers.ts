// Stops what a supervisor left behind that could not clean up: it was killed together with its reaper (`killall -9 node`, the OOM killer).
import { setTimeout as sleep } from 'node:timers/promises'
import { isSameProcess, type ProcessId } from './process-identity.ts'
import type { State } from './state.ts'

type Leftover = ProcessId & { signal: NodeJS.Signals }

const graceMs = 10_000

/** Resolves with the names stopped. Only processes that are provably those of the state file are touched. */
export async function stopLeftovers(state: State | null, graceLimitMs = graceMs): Promise<string[]> {
  const rows = state?.children.flatMap(({ name, pid, identity, signal }) =>
    pid === null ? [] : [{ name, pid, identity, signal }],
  )
  const left = (rows ?? []).filter(isSameProcess)
  // Servers last: the others write to them while they end.
  const isServer = ({ name }: { name: string }) => name === 'postgres' || name === 'redis'
  await Promise.all(left.filter((one) => !isServer(one)).map((one) => end(one, graceLimitMs)))
  await Promise.all(left.filter(isServer).map((one) => end(one, graceLimitMs)))
  return left.map(({ name }) => name)
}

async function end(leftover: Leftover, graceLimitMs: number): Promise<void> {
  signalIt(leftover, leftover.signal)
  const killAt = Date.now() + graceLimitMs
  while (isSameProcess(leftover)) {
    if (Date.now() > killAt) signalIt(leftover, 'SIGKILL')
    await sleep(50)
  }
}

function signalIt({ pid }: Leftover, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between, which is what we want.
  }
}
