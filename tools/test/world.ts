// A world for integration tests: the stored champions, a tenant of its own with a member and a key, on the run's real servers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '@guildhall/contracts/actor'
import { newId } from '@guildhall/contracts/ids'
import type { Scope } from '@guildhall/contracts/scopes'
import { openDomain } from '@guildhall/domain/boot'
import { createKey } from '@guildhall/domain/key/create'
import { storeBuiltIn } from '@guildhall/domain/model/builtin'
import { createTenant } from '@guildhall/domain/tenant/create'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { verticals } from '@guildhall/verticals/registry'
import pg from 'pg'

const packs = join(import.meta.dirname, '../../packages/verticals/src/packs')

export type World = {
  actor: Actor
  slug: string
  userId: string
  secret: (scopes?: Scope[]) => Promise<string>
  /** Tables with a row that holds the text anywhere: for what may not be kept. */
  tablesWith: (text: string) => Promise<string[]>
  close: () => Promise<void>
}

export async function openWorld(urls: { databaseUrl: string; ownerUrl: string; redisUrl: string }): Promise<World> {
  const close = await openDomain({ databaseUrl: urls.databaseUrl, redisUrl: urls.redisUrl, poolSize: 8, listens: true })
  for (const { slug, tasks } of verticals) {
    for (const { model } of tasks) {
      if (!model?.builtin) continue
      const folder = join(packs, slug, model.builtin)
      const card: unknown = JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))
      await storeBuiltIn({ card, bytes: readFileSync(join(folder, 'model.onnx')) })
    }
  }
  const userId = newId('artifact')
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  await owner.query('INSERT INTO "user" (id, name, email) VALUES ($1, $2, $3)', [
    userId,
    'Test User',
    `${userId}@test.local`,
  ])
  await owner.end()
  const tenant = await createTenant({ userId, name: `Lender ${userId.slice(-8)}`, requestId: newId('request') })
  const actor = await operatorActor(tenant.slug)
  const secret = async (scopes: Scope[] = ['runs:write', 'runs:read', 'templates:read']) =>
    (await createKey.call(actor, { name: 'test', scopes })).secret
  const tablesWith = (text: string) => tablesHolding(text, urls.ownerUrl)
  return { actor, slug: tenant.slug, userId, secret, tablesWith, close }
}

async function tablesHolding(text: string, ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const found: string[] = []
  for (const { name } of rows) {
    const query = `SELECT 1 FROM ${owner.escapeIdentifier(name)} AS row WHERE strpos(row::text, $1) > 0 LIMIT 1`
    if ((await owner.query(query, [text])).rows.length > 0) found.push(name)
  }
  await owner.end()
  return found
}
