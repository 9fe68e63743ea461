// SQL of our own on Prisma's pool: what every run does goes this way. Prisma's client costs some .6 ms of processor time a transaction and
// .1 to .25 ms a query, this .1 ms for a transaction with two queries (docs/adr/0021).
import type pg from 'pg'
import { asAway } from './away.ts'
import { connections } from './client.ts'
import { Prisma } from './generated/prisma/client.ts'

/**
 * The part of Prisma's transaction that takes SQL: what asks for no more than this runs in either kind. Here Postgres' types come as the
 * driver reads them (timestamptz as Date, jsonb parsed, bigint as text), and lists go as Postgres arrays.
 */
export type Sql = {
  $queryRaw: <T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<T>
  $executeRaw: (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<number>
}

/** Runs `fn` in a transaction that begins with `opening`, SQL without parameters, in one round trip. Throws `unavailable` for a database that is away. */
export async function transactSql<T>(opening: string, fn: (tx: Sql) => Promise<T>): Promise<T> {
  try {
    const client = await connections().pool.connect()
    return await committed(client, opening, fn)
  } catch (error) {
    throw asAway(error)
  }
}

async function committed<T>(client: pg.PoolClient, opening: string, fn: (tx: Sql) => Promise<T>): Promise<T> {
  let broken: Error | undefined
  // A connection that is lost says so here too; the query that waits for it has the error already.
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query(`BEGIN; ${opening}`)
    const answer = await fn(sqlOf(client))
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its end and was rolled back')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function sqlOf(client: pg.PoolClient): Sql {
  const { nameOf } = connections()
  const send = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const { text, values: sent } = isTemplate(query) ? Prisma.sql(query, ...values) : query
    return client.query<pg.QueryResultRow>({ name: nameOf(text), text, values: sent })
  }
  return {
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      rowsAs<T>((await send(query, values)).rows),
    $executeRaw: async (query, ...values) => (await send(query, values)).rowCount ?? 0,
  }
}

const isTemplate = (query: TemplateStringsArray | Prisma.Sql): query is TemplateStringsArray => Array.isArray(query)

/** The caller states what its own SQL selects, as with Prisma's $queryRaw. */
const rowsAs = <T>(rows: unknown): T => rows as T
