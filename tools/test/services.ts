// A throwaway Postgres and Redis for one test run: real servers on free ports, migrated, gone afterwards.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../migrate.ts'
import { allowAppLogin, startPostgres } from '../up/postgres.ts'
import { findRedisServer, startRedis } from '../up/redis.ts'

export type Services = { databaseUrl: string; ownerUrl: string; redisUrl: string; stop: () => Promise<void> }

export async function startServices(): Promise<Services> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-test-'))
  // Postgres refuses to run as root, so its own user must be able to pass through.
  chmodSync(dataDir, 0o755)
  const password = randomBytes(16).toString('hex')
  // A test database may lose its last second; durability is what the product's own flags are for.
  const postgres = await startPostgres({ dataDir, secrets: { owner: password, app: password }, flags: ['fsync=off'] })
  const server = findRedisServer((line) => process.stderr.write(`${line}\n`))
  const redis = await startRedis({ dataDir, password, server, isDurable: false })
  await migrate({ ownerUrl: postgres.ownerUrl, dir: join(import.meta.dirname, '../../prisma/migrations') })
  await allowAppLogin(postgres.ownerUrl, password)
  return {
    databaseUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    redisUrl: redis.url,
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
