// Brings a class up to date: one teacher's note per learner whose attempts were sent in since the last run. All runs are written at once, so the
// worker answers them in micro-batches of one tensor.
import { traceInput, traceObject } from '@guildhall/contracts/classroom'
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { z } from 'zod'
import { insertRuns } from '../run/insert.ts'
import { refuseFullQueue } from '../run/queue-room.ts'
import { languagesOf, readInput, readTemplate } from '../run/request.ts'
import { defineVerb } from '../verb.ts'
import { readAttempts, readLearners, readMastery } from './read.ts'

const recentDays = 90

export const traceClass = defineVerb({
  name: 'classroom.trace',
  scope: 'collections:write',
  input: traceInput,
  output: traceObject,
  run: async ({ actor, tx, send, note }, { class: inClass = null, template }) => {
    await refuseFullQueue()
    const { tenantId } = actor
    const everybody = (await readLearners(tx, { tenantId, inClass })).map((one) => one.learner)
    const traced = await readMastery(tx, { tenantId, learners: everybody })
    const attempts = await readAttempts(tx, { tenantId, learners: everybody, days: recentDays })
    const behind = new Set(
      attempts.filter(({ learner, at }) => at > (traced.get(learner)?.at ?? new Date(0))).map((one) => one.learner),
    )
    if (behind.size === 0) return { object: 'class_trace' as const, runs: [] }
    const request = await readTemplate(tx, tenantId, { template, caller: actor.name })
    const known = await tx.record.findMany({
      where: { tenantId, collection: 'learners', key: { in: [...behind] } },
      select: { key: true, body: true },
    })
    const consentOf = new Map(known.map((row) => [row.key, withConsent.parse(row.body).consent]))
    const runs = [...behind].sort().map((learner_ref) => ({
      ...readInput(request, {
        task: 'teacher_note',
        requested_by: 'teacher',
        learner_ref,
        consent: consentOf.get(learner_ref) ?? { basis: 'school' },
        ...(inClass ? { class_ref: inClass } : {}),
      }),
      languages: languagesOf(undefined, request),
      metadata: { trace: 'true' },
    }))
    const rows = await insertRuns(tx, { by: actor, request, runs })
    for (const { id } of rows) await send(runExecute, { rowId: id, generation: 0, payload: { runId: id } })
    note({ detail: { runs: rows.length } })
    return { object: 'class_trace' as const, runs: rows.map((row) => row.id) }
  },
})

const withConsent = z.object({ consent: z.record(z.string(), z.unknown()) })
