// Runs the seed to its end: bounded in time, ended with the supervisor, its refusals shown in their own words.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Reaper } from './reaper.ts'
import { tsxFlags } from './script.ts'
import { root } from './settings.ts'

const limitMs = 120_000

type SeedOptions = { env: Record<string, string>; reaper: Reaper; signal: AbortSignal }

export async function seed({ env, reaper, signal }: SeedOptions): Promise<void> {
  const run = promisify(execFile)(process.execPath, [...tsxFlags, join(root, 'prisma/seed/main.ts')], {
    cwd: root,
    env: { ...process.env, ...env },
    signal,
    timeout: limitMs,
    killSignal: 'SIGKILL',
  })
  const pid = run.child.pid ?? 0
  if (pid) reaper.watch(pid, 'SIGKILL')
  try {
    await run
  } catch (error) {
    throw new Error(`the seed failed: ${reasonOf(error)}`)
  } finally {
    if (pid) reaper.release(pid)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const said = 'stderr' in error ? String(error.stderr).trim() : ''
  return said === '' ? error.message : said.slice(-2000)
}
