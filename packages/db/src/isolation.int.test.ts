// Two tenants, every tenant table: B must see, change and delete nothing of A. The list of tables comes from the catalogue, not from here.
import { createHash } from 'node:crypto'
import { newId } from '@guildhall/contracts/ids'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { closeDatabase, openDatabase } from './client.ts'
import { Prisma } from './generated/prisma/client.ts'
import { withSystem, withSystemSql, withTenant, withTenantSql, withTenantsSql } from './scope.ts'
import type { Sql } from './sql.ts'

// Columns that no generated value can satisfy by its type alone.
const fixed: Record<string, unknown> = { role: 'viewer', status: 'queued', state: 'candidate', decision: 'approve' }

const ownerUrl = inject('ownerUrl')
const databaseUrl = inject('databaseUrl')
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
// Partitions are tested below: nobody but their parent reaches them. A table without an id is known by its key.
const { rows: tables } = await owner.query<{ name: string; identity: string }>(
  `SELECT c.table_name AS name, CASE WHEN bool_or(c.column_name = 'id') THEN 'id' WHEN bool_or(c.column_name = 'key') THEN 'key'
     WHEN bool_or(c.column_name = 'run_id') THEN 'run_id' ELSE 'tenant_id' END AS identity
   FROM information_schema.columns c JOIN pg_class ON relname = c.table_name AND relnamespace = 'public'::regnamespace
   WHERE c.table_schema = 'public' AND NOT relispartition
   GROUP BY c.table_name HAVING bool_or(c.column_name = 'tenant_id') ORDER BY 1`,
)
const a = newId('tenant')
const b = newId('tenant')

type Column = { name: string; type: string; nullable: string; preset: string | null }

/** An id that fits any column: as text it is what a uuid looks like. Of a table with one row a tenant it is the tenant's. */
function idOf(tenantId: string, table: string, identity: string): string {
  if (identity === 'tenant_id') return tenantId
  const hex = createHash('md5').update(`${tenantId} ${table}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function insertFor(tenantId: string, table: string, identity: string): Promise<void> {
  const { rows: columns } = await owner.query<Column>(
    `SELECT column_name AS name, udt_name AS type, is_nullable AS nullable, column_default AS preset
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  )
  const id = idOf(tenantId, table, identity)
  const needed = columns.filter(
    (column) => column.name === identity || column.name === 'tenant_id' || (column.nullable === 'NO' && !column.preset),
  )
  const values = needed.map((column) =>
    column.name === identity ? id : column.name === 'tenant_id' ? tenantId : sample(column),
  )
  const names = needed.map((column) => pg.escapeIdentifier(column.name)).join(', ')
  const marks = needed.map((_, index) => `$${index + 1}`).join(', ')
  await owner.query(`INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${marks})`, values)
}

function sample(column: Column): unknown {
  if (column.name in fixed) return fixed[column.name]
  if (column.type === 'jsonb') return '{}'
  if (column.type === 'bytea') return Buffer.from(newId('artifact'))
  if (column.type.startsWith('int') || column.type === 'float8') return 1
  if (column.type === 'bool') return false
  if (column.type === 'timestamptz') return new Date()
  if (column.type === '_text') return []
  return newId('artifact')
}

beforeAll(async () => {
  openDatabase({ url: databaseUrl, poolSize: 2 })
  // The owner is a superuser here: it may switch foreign keys off, so that one row per table can stand alone.
  await owner.query("SET session_replication_role = 'replica'")
  for (const tenantId of [a, b]) {
    await owner.query('INSERT INTO tenant (id, slug, name) VALUES ($1, $1, $1)', [tenantId])
    for (const table of tables) await insertFor(tenantId, table.name, table.identity)
  }
})

afterAll(async () => {
  await closeDatabase()
  await owner.end()
})

test('every table with a tenant is forced under row-level security', async () => {
  const { rows } = await owner.query<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relname = ANY($1) AND relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity",
    [tables.map((table) => table.name)],
  )
  expect(rows.map((row) => row.relname).sort()).toEqual(tables.map((table) => table.name))
  expect(tables.length).toBeGreaterThanOrEqual(15)
})

test('the app role can neither bypass row-level security nor own a table', async () => {
  const { rows } = await owner.query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = ANY($1)', [
    ['guildhall_app', 'guildhall_system'],
  ])
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row).toEqual({ rolsuper: false, rolbypassrls: false })
})

const asText = (text: string, values: unknown[]) =>
  Prisma.raw(text.replace(/\$(\d)/g, (_, at: string) => pg.escapeLiteral(String(values[Number(at) - 1]))))
/** The two kinds of transaction: what one refuses, the other must. */
const kinds = [
  {
    kind: 'Prisma',
    rows: (tenant: string, text: string, ...values: unknown[]) =>
      withTenant(tenant, (tx) => tx.$queryRaw<{ id: string }[]>(asText(text, values))),
    run: (tenant: string, text: string, ...values: unknown[]) =>
      withTenant(tenant, (tx) => tx.$executeRaw(asText(text, values))),
  },
  {
    kind: 'SQL alone',
    rows: (tenant: string, text: string, ...values: unknown[]) =>
      withTenantSql(tenant, (tx) => tx.$queryRaw<{ id: string }[]>(asText(text, values))),
    run: (tenant: string, text: string, ...values: unknown[]) =>
      withTenantSql(tenant, (tx) => tx.$executeRaw(asText(text, values))),
  },
]

describe.each(kinds.flatMap((kind) => tables.map((table) => ({ ...kind, ...table }))))(
  '$name, $kind',
  ({ name: table, identity: id, rows: read, run }) => {
    const name = pg.escapeIdentifier(table)
    const rowOfA = idOf(a, table, id)

    test("B sees none of A's rows and A sees its own", async () => {
      const seenBy = (tenant: string) =>
        read(tenant, `SELECT ${id}::text AS id FROM ${name} WHERE ${id}::text = $1`, rowOfA)
      expect(await seenBy(b)).toEqual([])
      expect(await seenBy(a)).toEqual([{ id: rowOfA }])
    })

    test("B changes and deletes none of A's rows", async () => {
      const attempt = (sql: string) =>
        run(b, sql, rowOfA).catch((error: unknown) => {
          expect(String(error)).toMatch(/permission denied/)
          return 0
        })
      expect(await attempt(`UPDATE ${name} SET ${id} = ${id} WHERE ${id}::text = $1`)).toBe(0)
      expect(await attempt(`DELETE FROM ${name} WHERE ${id}::text = $1`)).toBe(0)
      const { rows } = await owner.query(`SELECT ${id} FROM ${name} WHERE ${id}::text = $1`, [rowOfA])
      expect(rows).toHaveLength(1)
    })

    test('B cannot hand its own row to A', async () => {
      const move = run(b, `UPDATE ${name} SET tenant_id = $1 WHERE ${id}::text = $2`, a, idOf(b, table, id))
      await expect(move).rejects.toThrow(/row-level security|permission denied/)
    })
  },
)

test('a partition is reached through its parent only', async () => {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relispartition AND relkind = 'r' AND relnamespace = 'public'::regnamespace",
  )
  expect(rows).toHaveLength(16)
  for (const { name } of rows)
    await expect(withTenant(a, (tx) => tx.$queryRawUnsafe(`SELECT 1 FROM ${name}`))).rejects.toThrow(
      /permission denied/,
    )
})

test('a query without a scope is an error, not an empty answer', async () => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await expect(client.query('SELECT id FROM run')).rejects.toThrow(/no tenant scope/)
  await client.end()
})

test('the system scope reads across tenants and ends with its transaction', async () => {
  const seen = await withSystem('isolation test', (tx) => tx.run.count({ where: { tenantId: { in: [a, b] } } }))
  expect(seen).toBe(2)
  expect(await withTenant(a, (tx) => tx.run.count({ where: { tenantId: b } }))).toBe(0)
})

test('SQL alone: the system scope ends with its transaction, and so does that of a tenant', async () => {
  const count = (tx: Sql) =>
    tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM run WHERE tenant_id = ANY(${[a, b]})`
  expect(await withSystemSql('isolation test', count)).toEqual([{ n: 2 }])
  expect(await withTenantSql(a, count)).toEqual([{ n: 1 }])
  expect(await withTenantSql(b, count)).toEqual([{ n: 1 }])
})

test('SQL alone: a failure rolls back, also one that was swallowed, and the connection serves on', async () => {
  const name = () => withTenantSql(a, (tx) => tx.$queryRaw`SELECT name FROM tenant WHERE id = ${a}`)
  const before = await name()
  const failing = withTenantSql(a, async (tx) => {
    await tx.$executeRaw`UPDATE tenant SET name = 'gone' WHERE id = ${a}`
    await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined)
  })
  await expect(failing).rejects.toThrow(/rolled back/)
  expect(await name()).toEqual(before)
})

test.each([[[]], [["ten_1', true); DROP TABLE run; --"]], [['ten_1', '']]])('a scope of %j is refused', async (ids) => {
  await expect(withTenantsSql(ids, async () => 1)).rejects.toThrow(/needs at least one tenant id/)
})
