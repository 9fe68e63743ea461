// `./guildhall up`: builds the web app when it changed, starts the supervisor, shows its steps, makes one real run.
import { spawn } from 'node:child_process'
import getPort from 'get-port'
import pc from 'picocolors'
import { openLogFile } from './children.ts'
import { firstRun } from './first-run.ts'
import { findRedisServer } from './redis.ts'
import { tsxFlags } from './script.ts'
import { readSecrets, refuseBadSettings, root, type Settings } from './settings.ts'
import { forgetState, readState, runningState } from './state.ts'
import { buildWeb } from './web-build.ts'

const startLimitMs = 300_000

export async function up(settings: Settings): Promise<number> {
  const running = runningState(settings.dataDir)
  if (running?.phase === 'ready') {
    process.stdout.write(`Guildhall is already running: ${running.url}\n`)
    return 0
  }
  refuseBadSettings(settings)
  if (settings.port !== null && (await getPort({ port: settings.port })) !== settings.port)
    throw new Error(`port ${settings.port} is taken. Cure: another --port, or none to have a free one picked`)
  readSecrets(settings.dataDir)
  // Installed here, where somebody can read what is done, and not in the background.
  if (!settings.external.REDIS_URL) findRedisServer((line) => process.stdout.write(`  … ${line}\n`))
  await buildWeb(settings.dataDir, say)
  if (!running) startSupervisor(settings)
  await followSteps(settings)
  const state = readState(settings.dataDir)
  if (!state) throw new Error('the supervisor is gone. Cure: ./guildhall logs')
  const startedAt = Date.now()
  const lines = await firstRun(state)
  say('First run', Date.now() - startedAt)
  for (const line of lines) process.stdout.write(`    ${line}\n`)
  process.stdout.write(`\n${pc.bold(pc.green(`Guildhall is ready: ${state.url}`))}\n`)
  process.stdout.write(`It runs in the background; ./guildhall down stops it, ./guildhall help says more.\n`)
  return 0
}

function say(name: string, ms: number): void {
  process.stdout.write(`  ${pc.green('✓')} ${name.padEnd(16)} ${pc.dim(`${(ms / 1000).toFixed(1)} s`)}\n`)
}

function startSupervisor({ dataDir, port }: Settings): void {
  forgetState(dataDir)
  const log = openLogFile(dataDir, 'supervisor')
  const args = [...tsxFlags, `${root}/tools/up/supervisor.ts`, dataDir, port === null ? '' : String(port)]
  spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', log, log] }).unref()
}

/** Prints each step as it ends. Throws with the supervisor's own words when it fails. */
async function followSteps({ dataDir }: Settings): Promise<void> {
  const giveUpAt = Date.now() + startLimitMs
  let shown = 0
  for (;;) {
    const state = readState(dataDir)
    for (const step of state?.steps.slice(shown) ?? []) say(step.name, step.ms)
    shown = state?.steps.length ?? 0
    if (state?.error) throw new Error(state.error)
    if (state?.phase === 'ready') return
    if (Date.now() > giveUpAt) throw new Error('not ready after five minutes. Cure: ./guildhall logs')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
