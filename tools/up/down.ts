// Stops everything that up started, and waits until it is gone. `reset --yes` deletes the data folder too.
import { rmSync } from 'node:fs'
import type { Settings } from './settings.ts'
import { forgetState, isAlive, readState } from './state.ts'

const waitMs = 40_000

export async function down(settings: Settings, options?: { deletesData: boolean }): Promise<number> {
  if (options && !options.deletesData) {
    process.stderr.write(
      `reset deletes ${settings.dataDir}: every tenant, run and key. To go on: ./guildhall reset --yes\n`,
    )
    return 2
  }
  const state = readState(settings.dataDir)
  if (state && isAlive(state.pid)) {
    process.kill(state.pid, 'SIGTERM')
    const giveUpAt = Date.now() + waitMs
    while (isAlive(state.pid) && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 50))
    if (isAlive(state.pid))
      throw new Error(
        `the supervisor (pid ${state.pid}) does not stop. Cure: kill -9 ${state.pid}; its children follow`,
      )
    process.stdout.write('Guildhall is stopped\n')
  } else process.stdout.write('Guildhall was not running\n')
  forgetState(settings.dataDir)
  if (options?.deletesData) {
    rmSync(settings.dataDir, { recursive: true, force: true })
    process.stdout.write(`${settings.dataDir} is deleted\n`)
  }
  return 0
}
