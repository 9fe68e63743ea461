// The connections of a process, private to this package: one pool, which Prisma's client and our own SQL share. The session time zone is UTC
// because the adapter assumes it.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'
import { nameStatements } from './statement-names.ts'

export type Tx = Prisma.TransactionClient

/** A part of a query that several queries share; its values travel as parameters. */
export const { sql } = Prisma

type Database = { prisma: PrismaClient; pool: pg.Pool; nameOf: (text: string) => string }
let opened: Database | undefined

/** How long a caller waits for a free connection. */
export const maxWaitMs = 10_000
/** Postgres ends what takes longer: a statement, and a transaction that nobody goes on with. */
const sessionOptions = '-c timezone=UTC -c statement_timeout=20s -c idle_in_transaction_session_timeout=30s'

/** Opens the pool. Call once per process, before the first transaction. `url` must name the app role (no BYPASSRLS). */
export function openDatabase(options: { url: string; poolSize?: number }): void {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    options: sessionOptions,
    connectionTimeoutMillis: maxWaitMs,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const nameOf = nameStatements()
  const adapter = new PrismaPg(pool, { statementNameGenerator: (query) => nameOf(query.sql) })
  opened = { prisma: new PrismaClient({ adapter }), pool, nameOf }
}

/** What this process has open. Throws when openDatabase() was not called: a programming error. */
export function connections(): Database {
  if (!opened) throw new Error('openDatabase() was not called')
  return opened
}

export const database = (): PrismaClient => connections().prisma

export async function closeDatabase(): Promise<void> {
  const closing = opened
  opened = undefined
  await closing?.prisma.$disconnect()
  await closing?.pool.end()
}
