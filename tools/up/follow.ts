// Follows a supervisor that starts: shows its steps as they end, and never waits for one that is gone.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastWords } from './children.ts'
import { isSameProcess } from './process-identity.ts'
import { readState, type State } from './state.ts'
import { lockHolder } from './supervisor-lock.ts'

const startLimitMs = 300_000

type Following = {
  dataDir: string
  /** The one we started, or null when another `up` did. */
  own: Pick<ChildProcess, 'pid' | 'exitCode' | 'signalCode'> | null
  say: (name: string, ms: number) => void
}

/** The ready state. Throws with the supervisor's own words when it fails. */
export async function followStart({ dataDir, own, say }: Following): Promise<State> {
  const giveUpAt = Date.now() + startLimitMs
  let shown = 0
  for (;;) {
    // Looked at before the state is read, so that the last thing it wrote is always seen.
    const hasEnded = own === null || own.exitCode !== null || own.signalCode !== null
    const isGone = hasEnded && lockHolder(dataDir) === null
    const state = readState(dataDir)
    if (state && (state.pid === own?.pid || isSameProcess(state))) {
      for (const step of state.steps.slice(shown)) say(step.name, step.ms)
      shown = state.steps.length
      if (state.error) throw new Error(state.error)
      if (state.phase === 'ready' && !isGone) return state
    }
    if (isGone)
      throw new Error(
        `the supervisor ended while it was starting: ./guildhall down, or killed. Cure: ./guildhall up. Its last words:\n${lastWords(dataDir, 'supervisor')}`,
      )
    if (Date.now() > giveUpAt) throw new Error('not ready after five minutes. Cure: ./guildhall logs supervisor')
    await sleep(100)
  }
}
