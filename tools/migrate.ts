// Applies prisma/migrations exactly as `prisma migrate deploy` does (same table, checksum and lock), without the 300 MB CLI.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// Prisma's own advisory lock: a CLI and this runner can never migrate at the same time.
const prismaLockId = 72_707_369

const ledger = `CREATE TABLE IF NOT EXISTS _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** Applies what is missing, in order, as the owner role. Returns the names applied. Throws on an edited or half-applied migration. */
export async function migrate(options: { ownerUrl: string; dir: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLockId])
    await client.query(ledger)
    return await applyMissing(client, options.dir)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, dir: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: Date | null }>(
    'SELECT migration_name AS name, checksum, finished_at AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const known = new Map(rows.map((row) => [row.name, row]))
  const applied: string[] = []
  for (const name of readdirSync(dir).sort()) {
    const file = join(dir, name, 'migration.sql')
    if (!existsSync(file)) continue
    const sql = readFileSync(file, 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    const row = known.get(name)
    if (row && !row.finished) throw new Error(`${name} failed before. Cure: prisma migrate resolve, then start again`)
    if (row && row.checksum !== checksum)
      throw new Error(`${name} was edited after it was applied. Cure: add a new migration`)
    if (row) continue
    await applyOne(client, { name, sql, checksum })
    applied.push(name)
  }
  return applied
}

async function applyOne(client: pg.Client, migration: { name: string; sql: string; checksum: string }): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    migration.checksum,
    migration.name,
  ])
  try {
    // One simple query is one implicit transaction: a failing file leaves nothing behind.
    await client.query(migration.sql)
  } catch (error) {
    await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id])
    throw error
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
