// Which process a number means. Numbers are given out again after a reboot or in a restarted container, so a pid alone must never be signalled.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

export type ProcessId = { pid: number; identity: string | null }

const hasProc = existsSync('/proc/self/stat')

/** Boot and start time of a process, equal for as long as it lives; null when there is none (a zombie is none). */
export function identityOf(pid: number): string | null {
  if (!hasProc) return startTimeByPs(pid)
  const stat = readOrNull(`/proc/${pid}/stat`)
  // The name in parentheses may hold blanks; what follows the last one is state, ppid … and start time as the 20th.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const [state = 'X'] = fields
  if (state === 'Z' || state === 'X') return null
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim()}:${fields[19]}`
}

export function isAlive(pid: number | null | undefined): boolean {
  if (!pid) return false
  if (hasProc) return identityOf(pid) !== null
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** True while the very process that was written down still runs. */
export function isSameProcess({ pid, identity }: ProcessId): boolean {
  return isAlive(pid) && identityOf(pid) === identity
}

/** Servers work in their data folder, so this tells ours from a stranger's. Null when it cannot be known. */
export function workingFolderOf(pid: number): string | null {
  try {
    if (hasProc) return readlinkSync(`/proc/${pid}/cwd`)
    const { stdout } = spawnSync('lsof', ['-a', '-d', 'cwd', '-p', String(pid), '-Fn'], { encoding: 'utf8' })
    const folder = stdout.split('\n').find((line) => line.startsWith('n'))
    return folder ? realpathSync(folder.slice(1)) : null
  } catch {
    return null
  }
}

function startTimeByPs(pid: number): string | null {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env })
  return stdout.trim() || null
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
