// Postgres and Redis as children that are started again, on their own port and data, when they end by themselves.
import type { Reaper } from './children.ts'
import { isAlive } from './state.ts'

const lookEveryMs = 1000
type Server = { pid: number; port: number; stop: () => Promise<void> }

/** `signal` is the server's own word for a quick and clean end. The answer's `stop` ends the server for good. */
export async function keepServer<S extends Server>(options: {
  name: string
  signal: NodeJS.Signals
  reaper: Reaper
  start: (port: number | undefined) => Promise<S>
}): Promise<{ server: S; stop: () => Promise<void> }> {
  const { name, signal, reaper, start } = options
  let server = await start(undefined)
  let isBusy = false
  reaper.watch(server.pid, signal)
  const look = async () => {
    if (isBusy || isAlive(server.pid)) return
    isBusy = true
    process.stderr.write(`${name} (pid ${server.pid}) has ended; starting it again\n`)
    reaper.release(server.pid)
    try {
      server = await start(server.port)
      reaper.watch(server.pid, signal)
    } catch (error) {
      process.stderr.write(`${name} did not start: ${String(error)}\n`)
    }
    isBusy = false
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  return {
    server,
    stop: async () => {
      clearInterval(timer)
      reaper.release(server.pid)
      await server.stop()
    },
  }
}
