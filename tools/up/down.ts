// Stops everything that up started, and waits until it is gone. `reset --yes` deletes the data folder too.
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopLeftovers } from './leftovers.ts'
import { isSameProcess } from './process-identity.ts'
import type { Settings } from './settings.ts'
import { forgetState, readState } from './state.ts'
import { lockHolder } from './supervisor-lock.ts'

const waitMs = 40_000

export async function down(settings: Settings, options?: { deletesData: boolean }): Promise<number> {
  const { dataDir } = settings
  if (options && !options.deletesData) {
    process.stderr.write(`reset deletes ${dataDir}: every tenant, run and key. To go on: ./guildhall reset --yes\n`)
    return 2
  }
  const wasRunning = await stopSupervisor(dataDir)
  const left = await stopLeftovers(readState(dataDir))
  if (left.length > 0) process.stdout.write(`stopped what a killed supervisor left: ${left.join(', ')}\n`)
  process.stdout.write(wasRunning || left.length > 0 ? 'Guildhall is stopped\n' : 'Guildhall was not running\n')
  forgetState(dataDir)
  if (options?.deletesData) {
    rmSync(dataDir, { recursive: true, force: true })
    process.stdout.write(`${dataDir} is deleted\n`)
  }
  return 0
}

async function stopSupervisor(dataDir: string): Promise<boolean> {
  const supervisor = lockHolder(dataDir)
  if (!supervisor) return false
  process.kill(supervisor.pid, 'SIGTERM')
  const giveUpAt = Date.now() + waitMs
  while (isSameProcess(supervisor)) {
    if (Date.now() > giveUpAt)
      throw new Error(
        `the supervisor (pid ${supervisor.pid}) does not stop. Cure: kill -9 ${supervisor.pid}; its children follow`,
      )
    await sleep(50)
  }
  return true
}
