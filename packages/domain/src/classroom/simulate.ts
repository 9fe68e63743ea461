// A class that is not there, for whoever wants to see the teacher's pages before there are pupils: its answers go through the same runs as those
// of real pupils, in the lane of batches, and the class says that it is simulated. Loading again changes nothing.
import type { Actor } from '@guildhall/contracts/actor'
import { removedClass, simulatedClass, simulateInput } from '@guildhall/contracts/classroom'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import type { Tx } from '@guildhall/db/client'
import { simulatedLearners, simulatedWork } from '@guildhall/verticals/packs/education/course/simulated-class'
import { openBatch } from '../batch/open.ts'
import { addRows } from '../batch/rows.ts'
import { collectionNamed } from '../collection/find.ts'
import { loadStarter } from '../collection/load-starter.ts'
import { writeRecords } from '../collection/write.ts'
import { insertRuns } from '../run/insert.ts'
import { languagesOf, readInput, readTemplate, type TemplateRequest } from '../run/request.ts'
import { defineVerb, type Verb } from '../verb.ts'

const inClass = 'simulated-class-6'
const template = 'maths-tutor'
const who = { class_ref: inClass, grade: 6, consent: { basis: 'school' } } as const
const msPerMinute = 60_000

/** Throws forbidden, not_found and template_not_published. */
export const simulateClass: Verb<typeof simulateInput, typeof simulatedClass> = {
  name: 'classroom.simulate',
  scope: 'collections:write',
  input: simulateInput,
  output: simulatedClass,
  call: async (actor, input, options) => {
    await loadStarter.call(actor, { vertical: 'education' })
    return enrolSimulated.call(actor, input, options)
  },
}

const enrolSimulated = defineVerb({
  name: 'classroom.simulate',
  scope: 'collections:write',
  input: simulateInput,
  output: simulatedClass,
  run: async ({ actor, tx, send, sendAll, note }) => {
    const { tenantId } = actor
    const told = { object: 'simulated_class' as const, class: inClass, learners: simulatedLearners.length }
    if (await tx.record.findFirst({ where: { tenantId, collection: 'classes', key: inClass }, select: { key: true } }))
      return { ...told, batch: null }
    const request = await readTemplate(tx, tenantId, { template, caller: actor.name })
    await keep(tx, tenantId, { classes: [{ id: inClass, is_simulated: true }] })
    await keep(tx, tenantId, { learners: simulatedLearners.map((id) => ({ id, ...who })) })
    const work = datedWork(Date.now())
    const batch = await openBatch(tx, { by: actor, request, languages: languagesOf(undefined, request) })
    const answers = work.flatMap((one) => (one.kind === 'answered' ? [one] : []))
    const rows = answers.map((one, at) => ({
      line: at + 1,
      value: { input: gradingOf(one, answers), metadata: { simulated: 'true' } },
    }))
    sendAll(await addRows(tx, { by: actor, request, batch, rows }))
    const runs = await tx.run.findMany({
      where: { tenantId, batchId: batch.id },
      select: { id: true, batchLine: true },
    })
    const runOf = new Map(runs.map((run) => [run.batchLine, run.id]))
    await keep(tx, tenantId, { attempts: answers.map((one, at) => attemptOf(one, runOf.get(at + 1))) })
    for (const id of await insertOthers(tx, { by: actor, request, work }))
      await send(runExecute, { rowId: id, generation: 0, payload: { runId: id } })
    note({ subject: inClass, detail: { learners: told.learners, answers: answers.length } })
    return { ...told, batch: batch.id }
  },
})

type Dated = ReturnType<typeof simulatedWork>[number] & { ts: string }
type Answered = Extract<Dated, { kind: 'answered' }>

const datedWork = (nowMs: number): Dated[] =>
  simulatedWork().map((one) => ({ ...one, ts: new Date(nowMs - one.minutesAgo * msPerMinute).toISOString() }))

async function keep(tx: Tx, tenantId: string, held: Record<string, readonly unknown[]>): Promise<void> {
  for (const [collection, values] of Object.entries(held)) {
    const { schema, headOf, isImmutable } = collectionNamed(collection)
    const records = values.map((value) => {
      const record = schema.parse(value)
      return { ...headOf(record), body: JSON.stringify(record) }
    })
    await writeRecords(tx, { tenantId, collection, isImmutable, records })
  }
}

/** With the history of that moment, so that mastery before and after are those of the day. */
function gradingOf(one: Answered, all: readonly Answered[]): Record<string, unknown> {
  const history = all.filter((other) => other.learner === one.learner && other.ts < one.ts)
  return {
    task: 'grade_response',
    learner_ref: one.learner,
    ...who,
    item_id: one.item,
    response: { raw: one.raw, attempt_no: one.attemptNo, hints_used: one.hintsUsed },
    history: history.map(({ item, skill, isRight, ts }) => ({ item_id: item, skill, correct: isRight, ts })),
  }
}

/** Under the run's id, as practice keeps it, so that the timeline finds the misconception. */
const attemptOf = ({ learner, item, skill, isRight, ts, hintsUsed }: Answered, run: string | undefined) => ({
  ...(run ? { id: run } : {}),
  learner_ref: learner,
  item_id: item,
  skill,
  correct: isRight,
  ts,
  hints_used: hintsUsed,
})

type Others = { by: Actor; request: TemplateRequest; work: readonly Dated[] }

/** The hints, and a note per learner that brings mastery up to date. */
async function insertOthers(tx: Tx, { by, request, work }: Others): Promise<string[]> {
  const hints = work.flatMap((one) => (one.kind === 'hinted' ? [one] : []))
  const inputs = [
    ...hints.map(({ learner, item, level }) => ({
      task: 'hint',
      learner_ref: learner,
      ...who,
      item_id: item,
      hint_level: level,
    })),
    ...simulatedLearners.map((learner_ref) => ({
      task: 'teacher_note',
      requested_by: 'teacher',
      learner_ref,
      ...who,
    })),
  ]
  const runs = inputs.map((input) => ({
    ...readInput(request, input),
    languages: languagesOf(undefined, request),
    metadata: { simulated: 'true' },
  }))
  return (await insertRuns(tx, { by, request, runs })).map((row) => row.id)
}

/** Takes the class, its learners and their attempts away; its runs end with the tenant's retention, as all runs do. */
export const removeSimulated = defineVerb({
  name: 'classroom.remove_simulated',
  scope: 'collections:write',
  input: simulateInput,
  output: removedClass,
  run: async ({ actor, tx, note }) => {
    const { tenantId } = actor
    const { count } = await tx.record.deleteMany({
      where: {
        tenantId,
        OR: [
          { collection: 'classes', key: inClass },
          { collection: { in: ['learners', 'attempts'] }, subject: { in: simulatedLearners } },
        ],
      },
    })
    note({ subject: inClass, detail: { deleted: count } })
    return { object: 'deleted' as const, class: inClass, deleted: count }
  },
})
