// Members, roles and invitations: who may do what, and that a tenant never loses its last owner.
import { newId } from '@guildhall/contracts/ids'
import { scopesOfRole } from '@guildhall/contracts/scopes'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../../../tools/test/world.ts'
import { listAuditEvents } from '../audit/list.ts'
import { acceptInvitation, readInvitation } from '../invitation/accept.ts'
import { createInvitation } from '../invitation/create.ts'
import { listInvitations } from '../invitation/list.ts'
import { revokeInvitation } from '../invitation/revoke.ts'
import { changeRole } from '../member/change-role.ts'
import { listMembers } from '../member/list.ts'
import { removeMember } from '../member/remove.ts'
import { createTenant } from './create.ts'
import { memberActor, tenantsOf } from './mine.ts'

let world: World
let owner: pg.Client

beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
  owner = new pg.Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

async function newUser(): Promise<string> {
  const id = newId('artifact')
  await owner.query('INSERT INTO "user" (id, name, email) VALUES ($1, $1, $2)', [id, `${id}@test.local`])
  return id
}
const actorIn = (userId: string, slug = world.slug) => memberActor({ userId, slug, requestId: 'req_test' })
const invite = async (role: string) =>
  (await createInvitation.call(await actorIn(world.userId), { email: 'A@Example.test', role })).token
const join = async (role: string) => {
  const userId = await newUser()
  await acceptInvitation({ token: await invite(role), userId, requestId: 'req_test' })
  return userId
}

test('an invitation works once, gives its role, and is then gone', async () => {
  const token = await invite('editor')
  expect(await readInvitation(token)).toMatchObject({ slug: world.slug, role: 'editor', email: 'a@example.test' })
  const userId = await newUser()
  expect(await acceptInvitation({ token, userId, requestId: 'req_test' })).toBe(world.slug)
  expect((await actorIn(userId)).scopes).toEqual(scopesOfRole.editor)
  await expect(readInvitation(token)).rejects.toMatchObject({ code: 'not_found' })
  await expect(acceptInvitation({ token, userId: await newUser(), requestId: 'r' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('of two who open one link at once, one joins', async () => {
  const token = await invite('viewer')
  const users = [await newUser(), await newUser()]
  const outcomes = await Promise.allSettled(users.map((userId) => acceptInvitation({ token, userId, requestId: 'r' })))
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a revoked invitation is refused, and nobody can be invited as owner', async () => {
  const actor = await actorIn(world.userId)
  const token = await invite('viewer')
  const { data } = await listInvitations.call(actor, {})
  await revokeInvitation.call(actor, { id: data[0]?.id })
  await expect(readInvitation(token)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createInvitation.call(actor, { email: 'a@b.test', role: 'owner' })).rejects.toMatchObject({
    code: 'input_invalid',
  })
})

test('the last owner can neither leave nor step down; an admin cannot touch owners', async () => {
  const actor = await actorIn(world.userId)
  const { data } = await listMembers.call(actor, {})
  const me = data.find((member) => member.user_id === world.userId)
  await expect(removeMember.call(actor, { id: me?.id })).rejects.toMatchObject({ code: 'conflict' })
  await expect(changeRole.call(actor, { id: me?.id, role: 'viewer' })).rejects.toMatchObject({ code: 'conflict' })
  const admin = await actorIn(await join('admin'))
  await expect(changeRole.call(admin, { id: me?.id, role: 'viewer' })).rejects.toMatchObject({ code: 'forbidden' })
  const self = (await listMembers.call(admin, {})).data.find((member) => member.user_id === admin.member?.userId)
  await expect(changeRole.call(admin, { id: self?.id, role: 'owner' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('of two owners who leave at once, one stays', async () => {
  const [first, second] = [await newUser(), await newUser()]
  const { slug } = await createTenant({ userId: first, name: 'Two owners', requestId: 'r' })
  const actor = await actorIn(first, slug)
  const { token } = await createInvitation.call(actor, { email: 'x@y.test', role: 'admin' })
  await acceptInvitation({ token, userId: second, requestId: 'r' })
  const members = (await listMembers.call(actor, {})).data
  const idOf = (userId: string) => members.find((member) => member.user_id === userId)?.id
  await changeRole.call(actor, { id: idOf(second), role: 'owner' })
  const other = await actorIn(second, slug)
  const outcomes = await Promise.allSettled([
    removeMember.call(actor, { id: idOf(first) }),
    removeMember.call(other, { id: idOf(second) }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a removed member is out at once; a viewer may not invite, and reads no audit trail', async () => {
  const userId = await join('viewer')
  const viewer = await actorIn(userId)
  await expect(createInvitation.call(viewer, { email: 'a@b.test', role: 'viewer' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(listAuditEvents.call(viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
  const actor = await actorIn(world.userId)
  const member = (await listMembers.call(actor, {})).data.find((one) => one.user_id === userId)
  await removeMember.call(actor, { id: member?.id })
  await expect(actorIn(userId)).rejects.toMatchObject({ code: 'not_found' })
  const { data } = await listAuditEvents.call(actor, { limit: 1 })
  expect(data[0]).toMatchObject({ verb: 'member.remove', subject: member?.id, actor: `user:${world.userId}` })
})

test('slugs are made from names and never collide; a stranger finds no tenant', async () => {
  const userId = await newUser()
  const made = await Promise.all(
    ['Zürich & Söhne', '银行'].map((name) => createTenant({ userId, name, requestId: 'r' })),
  )
  expect(made[0]?.slug).toBe('zu-rich-so-hne')
  expect(made[1]?.slug).toMatch(/^org-/)
  expect((await createTenant({ userId, name: 'Zürich & Söhne', requestId: 'r' })).slug).toBe('zu-rich-so-hne-2')
  expect((await tenantsOf(userId)).map((one) => one.role)).toEqual(['owner', 'owner', 'owner'])
  await expect(actorIn(userId, world.slug)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createTenant({ userId, name: 'x', requestId: 'r' })).rejects.toMatchObject({
    code: 'input_out_of_range',
  })
})
