// API keys on real Postgres: scope and tenant checks, rotation with overlap, disable, and one answer for every bad key.
import type { Actor } from '@guildhall/contracts/actor'
import { newId } from '@guildhall/contracts/ids'
import { closeDatabase, openDatabase } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openNotices } from '../notice.ts'
import { authenticateKey } from './authenticate.ts'
import { createKey } from './create.ts'
import { disableKey } from './disable.ts'
import { listKeys } from './list.ts'
import { rotateKey } from './rotate.ts'
import { newSecret } from './secret.ts'

const actorOf = async (): Promise<Actor> => {
  const tenantId = newId('tenant')
  await withTenant(tenantId, (tx) => tx.tenant.create({ data: { id: tenantId, slug: tenantId, name: 'Lender' } }))
  return { tenantId, requestId: 'req_test', scopes: ['admin'], name: 'user:test' }
}
const input = { name: 'origination', scopes: ['runs:write', 'runs:read'] }

let closeNotices: () => Promise<void>
beforeAll(async () => {
  openDatabase({ url: inject('databaseUrl'), poolSize: 4 })
  closeNotices = await openNotices(inject('databaseUrl'))
})
afterAll(async () => {
  await closeNotices()
  await closeDatabase()
})

/** A notice takes a moment to arrive: ask until the answer is a refusal. */
const refusal = (secret: string) =>
  expect
    .poll(() => authenticateKey(secret, 'req_2').then(String, (error: { code: string }) => error.code))
    .toBe('unauthenticated')

test('a new key opens its own tenant with its own scopes', async () => {
  const actor = await actorOf()
  const key = await createKey.call(actor, input)
  expect(await authenticateKey(key.secret, 'req_1')).toEqual({
    tenantId: actor.tenantId,
    requestId: 'req_1',
    scopes: ['runs:write', 'runs:read'],
    name: `key:${key.id}`,
  })
})

test('the secret is in no list and in no row', async () => {
  const actor = await actorOf()
  const { secret } = await createKey.call(actor, input)
  expect(JSON.stringify(await listKeys.call(actor, {}))).not.toContain(secret)
  const rows = await withTenant(
    actor.tenantId,
    (tx) => tx.$queryRaw`SELECT api_key::text FROM api_key UNION ALL SELECT audit_event::text FROM audit_event`,
  )
  expect(JSON.stringify(rows)).not.toContain(secret.slice(14))
})

test('missing, malformed, unknown, disabled and expired keys get the same answer', async () => {
  const actor = await actorOf()
  const disabled = await createKey.call(actor, input)
  await disableKey.call(actor, { id: disabled.id })
  const expired = await createKey.call(actor, { ...input, expires_at: new Date(Date.now() + 60_000).toISOString() })
  await withTenant(actor.tenantId, (tx) =>
    tx.apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } }),
  )
  const answers = await Promise.all(
    [undefined, 'x', newSecret('live'), disabled.secret, expired.secret].map((secret) =>
      authenticateKey(secret, 'req_1').catch((error: unknown) => String(error)),
    ),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('valid API key')
})

test('a disabled key is refused at once although it was just used', async () => {
  const actor = await actorOf()
  const key = await createKey.call(actor, input)
  await authenticateKey(key.secret, 'req_1')
  await disableKey.call(actor, { id: key.id })
  await refusal(key.secret)
})

test('after a rotation both secrets work until the overlap ends', async () => {
  const actor = await actorOf()
  const old = await createKey.call(actor, input)
  const fresh = await rotateKey.call(actor, { id: old.id, overlap_s: 3600 })
  expect(fresh.rotated_from).toBe(old.id)
  expect((await authenticateKey(old.secret, 'req_1')).tenantId).toBe(actor.tenantId)
  expect((await authenticateKey(fresh.secret, 'req_1')).tenantId).toBe(actor.tenantId)
  await rotateKey.call(actor, { id: old.id, overlap_s: 0 })
  await refusal(old.secret)
})

test('a caller gives away only scopes it holds', async () => {
  const actor = await actorOf()
  const viewer: Actor = { ...actor, scopes: ['runs:read'] }
  await expect(createKey.call(viewer, input)).rejects.toMatchObject({ code: 'forbidden' })
})

test("another tenant's key is not found, whatever is asked of it", async () => {
  const [a, b] = [await actorOf(), await actorOf()]
  const key = await createKey.call(a, input)
  await expect(disableKey.call(b, { id: key.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(rotateKey.call(b, { id: key.id })).rejects.toMatchObject({ code: 'not_found' })
})

test('unknown fields, bad scopes and a past expiry name the field', async () => {
  const actor = await actorOf()
  await expect(createKey.call(actor, { ...input, color: 'red' })).rejects.toMatchObject({ code: 'input_invalid' })
  await expect(createKey.call(actor, { ...input, scopes: ['root'] })).rejects.toMatchObject({
    errors: [{ location: 'body.scopes.0' }],
  })
  await expect(createKey.call(actor, { ...input, expires_at: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({
    errors: [{ location: 'body.expires_at' }],
  })
})

test('every change leaves an audit event, a read leaves none', async () => {
  const actor = await actorOf()
  const key = await createKey.call(actor, input)
  await listKeys.call(actor, {})
  await disableKey.call(actor, { id: key.id })
  const events = await withTenant(actor.tenantId, (tx) => tx.auditEvent.findMany({ orderBy: { id: 'asc' } }))
  expect(events.map((event) => [event.verb, event.subject])).toEqual([
    ['key.create', key.id],
    ['key.disable', key.id],
  ])
})
