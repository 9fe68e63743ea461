// The supervisor's end of the reaper: names to it what must not outlive us, and starts it again when it is killed, because alone it is the one who keeps that promise.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

type Process = ChildProcessByStdio<Writable, null, null>

export function openReaper() {
  const watched = new Map<number, NodeJS.Signals>()
  let isClosed = false
  let reaper: Process
  const start = () => {
    reaper = spawn(process.execPath, [join(import.meta.dirname, 'reaper.mjs')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    // Writing to one that has just been killed fails; its successor is told everything.
    reaper.stdin.on('error', () => undefined)
    reaper.once('exit', () => {
      if (!isClosed) start()
    })
    for (const [pid, signal] of watched) reaper.stdin.write(`+ ${pid} ${signal}\n`)
  }
  start()
  return {
    pid: () => reaper.pid ?? 0,
    watch: (pid: number, signal: NodeJS.Signals) => {
      watched.set(pid, signal)
      reaper.stdin.write(`+ ${pid} ${signal}\n`)
    },
    release: (pid: number) => {
      watched.delete(pid)
      reaper.stdin.write(`- ${pid}\n`)
    },
    close: () => {
      isClosed = true
      reaper.stdin.end()
    },
  }
}
export type Reaper = ReturnType<typeof openReaper>
