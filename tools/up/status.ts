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
  process.stdout.write(rowOf(['name', 'pid', 'state', 'uptime', 'restarts', 'port']))
  for (const { name, pid, port, started_at: startedAt, restarts } of state.children) {
    const uptime = pid === null || startedAt === null ? '-' : shown(Date.now() - Date.parse(startedAt))
    const cells = [name, pid ?? '-', pid === null ? 'down' : 'up', uptime, restarts, port ?? '-']
    process.stdout.write(rowOf(cells.map(String)))
  }
  return 0
}

const widths = [11, 9, 7, 12, 10, 6]
const rowOf = (cells: string[]) => `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}\n`

/** The two largest units: 3d 4h, 4h 5m, 5m 6s. */
export function shown(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000)
  const units = [
    ['d', Math.floor(seconds / 86_400)],
    ['h', Math.floor(seconds / 3600) % 24],
    ['m', Math.floor(seconds / 60) % 60],
    ['s', seconds % 60],
  ] as const
  const first = units.findIndex(([, count]) => count > 0)
  if (first < 0) return '0s'
  return units
    .slice(first, first + 2)
    .map(([unit, count]) => `${count}${unit}`)
    .join(' ')
}

/** The last 200 lines; follows until interrupted when asked to. */
export function logs(settings: Settings, { name, follows }: { name: string; follows: boolean }): Promise<number> {
  const dir = join(settings.dataDir, 'logs')
  const file = join(dir, `${name}.log`)
  if (!/^[a-z]+$/.test(name) || !existsSync(file)) {
    const known = existsSync(dir) ? readdirSync(dir).map((one) => one.replace('.log', '')) : []
    throw new Error(`no log ${name}. Known: ${known.join(', ') || 'none yet'}`)
  }
  const tail = spawn('tail', ['-n', '200', ...(follows ? ['-F'] : []), file], { stdio: 'inherit' })
  return new Promise((resolve) => tail.once('exit', (code) => resolve(code ?? 0)))
}
