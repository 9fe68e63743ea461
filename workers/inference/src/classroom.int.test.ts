// Practice and the class page over real runs: an answer becomes an attempt, mastery on the class page moves, hints climb within the lock, and what
// names a person or has no consent is refused.

import { batchResults } from '@guildhall/domain/batch/stream'
import { enrolLearner } from '@guildhall/domain/classroom/enrol'
import { getClassroom } from '@guildhall/domain/classroom/get'
import { lockHints } from '@guildhall/domain/classroom/lock'
import { removeSimulated, simulateClass } from '@guildhall/domain/classroom/simulate'
import { getTimeline } from '@guildhall/domain/classroom/timeline'
import { traceClass } from '@guildhall/domain/classroom/trace'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { nextPractice } from '@guildhall/domain/practice/next'
import { createRun } from '@guildhall/domain/run/create'
import { listRuns } from '@guildhall/domain/run/list'
import { waitForRun } from '@guildhall/domain/run/wait'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openSchoolroom, type Schoolroom } from '../../../tools/test/pupils.ts'
import { openWorld, type World } from '../../../tools/test/world.ts'

let world: World
let room: Schoolroom

beforeAll(async () => {
  world = await openWorld({
    databaseUrl: inject('databaseUrl'),
    ownerUrl: inject('ownerUrl'),
    redisUrl: inject('redisUrl'),
  })
  room = await openSchoolroom(world.actor)
})

afterAll(async () => {
  await room.close()
  await world.close()
})

async function send(collection: string, records: readonly unknown[]) {
  return ingestRecords(world.actor, { collection, records: records.map((value, at) => ({ line: at + 1, value })) })
}

const enrol = (learner: string, inClass: string) =>
  enrolLearner.call(world.actor, { learner, class: inClass, grade: 6, consent: { basis: 'school' } })
const classOf = (name: string) => getClassroom.call(world.actor, { class: name })

test('the next exercise comes without its key; an answer is kept, and moves mastery on the class page', async () => {
  await enrol('L-0101', 'class-a')
  const { exercise, why } = await room.served(nextPractice.call(world.actor, { learner: 'L-0101' }))
  expect(exercise?.stem.en.length).toBeGreaterThan(0)
  expect(why?.expected_p_correct).toBeGreaterThan(0)
  expect(JSON.stringify(exercise)).not.toContain('answer_key')
  const wrong = await room.answer('L-0101', 'frac-add-like-01', '9/22')
  expect(wrong).toMatchObject({ correct: false, attempt_no: 1, mastery: { skill: 'frac-add-like', n: 1 } })
  const [before] = (await classOf('class-a')).learners
  const right = await room.answer('L-0101', 'frac-add-like-01', '9/11')
  expect(right).toMatchObject({ correct: true, attempt_no: 2, mastery: { n: 2 } })
  const found = await classOf('class-a')
  expect(found.learners).toMatchObject([{ learner: 'L-0101', attempts: 2, right: 1, is_behind: false }])
  expect(found.learners[0]?.mastery[0]?.p).toBeGreaterThan(before?.mastery[0]?.p ?? 1)
  expect(found.skills).toMatchObject([{ id: 'frac-add-like', title: { en: expect.any(String) } }])
  expect(found.misconceptions).toMatchObject([{ id: 'added-across', learners: ['L-0101'], count: 1 }])
  expect(found.misconceptions[0]?.label?.['zh-CN']).toBeTruthy()
})

test('what cannot be read is no attempt, and says why', async () => {
  await enrol('L-0102', 'class-b')
  const told = await room.answer('L-0102', 'frac-add-like-01', 'sum of things')
  expect(told).toMatchObject({ correct: null, refusal: { en: expect.any(String) } })
  expect((await classOf('class-b')).learners).toMatchObject([{ attempts: 0 }])
})

test('hints climb one rung at a time, and the lock of the class holds from the next one on', async () => {
  await enrol('L-0103', 'class-c')
  expect(await room.hint('L-0103', 'frac-add-like-01')).toMatchObject({ level: 0 })
  expect(await room.hint('L-0103', 'frac-add-like-01')).toMatchObject({ level: 1 })
  await lockHints.call(world.actor, { class: 'class-c', max_hint_level: 1, bottom_out: 'never' })
  expect(await room.hint('L-0103', 'frac-add-like-01')).toMatchObject({ level: 1, levels_available: [0, 1] })
  expect((await classOf('class-c')).lock).toEqual({ max_hint_level: 1, bottom_out: 'never' })
  await room.answer('L-0103', 'frac-add-like-01', '1/2')
  expect(await room.hint('L-0103', 'frac-add-like-01')).toMatchObject({ level: 0 })
})

async function queued(): Promise<string[]> {
  const { data } = await listRuns.call(world.actor, { status: 'queued', limit: 50 })
  return data.map((run) => run.id)
}

/** Straight through the API of runs, past practice. */
async function asked(input: Record<string, unknown>) {
  const base = { task: 'hint', item_id: 'frac-add-like-01', consent: { basis: 'school' }, hint_level: 3 }
  const { id } = await createRun.call(world.actor, { template: 'maths-tutor', input: { ...base, ...input } })
  await room.execute([id])
  return Object((await waitForRun(world.actor, id, { timeoutMs: 5000 })).result?.output).hint
}

test('the lock holds for every run about a learner of the class: without class_ref, and with that of another class', async () => {
  await enrol('L-0110', 'class-h')
  await enrol('L-0111', 'class-i')
  await lockHints.call(world.actor, { class: 'class-h', max_hint_level: 1, bottom_out: 'never' })
  const locked = { level: 1, levels_available: [0, 1] }
  expect(await asked({ learner_ref: 'L-0110' })).toMatchObject(locked)
  expect(await asked({ learner_ref: 'L-0110', class_ref: 'class-i' })).toMatchObject(locked)
  expect(await asked({ learner_ref: 'L-0110', requested_by: 'teacher', hint_level: 4 })).toMatchObject(locked)
  expect(await asked({ learner_ref: 'L-0111' })).toMatchObject({ level: 3 })
  expect(await asked({ learner_ref: 'L-0111', class_ref: 'class-h' })).toMatchObject(locked)
  expect(await asked({ learner_ref: 'L-9998' })).toMatchObject({ level: 3 })
})

test('three wrong in a row are stuck now; the timeline tells it, newest first', async () => {
  await enrol('L-0104', 'class-d')
  for (const text of ['1/2', '1/3', '1/4']) await room.answer('L-0104', 'frac-add-like-02', text)
  const found = await classOf('class-d')
  expect(found.stuck).toMatchObject([{ learner: 'L-0104', item_id: 'frac-add-like-02', wrong_in_a_row: 3 }])
  const { events, consent, mastery } = await getTimeline.call(world.actor, { learner: 'L-0104' })
  expect(consent).toEqual({ basis: 'school', training_allowed: false, store_text: false })
  expect(events.map((event) => [event.kind, event.correct])).toEqual(Array(3).fill(['answered', false]))
  expect(events[0]?.mastery?.after).toBe(mastery[0]?.p)
  expect(events.map((one) => one.at)).toEqual(
    events
      .map((one) => one.at)
      .toSorted()
      .reverse(),
  )
})

test('words of need reach the teacher, are no hint, and are nowhere afterwards', async () => {
  await enrol('L-0105', 'class-e')
  const message = 'I want to kill myself'
  const told = await room.hint('L-0105', 'frac-add-like-01', { message })
  expect(told).toMatchObject({ is_stopped: true, level: null, reply: { en: expect.any(String) } })
  expect((await classOf('class-e')).alerts).toMatchObject([
    { learner: 'L-0105', kinds: expect.arrayContaining(['self_harm']) },
  ])
  expect(await world.tablesWith(message)).toEqual([])
})

test('attempts sent in are traced for the whole class at once', async () => {
  const ids = ['L-0201', 'L-0202', 'L-0203']
  for (const id of ids) await enrol(id, 'class-f')
  const attempts = ids.flatMap((learner_ref, at) =>
    [1, 2, 3].map((minute) => ({
      learner_ref,
      item_id: 'eq-plus-01',
      skill: 'eq-one-step',
      correct: at === 2,
      ts: new Date(Date.now() - minute * 60_000).toISOString(),
    })),
  )
  expect(await send('attempts', attempts)).toMatchObject({ inserted: 9 })
  expect((await classOf('class-f')).learners.every((one) => one.is_behind && one.traced_at === null)).toBe(true)
  const { runs } = await traceClass.call(world.actor, { class: 'class-f' })
  expect(runs).toHaveLength(3)
  await room.execute(runs)
  const found = await classOf('class-f')
  expect(found.learners.every((one) => !one.is_behind && one.mastery[0]?.n === 3)).toBe(true)
  expect(found.groups).toMatchObject([{ skill: 'eq-one-step', learners: ['L-0201', 'L-0202'] }])
  expect(await traceClass.call(world.actor, { class: 'class-f' })).toMatchObject({ runs: [] })
})

test('nobody practises without consent, and a name is refused at every door', async () => {
  const stranger = nextPractice.call(world.actor, { learner: 'L-9999' })
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' })
  await expect(enrol('Mira Holm', 'class-a')).rejects.toMatchObject({ code: 'input_invalid' })
  const attempt = { learner_ref: 'Mira Holm', item_id: 'e1', correct: true, ts: new Date().toISOString() }
  const { refused, errors } = await send('attempts', [attempt])
  expect(refused).toBe(1)
  expect(errors[0]?.message).toContain('name of a person')
})

test('after the day’s limit nothing more is kept', async () => {
  await enrol('L-0301', 'class-g')
  const start = Date.now() - 1000
  const many = Array.from({ length: 100 }, (_, at) => ({
    learner_ref: 'L-0301',
    item_id: 'eq-plus-01',
    skill: 'eq-one-step',
    correct: true,
    ts: new Date(start - at).toISOString(),
  }))
  await send('attempts', many)
  const told = await room.answer('L-0301', 'frac-add-like-01', '9/11')
  expect(told).toMatchObject({ is_stopped: true, reply: { en: expect.any(String) } })
  expect((await classOf('class-g')).learners).toMatchObject([{ attempts: 100 }])
})

test('the simulated class is graded by real runs as the simulation meant it, and fills every part of the page; again changes nothing', async () => {
  const { class: name, batch, learners } = await simulateClass.call(world.actor, {})
  for (let ids = await queued(); ids.length > 0; ids = await queued()) await room.execute(ids)
  const attempts = new Map<string, boolean>()
  for await (const page of batchResults(world.actor, batch ?? ''))
    for (const line of page.trim().split('\n')) {
      const { run, output } = JSON.parse(line) as { run: string; output: { grading: { correct: boolean } } }
      attempts.set(run, output.grading.correct)
    }
  expect(attempts.size).toBeGreaterThan(200)
  const found = await classOf(name)
  expect(found).toMatchObject({ is_simulated: true, is_truncated: false })
  expect(found.learners).toHaveLength(learners)
  expect(found.learners.every((one) => !one.is_behind && one.mastery.length >= 6)).toBe(true)
  expect(found.stuck).toMatchObject([
    { wrong_in_a_row: 3, hints: 2 },
    { wrong_in_a_row: 0, hints: 4 },
  ])
  expect(found.misconceptions.length).toBeGreaterThan(4)
  expect(found.groups.length).toBeGreaterThan(1)
  const { events } = await getTimeline.call(world.actor, { learner: found.stuck[0]?.learner ?? '' })
  const answered = events.filter((one) => one.kind === 'answered')
  expect(answered.length).toBeGreaterThan(12)
  for (const { run, correct, mastery } of answered) {
    expect(attempts.get(run ?? '')).toBe(correct)
    expect(mastery).not.toBe(null)
  }
  expect(await simulateClass.call(world.actor, {})).toMatchObject({ batch: null })
  await lockHints.call(world.actor, { class: name, max_hint_level: 2, bottom_out: null })
  expect(await classOf(name)).toMatchObject({ is_simulated: true, lock: { max_hint_level: 2 } })
  expect((await removeSimulated.call(world.actor, {})).deleted).toBeGreaterThan(200)
  expect(await classOf(name)).toMatchObject({ learners: [], is_simulated: false })
})
