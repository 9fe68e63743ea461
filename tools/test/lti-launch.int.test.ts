// Launches over real HTTP: one launch a login, in the browser that began it, at its own tenant; what is wrong is refused by name.
import { deleteRecords } from '@guildhall/domain/collection/delete'
import { checkLtiRegistration } from '@guildhall/domain/lti/check'
import { listLtiLaunches } from '@guildhall/domain/lti/log'
import { openPupil } from '@guildhall/domain/lti/pupil'
import { createLtiRegistration, getLtiTool, removeLtiRegistration } from '@guildhall/domain/lti/registration'
import { publicKeys, rotateLtiKey } from '@guildhall/domain/lti/tool'
import { createTenant } from '@guildhall/domain/tenant/create'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Bent } from './fake-platform.ts'
import { cookiesOf, type LtiSchool, openLtiSchool, pupilOf } from './lti-school.ts'

let school: LtiSchool
beforeAll(async () => {
  school = await openLtiSchool({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
})
afterAll(() => school.close())

test('a launch is good once, in the browser that began it, at its own tenant', async () => {
  const begun = await school.login()
  const id_token = await school.platform.idToken(begun.authUrl)
  const posted = { id_token, state: begun.state, cookie: begun.cookie }
  const foreign = await school.post({ ...posted, cookie: undefined })
  expect([foreign.status, await school.refusalOf()]).toEqual([400, 'browser_unknown'])
  expect((await school.post(posted)).status).toBe(303)
  const replayed = await school.post(posted)
  expect([replayed.status, await school.refusalOf()]).toEqual([400, 'state_used'])
  const other = await school.login()
  const swapped = await school.post({ id_token, state: other.state, cookie: other.cookie })
  expect([swapped.status, await school.refusalOf()]).toEqual([400, 'nonce_wrong'])
  const text = await swapped.text()
  expect(text).toContain('nonce_wrong')
  expect(text).toContain('req_')
  expect(text).toContain('无法打开此活动')
  expect(text).not.toContain(id_token.slice(0, 40))
  const late = await school.login()
  await school.owner.query('UPDATE lti_login SET expires_at = now() WHERE tenant_id = $1 AND used_at IS NULL', [
    school.world.actor.tenantId,
  ])
  await school.post({ id_token: await school.platform.idToken(late.authUrl), state: late.state, cookie: late.cookie })
  expect(await school.refusalOf()).toBe('state_expired')
})

test('of two posts of one launch at once, one is let in', async () => {
  const { authUrl, state, cookie } = await school.login()
  const posted = { id_token: await school.platform.idToken(authUrl), state, cookie }
  const answers = await Promise.all([school.post(posted), school.post(posted), school.post(posted)])
  expect(answers.filter((one) => one.status === 303)).toHaveLength(1)
  expect(answers.filter((one) => one.status === 400)).toHaveLength(2)
})

test('what a platform says wrongly is refused by name, over the wire', async () => {
  const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
  const bents: [Bent, string][] = [
    [{ claims: { iss: 'https://elsewhere.test' } }, 'issuer_wrong'],
    [{ claims: { aud: 'another' } }, 'audience_wrong'],
    [{ claims: { exp: 1 } }, 'token_expired'],
    [{ claims: { [claim('deployment_id')]: 'foreign' } }, 'deployment_unknown'],
    [{ claims: { [claim('target_link_uri')]: 'https://elsewhere.test/lti' } }, 'target_wrong'],
    [{ claims: { [claim('custom')]: { skill: 'no-such-skill' } } }, 'custom_wrong'],
    [{ claims: { [claim('custom')]: { template: 'consumer-risk-note' } } }, 'custom_wrong'],
    [{ kid: 'unknown' }, 'key_unknown'],
  ]
  for (const [bent, refusal] of bents) {
    expect((await school.launch(bent)).status, refusal).toBe(400)
    expect(await school.refusalOf()).toBe(refusal)
  }
  for (const [given, refusal] of [
    [{ iss: 'https://elsewhere.test' }, 'registration_unknown'],
    [{ client_id: 'another' }, 'registration_unknown'],
    [{ lti_deployment_id: 'foreign' }, 'deployment_unknown'],
    [{ login_hint: '' }, 'login_malformed'],
  ] as const) {
    expect((await school.login(given)).response.status, refusal).toBe(400)
    expect(await school.refusalOf()).toBe(refusal)
  }
  const large = await school.post({ id_token: 'x'.repeat(70_000), state: 's' })
  expect([large.status, large.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
})

test('unknown kids ask a platform for its keys once, not once each', async () => {
  const before = school.platform.state.keysRead
  for (const kid of ['a', 'b', 'c']) expect((await school.launch({ kid })).status).toBe(400)
  expect(school.platform.state.keysRead - before).toBeLessThanOrEqual(1)
})

test('another tenant’s registration cannot be used, seen or removed', async () => {
  const made = await createTenant({ userId: school.world.userId, name: 'Other school', requestId: 'req_other' })
  const other = await operatorActor(made.slug)
  const tool = `${school.origin}/lti/${other.tenantId}`
  await getLtiTool.call(other, {})
  const refused = await school.login({ tool })
  expect(refused.response.status).toBe(400)
  expect((await listLtiLaunches.call(other, {})).data[0]).toMatchObject({
    refusal: 'registration_unknown',
    registration: null,
  })
  const begun = await school.login()
  const crossed = await school.post({
    id_token: await school.platform.idToken(begun.authUrl),
    state: begun.state,
    cookie: begun.cookie,
    tool,
  })
  expect(crossed.status).toBe(400)
  expect((await listLtiLaunches.call(other, {})).data[0]).toMatchObject({ refusal: 'state_unknown' })
  await expect(removeLtiRegistration.call(other, { id: school.registrationId })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(checkLtiRegistration.call(other, { id: school.registrationId })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await getLtiTool.call(other, {})).registrations).toEqual([])
  // The same platform may be registered by both: neither can keep the other out.
  expect(await createLtiRegistration.call(other, school.platform.registration())).toMatchObject({
    issuer: school.platform.origin,
  })
  await expect(createLtiRegistration.call(other, school.platform.registration())).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(
    await fetch(`${school.origin}/lti/ten_00000000000000000000000000/jwks`).then((answer) => answer.json()),
  ).toEqual({
    keys: [],
  })
  expect((await fetch(`${school.origin}/lti/nonsense/jwks`)).status).toBe(404)
})

test('keys are rotated: the new one signs, both are published, and platforms accept it', async () => {
  const before = (await getLtiTool.call(school.world.actor, {})).key_id
  const { key_id } = await rotateLtiKey.call(school.world.actor, {})
  const { keys } = await publicKeys(school.world.actor.tenantId)
  expect(keys.map((key) => Object(key).kid)).toEqual([key_id, before])
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  const { findings } = await checkLtiRegistration.call(school.world.actor, { id: school.registrationId })
  expect(findings.every((one) => one.is_ok)).toBe(true)
  expect(await school.world.tablesWith('BEGIN PRIVATE KEY')).toEqual([])
})

test('a teacher is shown the way to the class page and gets no session', async () => {
  const response = await school.launch({}, { login_hint: 'teacher-1' })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`/t/${school.world.slug}/class`)
  expect(cookiesOf(response).some((one) => one.name.startsWith('practice-'))).toBe(false)
  expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *')
})

test('a pupil may practise and nothing else; deleting the learner, or the registration, ends the session', async () => {
  const { token, pupil } = await pupilOf(await school.launch())
  expect(pupil.actor.scopes).toEqual(['runs:write', 'runs:read'])
  await deleteRecords.call(school.world.actor, { name: 'learners', key: pupil.learner })
  await expect(openPupil(token, 'req_test')).rejects.toMatchObject({ code: 'unauthenticated' })
  const again = await pupilOf(await school.launch())
  await removeLtiRegistration.call(school.world.actor, { id: school.registrationId })
  await expect(openPupil(again.token, 'req_test')).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await school.login()).response.status).toBe(400)
})
