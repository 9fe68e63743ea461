// Child processes: logged to files, restarted with exponential backoff, watched by the reaper so that none outlives the supervisor.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ChildState } from './state.ts'

const maxLogBytes = 20_000_000
const graceMs = 20_000

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

export function openReaper() {
  const reaper = spawn(process.execPath, [join(import.meta.dirname, 'reaper.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  return {
    watch: (pid: number, signal: NodeJS.Signals) => void reaper.stdin.write(`+ ${pid} ${signal}\n`),
    release: (pid: number) => void reaper.stdin.write(`- ${pid}\n`),
    close: () => void reaper.stdin.end(),
  }
}
export type Reaper = ReturnType<typeof openReaper>

export function openLogFile(dataDir: string, name: string): number {
  const dir = join(dataDir, 'logs')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, `${name}.log`)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > maxLogBytes) truncateSync(file)
  return openSync(file, 'a', 0o600)
}

type Watched = { dataDir: string; reaper: Reaper; onChange: () => void }

export function keepRunning(spec: ChildSpec, { dataDir, reaper, onChange }: Watched) {
  const state: ChildState = { name: spec.name, pid: null, port: spec.port, started_at: null, restarts: 0 }
  let child: ChildProcess
  let isStopping = false
  let quickEnds = 0
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    const log = openLogFile(dataDir, spec.name)
    const startedAt = Date.now()
    child = spawn(process.execPath, spec.args, {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', log, log],
    })
    Object.assign(state, { pid: child.pid ?? null, started_at: new Date(startedAt).toISOString() })
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
