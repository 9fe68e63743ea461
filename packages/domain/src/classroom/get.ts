// A class at a glance: mastery, who is stuck, what is misunderstood, who could work together, and what a person must look at. About minors:
// whoever may not write records does not see it.
import { classroom, classroomInput, classroomLimits, hintLock } from '@guildhall/contracts/classroom'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { inBoth, titled } from '../practice/next.ts'
import { defineVerb } from '../verb.ts'
import { groupsOf } from './groups.ts'
import * as read from './read.ts'
import { skillsOf } from './skills.ts'
import { stuckOf } from './stuck.ts'

const stuckDays = 1

export const getClassroom = defineVerb({
  name: 'classroom.get',
  scope: 'collections:write',
  isRead: true,
  input: classroomInput,
  output: classroom,
  run: async ({ actor, tx }, { class: inClass = null, days }) => {
    const { tenantId } = actor
    const found = await read.readLearners(tx, { tenantId, inClass })
    const everybody = found.slice(0, classroomLimits.maxLearners)
    const of = { tenantId, learners: everybody.map((one) => one.learner) }
    const traced = await read.readMastery(tx, of)
    const attempts = await read.readAttempts(tx, { ...of, days })
    const rows = everybody.map((one) => learnerRow(one, { attempts, traced }))
    const misconceptions = await read.readMisconceptions(tx, { ...of, days })
    const groups = groupsOf(rows)
    const skills = await skillsOf(
      tx,
      tenantId,
      rows.flatMap((row) => row.mastery.map((one) => one.skill)),
    )
    const titleOf = new Map(skills.map((one) => [one.id, one.title]))
    return {
      object: 'classroom' as const,
      class: inClass,
      classes: await read.readClasses(tx, tenantId),
      lock: inClass === null ? null : await lockOf(tx, { tenantId, inClass }),
      skills,
      learners: rows,
      stuck: await stuckNow(tx, of),
      misconceptions: misconceptions.map(({ label, ...row }) => ({
        ...row,
        label: label === null ? null : inBoth(titled.parse(label), row.id),
      })),
      groups: groups.map((group) => ({ ...group, title: titleOf.get(group.skill) ?? null })),
      alerts: (await read.readAlerts(tx, { ...of, days })).map(({ kinds, at, ...row }) => ({
        ...row,
        kinds: z.array(z.string()).catch([]).parse(kinds),
        at: at.toISOString(),
      })),
      is_simulated: await hasSimulated(tx, { tenantId, classes: everybody.flatMap((one) => one.classRef ?? []) }),
      is_truncated: found.length > everybody.length,
    }
  },
})

type Seen = { attempts: readonly read.AttemptRow[]; traced: Awaited<ReturnType<typeof read.readMastery>> }

function learnerRow({ learner, classRef }: read.Who, { attempts, traced }: Seen) {
  const own = attempts.filter((one) => one.learner === learner)
  const told = traced.get(learner)
  const last = own[0]?.at ?? null
  // The attempt of a run is as old as the run's answer, so a moment's difference is none.
  const isBehind = last !== null && (told === undefined || last.getTime() > told.at.getTime() + 30_000)
  return {
    learner,
    class_ref: classRef,
    attempts: own.length,
    right: own.filter((one) => one.isRight).length,
    last_at: last?.toISOString() ?? null,
    mastery: told?.mastery ?? [],
    traced_at: told?.at.toISOString() ?? null,
    is_behind: isBehind,
  }
}

async function stuckNow(tx: Tx, of: { tenantId: string; learners: readonly string[] }) {
  const attempts = await read.readAttempts(tx, { ...of, days: stuckDays })
  const hints = await read.readHints(tx, { ...of, days: stuckDays })
  return stuckOf(
    attempts.map(({ at, ...one }) => ({ ...one, atMs: at.getTime() })),
    hints.map(({ lastAt, ...one }) => ({ ...one, lastMs: lastAt.getTime() })),
  ).map(({ item, wrongInARow, lastMs, ...one }) => ({
    ...one,
    item_id: item,
    wrong_in_a_row: wrongInARow,
    last_at: new Date(lastMs).toISOString(),
  }))
}

async function hasSimulated(
  tx: Tx,
  { tenantId, classes }: { tenantId: string; classes: readonly string[] },
): Promise<boolean> {
  const where = { tenantId, collection: 'classes', key: { in: [...new Set(classes)] } }
  const rows = await tx.record.findMany({ where, select: { body: true } })
  return rows.some((row) => z.object({ is_simulated: z.boolean().default(false) }).parse(row.body).is_simulated)
}

const stored = z.object({
  hint_lock: z
    .object({
      max_hint_level: hintLock.shape.max_hint_level.default(null),
      bottom_out: hintLock.shape.bottom_out.default(null),
    })
    .nullish(),
})

async function lockOf(tx: Tx, { tenantId, inClass }: { tenantId: string; inClass: string }) {
  const row = await tx.record.findFirst({
    where: { tenantId, collection: 'classes', key: inClass },
    select: { body: true },
  })
  return (row && stored.parse(row.body).hint_lock) ?? null
}
