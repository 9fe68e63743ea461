// The Prisma client, private to this package. One pool per process; the session time zone is UTC because the adapter assumes it.
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

export type Tx = Prisma.TransactionClient

/** A part of a query that several queries share; its values travel as parameters. */
export const { sql } = Prisma

let client: PrismaClient | undefined

/** Opens the pool. Call once per process, before the first transaction. `url` must name the app role (no BYPASSRLS). */
export function openDatabase(options: { url: string; poolSize?: number }): void {
  const adapter = new PrismaPg({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    options: '-c timezone=UTC',
  })
  client = new PrismaClient({ adapter })
}

/** The client of this process. Throws when openDatabase() was not called: a programming error. */
export function database(): PrismaClient {
  if (!client) throw new Error('openDatabase() was not called')
  return client
}

export async function closeDatabase(): Promise<void> {
  await client?.$disconnect()
  client = undefined
}
