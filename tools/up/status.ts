// `status` and `logs`.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import type { Settings } from './settings.ts'
import { runningState } from './state.ts'

export function status(settings: Settings): number {
  const state = runningState(settings.dataDir)
  if (!state) {
    process.stdout.write('Guildhall is not running. Start it with ./guildhall up\n')
    return 1
  }
  process.stdout.write(`${pc.bold(state.url)}  ${state.phase}  supervisor ${state.pid}\n`)
  for (const child of state.children) {
    const since = child.started_at ? `since ${child.started_at}` : ''
    const row = [child.name.padEnd(10), String(child.pid ?? 'down').padEnd(8), String(child.port ?? '-').padEnd(6)]
    process.stdout.write(`  ${row.join('')} ${child.restarts} restarts  ${since}\n`)
  }
  return 0
}

/** Follows the log until interrupted. */
export function logs(settings: Settings, name: string): Promise<number> {
  const dir = join(settings.dataDir, 'logs')
  const file = join(dir, `${name}.log`)
  if (!/^[a-z]+$/.test(name) || !existsSync(file)) {
    const known = existsSync(dir) ? readdirSync(dir).map((one) => one.replace('.log', '')) : []
    throw new Error(`no log ${name}. Known: ${known.join(', ') || 'none yet'}`)
  }
  const tail = spawn('tail', ['-n', '200', '-F', file], { stdio: 'inherit' })
  return new Promise((resolve) => tail.once('exit', (code) => resolve(code ?? 0)))
}
