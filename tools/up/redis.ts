// Redis as a child on a private port, from the PATH or installed with the system's package manager, which is said first.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import getPort from 'get-port'

export type Redis = { pid: number; port: number; url: string; stop: () => Promise<void> }

const installers = [
  { probe: 'apt-get', command: 'apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server' },
  { probe: 'brew', command: 'brew install redis' },
]

export const isOnPath = (name: string): boolean => spawnSync('which', [name]).status === 0

/** The name of a server on the PATH. Throws with the cure when there is none and none can be installed. */
export function findRedisServer(say: (line: string) => void): string {
  for (const name of ['redis-server', 'valkey-server']) if (isOnPath(name)) return name
  const installer = installers.find((one) => isOnPath(one.probe))
  if (installer) {
    say(`no redis-server on the PATH; running: ${installer.command}`)
    spawnSync('sh', ['-c', installer.command], { stdio: ['ignore', 2, 2] })
    if (isOnPath('redis-server')) return 'redis-server'
  }
  throw new Error(
    'There is no redis-server. Cure: install Redis 7 (apt-get install redis-server, brew install redis) or set REDIS_URL',
  )
}

type RedisOptions = {
  dataDir: string
  password: string
  server: string
  isDurable: boolean
  port?: number
  /** Called before it is ready, so that a killed caller leaves nothing behind. */
  onSpawn?: (pid: number) => void
}

export async function startRedis({ dataDir, password, server, isDurable, ...options }: RedisOptions): Promise<Redis> {
  const dir = join(dataDir, 'redis')
  mkdirSync(dir, { recursive: true })
  const port = options.port ?? (await getPort())
  const child = spawn(server, ['-'], { stdio: ['pipe', 'pipe', 'ignore'] })
  if (child.pid) options.onSpawn?.(child.pid)
  // By standard input, so that the password is not in the list of processes.
  child.stdin.end(
    [
      'bind 127.0.0.1',
      `port ${port}`,
      `dir ${dir}`,
      `appendonly ${isDurable ? 'yes' : 'no'}`,
      'save ""',
      'maxmemory-policy noeviction',
      `requirepass ${password}`,
      'daemonize no',
      '',
    ].join('\n'),
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${server} ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve())
  })
  const stop = () => {
    child.kill('SIGTERM')
    return exited
  }
  return { pid: child.pid ?? 0, port, url: `redis://:${password}@127.0.0.1:${port}`, stop }
}
