// From a platform's login to the score in its gradebook: a pupil without a name here, one message for many answers, retries with what is true then, and
// no address that is private unless it is allowed.
import { checkLtiRegistration } from '@guildhall/domain/lti/check'
import { listLtiScores } from '@guildhall/domain/lti/log'
import { createLtiRegistration } from '@guildhall/domain/lti/registration'
import { sendScore } from '@guildhall/domain/lti/send-score'
import { settleScore } from '@guildhall/domain/lti/take-scores'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type LtiSchool, openLtiSchool, pupilOf, skill } from './lti-school.ts'

let school: LtiSchool
beforeAll(async () => {
  school = await openLtiSchool({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
})
afterAll(() => school.close())

test('a check says what a registration can do', async () => {
  const { findings } = await checkLtiRegistration.call(school.world.actor, { id: school.registrationId })
  expect(findings).toEqual([
    { what: 'jwks', is_ok: true, detail: 'RSA keys with a kid: 1' },
    { what: 'token', is_ok: true, detail: 'a token for scores was given' },
  ])
})

test('login, launch, practice, score: by a pseudonym, of the skills of the link only', async () => {
  const { token, cookie, place, pupil } = await pupilOf(await school.launch())
  expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=None; Partitioned$/)
  expect(place).toMatch(/^\/practice\/[A-Za-z0-9]{16}$/)
  expect(pupil.learner).toMatch(/^[\da-f-]{36}$/)
  const next = await school.next(pupil, { learner: 'somebody else', template: 'exam-practice' })
  expect(next.exercise?.skill).toBe(skill)
  await school.answer(pupil, '9/22')
  await school.answer(pupil, '9/11')
  expect(await school.due()).toEqual([])
  const given = school.platform.state.tokensGiven
  expect(await school.deliver()).toHaveLength(1)
  const [sent] = school.platform.state.scores
  expect(sent).toMatchObject({
    path: '/lineitems/1/lineitem/scores?type_id=7',
    contentType: 'application/vnd.ims.lis.v1.score+json',
    body: { userId: 'person-4711', scoreMaximum: 100, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' },
  })
  const scoreGiven = Number(sent?.body.scoreGiven)
  expect(scoreGiven > 0 && scoreGiven < 100).toBe(true)
  // Its token is the one of the check.
  expect(school.platform.state.tokensGiven).toBe(given)
  expect((await listLtiScores.call(school.world.actor, {})).data).toMatchObject([
    { status: 'delivered', attempts: 1, answer: 200, learner: pupil.learner, registration: 'Fake platform' },
  ])
  for (const said of ['person-4711', 'Wilhelmina', 'wilhelmina@', 'Testperson', token ?? '', 'course-1'])
    expect(await school.world.tablesWith(said), said).toEqual([])
})

test('answers between two scores are one score, and its time is later than the one before', async () => {
  const { pupil } = await pupilOf(await school.launch())
  const before = school.platform.state.scores.length
  for (const answer of ['1/2', '9/11', '9/11']) await school.answer(pupil, answer)
  await school.deliver()
  const times = school.platform.state.scores.map((one) => Date.parse(String(one.body.timestamp)))
  expect(school.platform.state.scores).toHaveLength(before + 1)
  expect(times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))).toBe(true)
  await school.makeDue()
  expect(await school.due()).toEqual([])
})

test('a platform that fails is tried again with what is true then; one that refuses is not', async () => {
  const { pupil } = await pupilOf(await school.launch())
  const answer = (text: string) => school.answer(pupil, text)
  await answer('9/11')
  school.platform.state.answers = 503
  const [first] = await school.deliver()
  const log = school.lastScore
  expect(await log()).toMatchObject({ id: first?.id, status: 'waiting', attempts: 1, answer: 503 })
  await answer('1/2')
  school.platform.state.answers = 204
  const [second] = await school.deliver()
  expect(second?.id).toBe(first?.id)
  expect(second?.at.getTime()).toBeGreaterThan(first?.at.getTime() ?? Number.POSITIVE_INFINITY)
  expect(await log()).toMatchObject({ status: 'delivered', attempts: 2, answer: 204 })
  await answer('1/3')
  school.platform.state.answers = 403
  await school.deliver()
  expect(await log()).toMatchObject({
    status: 'failed',
    attempts: 1,
    answer: 403,
    fault: 'the platform answered 403',
  })
  school.platform.state.answers = 200
})

test('what is answered while a score is under way is in the next one', async () => {
  const { pupil } = await pupilOf(await school.launch())
  const answer = () => school.answer(pupil, '9/11')
  await answer()
  await school.makeDue()
  const [due] = await school.due()
  if (!due) throw new Error('a score was due')
  await answer()
  await settleScore(due, await sendScore(due))
  expect(await school.deliver()).toHaveLength(1)
})

test('a token that the platform forgot is asked for anew', async () => {
  const { pupil } = await pupilOf(await school.launch())
  await school.answer(pupil, '9/11')
  school.platform.state.tokens.clear()
  await school.deliver()
  expect(await school.lastScore()).toMatchObject({
    status: 'waiting',
    answer: 401,
  })
  await school.deliver()
  expect(await school.lastScore()).toMatchObject({
    status: 'delivered',
    attempts: 2,
  })
})

test('a private address is not reached unless it is allowed', async () => {
  const { pupil } = await pupilOf(await school.launch())
  await school.answer(pupil, '9/11')
  const sent = school.platform.state.scores.length
  school.openWith([])
  const { findings } = await checkLtiRegistration.call(school.world.actor, { id: school.registrationId })
  expect(findings.map((one) => [one.is_ok, one.detail])).toEqual([
    [false, 'the address is not https'],
    [false, 'token URL: the address is not https'],
  ])
  const secure = {
    ...school.platform.registration(),
    client_id: 'secure',
    jwks_url: 'https://127.0.0.1/jwks',
    token_url: 'https://[::ffff:10.0.0.1]/',
  }
  const made = await createLtiRegistration.call(school.world.actor, secure)
  expect(
    (await checkLtiRegistration.call(school.world.actor, { id: made.id })).findings.map((one) => one.detail),
  ).toEqual(['the address is private', 'token URL: the address is private'])
  await school.deliver()
  expect(await school.lastScore()).toMatchObject({
    status: 'failed',
    answer: null,
  })
  expect(school.platform.state.scores).toHaveLength(sent)
  school.openWith([school.platform.host])
})
