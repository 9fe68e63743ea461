// Waits for a run to end: asks to be woken before it reads, so a run that ends in between is not missed. Of a run that was created here the
// notice comes to this process, so it is read once, when it has ended.
import type { Actor } from '@guildhall/contracts/actor'
import { isFinal } from '@guildhall/contracts/run'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { getRun } from './get.ts'
import { isKnownToRun, untilWoken } from './waiters.ts'

/** The run as it is when it ends, or after `timeoutMs`, or when `signal` aborts. */
export async function waitForRun(
  actor: Actor,
  id: string,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<RunDetail> {
  const ends = Date.now() + options.timeoutMs
  for (;;) {
    const leftMs = ends - Date.now()
    const woken = untilWoken(id, { timeoutMs: Math.max(leftMs, 0), signal: options.signal })
    if (isKnownToRun(id)) await woken
    const run = await getRun.call(actor, { id })
    if (isFinal(run.status) || leftMs <= 0 || options.signal?.aborted) return run
    await woken
  }
}
