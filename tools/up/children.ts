// Child processes: logged to files, restarted with exponential backoff, watched by the reaper so that none outlives the supervisor.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from './process-identity.ts'
import type { Reaper } from './reaper.ts'
import type { ChildState } from './state.ts'

const maxLogBytes = 20_000_000
const graceMs = 20_000
const shownLines = 15

export type ChildSpec = {
  name: string
  args: readonly string[]
  env: Record<string, string>
  cwd: string
  port: number | null
}

/** 0.5 s, doubled with every quick end up to 30 s; a child that lived for a minute starts anew at once. */
export function backoffMs(quickEnds: number): number {
  return Math.min(500 * 2 ** Math.max(0, quickEnds - 1), 30_000)
}

export function openLogFile(dataDir: string, name: string): number {
  const dir = join(dataDir, 'logs')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, `${name}.log`)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > maxLogBytes) truncateSync(file)
  return openSync(file, 'a', 0o600)
}

/** The owner's password stays with the supervisor, also when it came from outside. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...env } = process.env
  return env
}

/** The end of a log, for people: a refusal with its cure is usually in it. */
export function lastWords(dataDir: string, name: string): string {
  const file = join(dataDir, 'logs', `${name}.log`)
  if (!existsSync(file)) return ''
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-shownLines)
  return lines.map((line) => `    ${line.slice(0, 500)}`).join('\n')
}

type Watched = { dataDir: string; reaper: Reaper; onChange: () => void }

export function keepRunning(spec: ChildSpec, { dataDir, reaper, onChange }: Watched) {
  const state: ChildState = {
    name: spec.name,
    pid: null,
    identity: null,
    signal: 'SIGTERM',
    port: spec.port,
    started_at: null,
    restarts: 0,
  }
  let child: ChildProcess
  let isStopping = false
  let quickEnds = 0
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    const log = openLogFile(dataDir, spec.name)
    const startedAt = Date.now()
    child = spawn(process.execPath, spec.args, {
      cwd: spec.cwd,
      env: { ...inheritedEnv(), ...spec.env },
      stdio: ['ignore', log, log],
    })
    Object.assign(state, {
      pid: child.pid ?? null,
      identity: child.pid ? identityOf(child.pid) : null,
      started_at: new Date(startedAt).toISOString(),
    })
    if (child.pid) reaper.watch(child.pid, 'SIGTERM')
    onChange()
    child.once('exit', () => {
      if (child.pid) reaper.release(child.pid)
      state.pid = null
      quickEnds = Date.now() - startedAt > 60_000 ? 0 : quickEnds + 1
      if (!isStopping) timer = setTimeout(restart, backoffMs(quickEnds))
      onChange()
    })
  }
  const restart = () => {
    state.restarts++
    start()
  }
  start()
  return {
    state,
    stop: () =>
      new Promise<void>((resolve) => {
        isStopping = true
        clearTimeout(timer)
        if (state.pid === null) return resolve()
        const killer = setTimeout(() => child.kill('SIGKILL'), graceMs)
        child.once('exit', () => {
          clearTimeout(killer)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}
