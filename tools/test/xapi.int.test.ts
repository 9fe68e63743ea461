// From a learner's answer to a receiver: statements in batches, signed, retried with the same id, refused for private addresses, ended by 410. The
// receiver is a real server on this machine.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { enrolLearner } from '@guildhall/domain/classroom/enrol'
import { answerPractice } from '@guildhall/domain/practice/answer'
import { getDraft } from '@guildhall/domain/template/draft'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { saveDraft } from '@guildhall/domain/template/save-draft'
import { type DueDelivery, settleDelivery, takeDeliveries } from '@guildhall/domain/xapi/deliver'
import { listXapiDeliveries } from '@guildhall/domain/xapi/deliveries'
import { removeXapi, setXapi } from '@guildhall/domain/xapi/endpoint'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { postStatements } from '../../workers/delivery/src/post-statements.ts'
import { openSchoolroom, type Schoolroom } from './pupils.ts'
import { openWorld, type World } from './world.ts'

type Received = { headers: IncomingHttpHeaders; body: string }
const received: Received[] = []
let answers = 200
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (piece) => {
    body += String(piece)
  })
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(answers, { location: 'http://169.254.169.254/' }).end()
  })
})
let world: World
let room: Schoolroom
let host = ''

beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
  room = await openSchoolroom(world.actor)
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  host = `127.0.0.1:${port}`
  await enrolLearner.call(world.actor, { learner: 'L-0193', consent: { basis: 'school' } })
})

afterAll(async () => {
  receiver.close()
  await room.close()
  await world.close()
})

const item_id = 'frac-add-like-01'
const answer = (text: string) => room.answer('L-0193', item_id, text)
const setEndpoint = (url: string) => setXapi.call(world.actor, { url, home_page: 'https://school.example' })

async function mine(): Promise<DueDelivery[]> {
  return (await takeDeliveries()).filter((one) => one.tenantId === world.actor.tenantId)
}

async function deliverAll() {
  const due = await mine()
  for (const one of due) await settleDelivery(one, await postStatements(one, [host]))
  return due
}

const log = async () => (await listXapiDeliveries.call(world.actor, {})).data

test('nothing is kept without an endpoint', async () => {
  await answer('9/22')
  expect(await mine()).toEqual([])
})

test('answers and hints go out in one signed batch, by pseudonym, without what was typed', async () => {
  const { secret } = await setEndpoint(`http://${host}/xapi`)
  await answer('9/22')
  await room.hint('L-0193', item_id)
  await answer('9/11')
  expect(await deliverAll()).toHaveLength(1)
  const { headers, body } = received.at(-1) ?? { headers: {}, body: '' }
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  const statements = JSON.parse(body) as { actor: unknown; verb: { id: string }; result: { success?: boolean } }[]
  expect(statements.slice(0, 3).map((one) => [one.verb.id.split(/[/:]/).at(-1), one.result.success])).toEqual([
    ['answered', false],
    ['hinted', undefined],
    ['answered', true],
  ])
  for (const { actor } of statements)
    expect(actor).toEqual({
      objectType: 'Agent',
      account: { homePage: 'https://school.example', name: 'L-0193' },
    })
  expect(body).not.toContain('9/22')
  expect(await log()).toMatchObject([{ status: 'delivered', attempts: 1, answer: 200, fault: null }])
})

test('a receiver that fails is asked again later, with the same id; a redirect is no success', async () => {
  answers = 302
  await answer('1/2')
  const [first] = await deliverAll()
  const [entry] = await log()
  expect(entry).toMatchObject({ id: first?.id, status: 'waiting', attempts: 1, answer: 302 })
  expect(Date.parse(entry?.due_at ?? '')).toBeGreaterThan(Date.now())
  expect(received.at(-1)?.headers['webhook-id']).toBe(first?.id)
  expect(await mine()).toEqual([])
  answers = 200
  if (!first) throw new Error('there was a delivery')
  await settleDelivery(first, await postStatements(first, [host]))
  expect(await log()).toMatchObject([{ id: first.id, status: 'delivered' }, {}])
})

test('a private address is refused before anything is sent, and that ends it', async () => {
  const before = received.length
  for (const url of [
    `http://${host}/`,
    'https://127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/',
  ]) {
    await setEndpoint(url)
    await answer('1/3')
    const [due] = await mine()
    if (!due) throw new Error('there was a delivery')
    const outcome = await postStatements(due, [])
    expect(outcome, url).toMatchObject({ answer: null, isFinal: true, fault: expect.stringMatching(/private|https/) })
    await settleDelivery(due, outcome)
  }
  expect(received).toHaveLength(before)
  expect((await log())[0]).toMatchObject({ status: 'failed', fault: 'the address is private' })
})

test('410 ends the endpoint, and nothing more is kept for it', async () => {
  answers = 410
  await setEndpoint(`http://${host}/xapi`)
  await answer('1/4')
  expect(await deliverAll()).toHaveLength(1)
  expect((await log())[0]).toMatchObject({ status: 'failed', answer: 410 })
  await answer('1/5')
  expect(await mine()).toEqual([])
  expect(await removeXapi.call(world.actor, {})).toMatchObject({ deleted: 1 })
})

test('mastered is told where the line of the template that answers is crossed, not at a fixed one', async () => {
  answers = 200
  const draft = await getDraft.call(world.actor, { id: 'exam-practice' })
  const content = { ...draft.content, mastered: 0.999 }
  const saved = await saveDraft.call(world.actor, { id: 'exam-practice', content, goldens: [], digest: draft.digest })
  await publishTemplate.call(world.actor, { id: 'exam-practice', digest: saved.digest })
  await setEndpoint(`http://${host}/xapi`)
  const verbsOf = async (learner: string, template: string) => {
    await enrolLearner.call(world.actor, { learner, consent: { basis: 'school' } })
    await room.served(answerPractice.call(world.actor, { learner, item_id, answer: '9/11', template }))
    await deliverAll()
    const statements = JSON.parse(received.at(-1)?.body ?? '[]') as { verb: { id: string } }[]
    return statements.map((one) => one.verb.id.split(/[/:]/).at(-1) ?? '').toSorted((a, b) => a.localeCompare(b))
  }
  expect(await verbsOf('L-0194', 'maths-tutor')).toEqual(['answered', 'mastered'])
  expect(await verbsOf('L-0195', 'exam-practice')).toEqual(['answered'])
})
