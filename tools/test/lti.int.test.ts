// From a platform's login to the score in its gradebook, over real HTTP: a pupil without a name here, one launch a login, nothing of another tenant's, and
// no address that is private unless it is allowed.

import { deleteRecords } from '@guildhall/domain/collection/delete'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { checkLtiRegistration } from '@guildhall/domain/lti/check'
import { listLtiLaunches, listLtiScores } from '@guildhall/domain/lti/log'
import { openLti } from '@guildhall/domain/lti/open'
import { openPupil } from '@guildhall/domain/lti/pupil'
import { answerAsPupil, nextAsPupil } from '@guildhall/domain/lti/pupil-practice'
import { createLtiRegistration, getLtiTool, removeLtiRegistration } from '@guildhall/domain/lti/registration'
import { sendScore } from '@guildhall/domain/lti/send-score'
import { settleScore, takeScores } from '@guildhall/domain/lti/take-scores'
import { publicKeys, rotateLtiKey } from '@guildhall/domain/lti/tool'
import { listRuns } from '@guildhall/domain/run/list'
import { createTenant } from '@guildhall/domain/tenant/create'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { education } from '@guildhall/verticals/packs/education/pack'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openApp } from '../../apps/api/src/app.ts'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool, type SessionPool } from '../../workers/inference/src/session-pool.ts'
import { type FakePlatform, openPlatform } from './fake-platform.ts'
import { openWorld, type World } from './world.ts'

const secret = 'a secret of the integration tests, long enough'
const skill = 'frac-add-like'
const item_id = 'frac-add-like-01'
const owner = new pg.Client({ connectionString: inject('ownerUrl') })
let world: World
let pool: SessionPool
let platform: FakePlatform
let app: Awaited<ReturnType<typeof openApp>>
let origin = ''
let registrationId = ''

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const openWith = (allowed: string[]) => openLti({ secret, publicUrl: origin, allowed })

beforeAll(async () => {
  world = await openWorld(urls)
  await owner.connect()
  pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  for (const [collection, make] of Object.entries(education.starterRecords ?? {})) {
    const records = make().map((value, at) => ({ line: at + 1, value }))
    await ingestRecords(world.actor, { collection, records })
  }
  app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://127.0.0.1', ratePerMinute: 10_000 })
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
  platform = await openPlatform()
  platform.state.tool = `${origin}/lti/${world.actor.tenantId}`
  platform.state.custom = { skill }
  openWith([platform.host])
  registrationId = (await createLtiRegistration.call(world.actor, platform.registration())).id
})

afterAll(async () => {
  await platform.close()
  await app.close()
  await pool.close()
  await owner.end()
  await world.close()
})

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => ({ cookie, pair: cookie.split(';')[0] ?? '', name: cookie.split('=')[0] ?? '' }))

type Login = { login_hint?: string; client_id?: string; iss?: string; tool?: string; lti_deployment_id?: string }

/** The platform's form as a browser posts it; the answer sends it on. */
async function login({ tool = platform.state.tool, ...given }: Login = {}) {
  const { origin: iss, state } = platform
  const fields = { iss, login_hint: 'pupil-1', target_link_uri: `${tool}/launch`, client_id: state.clientId, ...given }
  const response = await fetch(`${tool}/login`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const authUrl = response.headers.get('location') ?? ''
  return {
    response,
    authUrl,
    cookie: cookiesOf(response)[0],
    state: authUrl === '' ? '' : (new URL(authUrl).searchParams.get('state') ?? ''),
  }
}

type Posted = { id_token: string; state: string; cookie?: string | undefined; tool?: string }

const post = ({ id_token, state, cookie, tool = platform.state.tool }: Posted) =>
  fetch(`${tool}/launch`, {
    method: 'POST',
    body: new URLSearchParams({ id_token, state }),
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
  })

async function launch(bent: Parameters<FakePlatform['idToken']>[1] = {}, given: Login = {}) {
  const begun = await login(given)
  const id_token = await platform.idToken(begun.authUrl, bent)
  return post({ id_token, state: begun.state, cookie: begun.cookie?.pair })
}

/** The pupil behind the cookie of a launch that was let in. */
async function pupilOf(response: Response) {
  expect(response.status).toBe(303)
  const cookie = cookiesOf(response).find((one) => one.name.startsWith('practice-'))
  const token = cookie?.pair.slice(cookie.name.length + 1)
  return {
    token,
    cookie: cookie?.cookie ?? '',
    place: response.headers.get('location') ?? '',
    pupil: await openPupil(token, 'req_test'),
  }
}

async function served<T>(call: Promise<T>): Promise<T> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  call.then(over, over)
  while (!isOver) {
    const { data } = await listRuns.call(world.actor, { status: 'queued', limit: 50 })
    if (data.length > 0)
      await executeRuns(
        pool,
        data.map((run) => run.id),
      )
  }
  return call
}

const mine = async () => (await takeScores()).filter((one) => one.tenantId === world.actor.tenantId)
const makeDue = () =>
  owner.query('UPDATE lti_link SET score_due_at = now() WHERE tenant_id = $1 AND score_due_at IS NOT NULL', [
    world.actor.tenantId,
  ])

async function deliver() {
  await makeDue()
  const due = await mine()
  for (const one of due) await settleScore(one, await sendScore(one))
  return due
}

const refusalOf = async () => (await listLtiLaunches.call(world.actor, { limit: 1 })).data[0]?.refusal

test('a check says what a registration can do', async () => {
  const { findings } = await checkLtiRegistration.call(world.actor, { id: registrationId })
  expect(findings).toEqual([
    { what: 'jwks', is_ok: true, detail: '1 RSA keys with a kid' },
    { what: 'token', is_ok: true, detail: 'a token for scores was given' },
  ])
})

test('login, launch, practice, score: by a pseudonym, of the skills of the link only', async () => {
  const { token, cookie, place, pupil } = await pupilOf(await launch())
  expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=None; Partitioned$/)
  expect(place).toMatch(/^\/practice\/[A-Za-z0-9]{16}$/)
  expect(pupil.learner).toMatch(/^[\da-f-]{36}$/)
  const next = await served(nextAsPupil(pupil, { learner: 'somebody else', template: 'exam-practice' }))
  expect(next.exercise?.skill).toBe(skill)
  await served(answerAsPupil(pupil, { item_id, answer: '9/22' }))
  await served(answerAsPupil(pupil, { item_id, answer: '9/11' }))
  expect(await mine()).toEqual([])
  const given = platform.state.tokensGiven
  expect(await deliver()).toHaveLength(1)
  const [sent] = platform.state.scores
  expect(sent).toMatchObject({
    path: '/lineitems/1/lineitem/scores?type_id=7',
    contentType: 'application/vnd.ims.lis.v1.score+json',
    body: { userId: 'person-4711', scoreMaximum: 100, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' },
  })
  const scoreGiven = Number(sent?.body.scoreGiven)
  expect(scoreGiven > 0 && scoreGiven < 100).toBe(true)
  // Its token is the one of the check.
  expect(platform.state.tokensGiven).toBe(given)
  expect((await listLtiScores.call(world.actor, {})).data).toMatchObject([
    { status: 'delivered', attempts: 1, answer: 200, learner: pupil.learner, registration: 'Fake platform' },
  ])
  for (const said of ['person-4711', 'Wilhelmina', 'wilhelmina@', 'Testperson', token ?? '', 'course-1'])
    expect(await world.tablesWith(said), said).toEqual([])
})

test('answers between two scores are one score, and its time is later than the one before', async () => {
  const { pupil } = await pupilOf(await launch())
  const before = platform.state.scores.length
  for (const answer of ['1/2', '9/11', '9/11']) await served(answerAsPupil(pupil, { item_id, answer }))
  await deliver()
  const times = platform.state.scores.map((one) => Date.parse(String(one.body.timestamp)))
  expect(platform.state.scores).toHaveLength(before + 1)
  expect(times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))).toBe(true)
  await makeDue()
  expect(await mine()).toEqual([])
})

test('a platform that fails is tried again with what is true then; one that refuses is not', async () => {
  const { pupil } = await pupilOf(await launch())
  const answer = (text: string) => served(answerAsPupil(pupil, { item_id, answer: text }))
  await answer('9/11')
  platform.state.answers = 503
  const [first] = await deliver()
  const log = async () => (await listLtiScores.call(world.actor, { limit: 1 })).data[0]
  expect(await log()).toMatchObject({ id: first?.id, status: 'waiting', attempts: 1, answer: 503 })
  await answer('1/2')
  platform.state.answers = 204
  const [second] = await deliver()
  expect(second?.id).toBe(first?.id)
  expect(second?.at.getTime()).toBeGreaterThan(first?.at.getTime() ?? Number.POSITIVE_INFINITY)
  expect(await log()).toMatchObject({ status: 'delivered', attempts: 2, answer: 204 })
  await answer('1/3')
  platform.state.answers = 403
  await deliver()
  expect(await log()).toMatchObject({ status: 'failed', attempts: 1, answer: 403, fault: 'the platform answered 403' })
  platform.state.answers = 200
})

test('what is answered while a score is under way is in the next one', async () => {
  const { pupil } = await pupilOf(await launch())
  const answer = () => served(answerAsPupil(pupil, { item_id, answer: '9/11' }))
  await answer()
  await makeDue()
  const [due] = await mine()
  if (!due) throw new Error('a score was due')
  await answer()
  await settleScore(due, await sendScore(due))
  expect(await deliver()).toHaveLength(1)
})

test('a token that the platform forgot is asked for anew', async () => {
  const { pupil } = await pupilOf(await launch())
  await served(answerAsPupil(pupil, { item_id, answer: '9/11' }))
  platform.state.tokens.clear()
  await deliver()
  expect((await listLtiScores.call(world.actor, { limit: 1 })).data[0]).toMatchObject({
    status: 'waiting',
    answer: 401,
  })
  await deliver()
  expect((await listLtiScores.call(world.actor, { limit: 1 })).data[0]).toMatchObject({
    status: 'delivered',
    attempts: 2,
  })
})

test('a launch is good once, in the browser that began it, at its own tenant', async () => {
  const begun = await login()
  const id_token = await platform.idToken(begun.authUrl)
  const posted = { id_token, state: begun.state, cookie: begun.cookie?.pair }
  const foreign = await post({ ...posted, cookie: undefined })
  expect([foreign.status, await refusalOf()]).toEqual([400, 'browser_unknown'])
  expect((await post(posted)).status).toBe(303)
  const replayed = await post(posted)
  expect([replayed.status, await refusalOf()]).toEqual([400, 'state_used'])
  const other = await login()
  const swapped = await post({ id_token, state: other.state, cookie: other.cookie?.pair })
  expect([swapped.status, await refusalOf()]).toEqual([400, 'nonce_wrong'])
  const text = await swapped.text()
  expect(text).toContain('nonce_wrong')
  expect(text).toContain('req_')
  expect(text).toContain('无法打开此活动')
  expect(text).not.toContain(id_token.slice(0, 40))
  const late = await login()
  await owner.query('UPDATE lti_login SET expires_at = now() WHERE tenant_id = $1 AND used_at IS NULL', [
    world.actor.tenantId,
  ])
  await post({ id_token: await platform.idToken(late.authUrl), state: late.state, cookie: late.cookie?.pair })
  expect(await refusalOf()).toBe('state_expired')
})

test('what a platform says wrongly is refused by name, over the wire', async () => {
  const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
  const bents: [Parameters<FakePlatform['idToken']>[1], string][] = [
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
    expect((await launch(bent)).status, refusal).toBe(400)
    expect(await refusalOf()).toBe(refusal)
  }
  for (const [given, refusal] of [
    [{ iss: 'https://elsewhere.test' }, 'registration_unknown'],
    [{ client_id: 'another' }, 'registration_unknown'],
    [{ lti_deployment_id: 'foreign' }, 'deployment_unknown'],
    [{ login_hint: '' }, 'login_malformed'],
  ] as const) {
    expect((await login(given)).response.status, refusal).toBe(400)
    expect(await refusalOf()).toBe(refusal)
  }
  const large = await post({ id_token: 'x'.repeat(70_000), state: 's' })
  expect([large.status, large.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
})

test('unknown kids ask a platform for its keys once, not once each', async () => {
  const before = platform.state.keysRead
  for (const kid of ['a', 'b', 'c']) expect((await launch({ kid })).status).toBe(400)
  expect(platform.state.keysRead - before).toBeLessThanOrEqual(1)
})

test('another tenant’s registration cannot be used, seen or removed', async () => {
  const made = await createTenant({ userId: world.userId, name: 'Other school', requestId: 'req_other' })
  const other = await operatorActor(made.slug)
  const tool = `${origin}/lti/${other.tenantId}`
  await getLtiTool.call(other, {})
  const refused = await login({ tool })
  expect(refused.response.status).toBe(400)
  expect((await listLtiLaunches.call(other, {})).data[0]).toMatchObject({
    refusal: 'registration_unknown',
    registration: null,
  })
  const begun = await login()
  const crossed = await post({
    id_token: await platform.idToken(begun.authUrl),
    state: begun.state,
    cookie: begun.cookie?.pair,
    tool,
  })
  expect(crossed.status).toBe(400)
  expect((await listLtiLaunches.call(other, {})).data[0]).toMatchObject({ refusal: 'state_unknown' })
  await expect(removeLtiRegistration.call(other, { id: registrationId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(checkLtiRegistration.call(other, { id: registrationId })).rejects.toMatchObject({ code: 'not_found' })
  expect((await getLtiTool.call(other, {})).registrations).toEqual([])
  // The same platform may be registered by both: neither can keep the other out.
  expect(await createLtiRegistration.call(other, platform.registration())).toMatchObject({ issuer: platform.origin })
  await expect(createLtiRegistration.call(other, platform.registration())).rejects.toMatchObject({ code: 'conflict' })
  expect(await fetch(`${origin}/lti/ten_00000000000000000000000000/jwks`).then((answer) => answer.json())).toEqual({
    keys: [],
  })
  expect((await fetch(`${origin}/lti/nonsense/jwks`)).status).toBe(404)
})

test('a private address is not reached unless it is allowed', async () => {
  const { pupil } = await pupilOf(await launch())
  await served(answerAsPupil(pupil, { item_id, answer: '9/11' }))
  const sent = platform.state.scores.length
  openWith([])
  const { findings } = await checkLtiRegistration.call(world.actor, { id: registrationId })
  expect(findings.map((one) => [one.is_ok, one.detail])).toEqual([
    [false, 'the address is not https'],
    [false, 'token URL: the address is not https'],
  ])
  const secure = {
    ...platform.registration(),
    client_id: 'secure',
    jwks_url: 'https://127.0.0.1/jwks',
    token_url: 'https://[::ffff:10.0.0.1]/',
  }
  const made = await createLtiRegistration.call(world.actor, secure)
  expect((await checkLtiRegistration.call(world.actor, { id: made.id })).findings.map((one) => one.detail)).toEqual([
    'the address is private',
    'token URL: the address is private',
  ])
  await deliver()
  expect((await listLtiScores.call(world.actor, { limit: 1 })).data[0]).toMatchObject({
    status: 'failed',
    answer: null,
  })
  expect(platform.state.scores).toHaveLength(sent)
  openWith([platform.host])
})

test('keys are rotated: the new one signs, both are published, and platforms accept it', async () => {
  const before = (await getLtiTool.call(world.actor, {})).key_id
  const { key_id } = await rotateLtiKey.call(world.actor, {})
  const { keys } = await publicKeys(world.actor.tenantId)
  expect(keys.map((key) => Object(key).kid)).toEqual([key_id, before])
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  const { findings } = await checkLtiRegistration.call(world.actor, { id: registrationId })
  expect(findings.every((one) => one.is_ok)).toBe(true)
  expect(await world.tablesWith('BEGIN PRIVATE KEY')).toEqual([])
})

test('a teacher is shown the way to the class page and gets no session', async () => {
  const response = await launch({}, { login_hint: 'teacher-1' })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`/t/${world.slug}/class`)
  expect(cookiesOf(response).some((one) => one.name.startsWith('practice-'))).toBe(false)
  expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *')
})

test('a pupil may practise and nothing else; deleting the learner, or the registration, ends the session', async () => {
  const { token, pupil } = await pupilOf(await launch())
  expect(pupil.actor.scopes).toEqual(['runs:write', 'runs:read'])
  await deleteRecords.call(world.actor, { name: 'learners', key: pupil.learner })
  await expect(openPupil(token, 'req_test')).rejects.toMatchObject({ code: 'unauthenticated' })
  const again = await pupilOf(await launch())
  await removeLtiRegistration.call(world.actor, { id: registrationId })
  await expect(openPupil(again.token, 'req_test')).rejects.toMatchObject({ code: 'unauthenticated' })
  expect((await login()).response.status).toBe(400)
})
