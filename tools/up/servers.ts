// Postgres and Redis as children that are started again, on their own port and data, when they end by themselves.
import { identityOf, isAlive } from './process-identity.ts'
import type { Reaper } from './reaper.ts'
import type { ChildState } from './state.ts'

const lookEveryMs = 1000
type Server = { pid: number; port: number; stop: () => Promise<void> }
type KeepOptions<S> = {
  name: 'postgres' | 'redis'
  /** The server's own word for a quick and clean end. */
  signal: ChildState['signal']
  reaper: Reaper
  start: (port: number | undefined) => Promise<S>
  onChange: () => void
}

/** The answer's `stop` ends the server for good. */
export async function keepServer<S extends Server>(options: KeepOptions<S>) {
  const { name, signal, reaper, start, onChange } = options
  let server = await start(undefined)
  const state: ChildState = { name, signal, ...describe(server), restarts: 0 }
  let starting: Promise<void> | null = null
  reaper.watch(server.pid, signal)
  const restart = async () => {
    process.stderr.write(`${name} (pid ${server.pid}) has ended; starting it again\n`)
    reaper.release(server.pid)
    Object.assign(state, { pid: null, identity: null })
    try {
      server = await start(server.port)
      reaper.watch(server.pid, signal)
      Object.assign(state, describe(server))
      state.restarts++
    } catch (error) {
      process.stderr.write(`${name} did not start: ${String(error)}\n`)
    }
    starting = null
    onChange()
  }
  const timer = setInterval(() => {
    if (starting === null && !isAlive(server.pid)) starting = restart()
  }, lookEveryMs)
  return {
    server,
    state,
    stop: async () => {
      clearInterval(timer)
      // One that is just being started again would else come up after everybody has left.
      await starting
      if (isAlive(server.pid)) await server.stop()
      reaper.release(server.pid)
    },
  }
}

function describe({ pid, port }: Server) {
  return { pid, port, identity: identityOf(pid), started_at: new Date().toISOString() }
}
