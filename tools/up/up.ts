// `./guildhall up`: builds the web app when it changed, starts the supervisor, shows its steps, makes one real run per vertical.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import getPort from 'get-port'
import pc from 'picocolors'
import { openLogFile } from './children.ts'
import { firstRuns } from './first-run.ts'
import { followStart } from './follow.ts'
import { stopLeftovers } from './leftovers.ts'
import { refuseHopeless } from './processes.ts'
import { findRedisServer } from './redis.ts'
import { tsxFlags } from './script.ts'
import { readSecrets, refuseBadSettings, root, type Settings } from './settings.ts'
import { forgetState, readState, runningState, type State } from './state.ts'
import { lockHolder } from './supervisor-lock.ts'
import { buildWeb } from './web-build.ts'

export async function up(settings: Settings): Promise<number> {
  const { dataDir } = settings
  const running = await settledState(dataDir)
  if (running?.phase === 'ready') return sayRunning(running)
  refuseBadSettings(settings)
  if (!lockHolder(dataDir)) await clearTheWay(settings)
  readSecrets(dataDir)
  // Installed here, where somebody can read what is done, and not in the background.
  if (!settings.external.REDIS_URL) findRedisServer((line) => process.stdout.write(`  … ${line}\n`))
  await buildWeb(dataDir, say)
  const own = lockHolder(dataDir) ? null : startSupervisor(settings)
  const state = await followStart({ dataDir, own, say })
  const startedAt = Date.now()
  const lines = await firstRunOrReason(state, dataDir)
  say('First run', Date.now() - startedAt)
  for (const line of lines) process.stdout.write(`    ${line}\n`)
  process.stdout.write(`\n${pc.bold(pc.green(`Guildhall is ready: ${state.url}`))}\n`)
  process.stdout.write(`It runs in the background; ./guildhall down stops it, ./guildhall help says more.\n`)
  return 0
}

/** Never one that is about to end: its last words would be taken for those of the next start. */
async function settledState(dataDir: string): Promise<State | null> {
  for (;;) {
    const state = runningState(dataDir)
    if (state?.phase !== 'stopping') return state
    await sleep(100)
  }
}

/** 1 when something that should run does not, so that a script does not take it for ready. */
function sayRunning(state: State): number {
  process.stdout.write(`Guildhall is already running: ${state.url}\n`)
  const missing = state.children.filter((child) => child.pid === null).map((child) => child.name)
  if (missing.length === 0) return 0
  process.stdout.write(`${pc.red(`but not: ${missing.join(', ')}`)}. Cure: ./guildhall logs ${missing[0]}\n`)
  return 1
}

async function clearTheWay({ dataDir, port }: Settings): Promise<void> {
  const stopped = await stopLeftovers(readState(dataDir))
  if (stopped.length > 0) process.stdout.write(`  … stopped what a killed supervisor left: ${stopped.join(', ')}\n`)
  forgetState(dataDir)
  if (port !== null && (await getPort({ port })) !== port)
    throw new Error(`port ${port} is taken. Cure: another --port, or none to have a free one picked`)
}

/** The first run, or at once the reason when the worker that should do it cannot start. */
async function firstRunOrReason(state: State, dataDir: string): Promise<string[]> {
  const done = new AbortController()
  const watch = async (): Promise<never> => {
    for (;;) {
      refuseHopeless(dataDir, runningState(dataDir)?.children ?? [])
      await sleep(200, undefined, { signal: done.signal })
    }
  }
  const watching = watch()
  const run = firstRuns(state, done.signal)
  // The loser of the race is given up below, and fails with nobody left to tell.
  for (const one of [watching, run]) one.catch(() => undefined)
  try {
    return await Promise.race([run, watching])
  } finally {
    done.abort()
  }
}

function say(name: string, ms: number): void {
  process.stdout.write(`  ${pc.green('✓')} ${name.padEnd(16)} ${pc.dim(`${(ms / 1000).toFixed(1)} s`)}\n`)
}

function startSupervisor({ dataDir, port }: Settings): ChildProcess {
  const log = openLogFile(dataDir, 'supervisor')
  const args = [...tsxFlags, `${root}/tools/up/supervisor.ts`, dataDir, port === null ? '' : String(port)]
  const supervisor = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', log, log] })
  supervisor.unref()
  return supervisor
}
