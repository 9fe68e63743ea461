// One learner's way: what was answered, hinted and flagged, newest first, with mastery before and after. Words the learner wrote are not here.
import { classroomLimits, learnerInput, learnerTimeline } from '@guildhall/contracts/classroom'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { inBoth, titled } from '../practice/next.ts'
import { defineVerb } from '../verb.ts'
import { daysAgo, readMastery } from './read.ts'
import { skillsOf } from './skills.ts'

const { maxEvents } = classroomLimits
const recentDays = 365

const learnerBody = z.object({
  class_ref: z.string().nullish(),
  consent: z.object({
    basis: z.enum(['parent', 'school', 'learner']),
    training_allowed: z.boolean().default(false),
    store_text: z.boolean().default(false),
  }),
})

export const getTimeline = defineVerb({
  name: 'classroom.learner',
  scope: 'collections:write',
  isRead: true,
  input: learnerInput,
  output: learnerTimeline,
  run: async ({ actor, tx }, { learner }) => {
    const { tenantId } = actor
    const row = await tx.record.findFirst({
      where: { tenantId, collection: 'learners', key: learner },
      select: { body: true },
    })
    const known = row && learnerBody.parse(row.body)
    const traced = (await readMastery(tx, { tenantId, learners: [learner] })).get(learner)?.mastery ?? []
    const skills = await skillsOf(
      tx,
      tenantId,
      traced.map((one) => one.skill),
    )
    const order = new Map(skills.map((one, at) => [one.id, { at, title: one.title }]))
    return {
      object: 'learner_timeline' as const,
      learner,
      class_ref: known?.class_ref ?? null,
      consent: known?.consent ?? null,
      mastery: traced
        .map((one) => ({ ...one, title: order.get(one.skill)?.title ?? null }))
        .sort((a, b) => (order.get(a.skill)?.at ?? 0) - (order.get(b.skill)?.at ?? 0)),
      events: (await readEvents(tx, { tenantId, learner })).map(eventOf),
    }
  },
})

type Row = {
  kind: 'answered' | 'hinted' | 'alerted'
  at: Date
  run: string | null
  item: string | null
  stem: unknown
  skill: string | null
  isRight: boolean | null
  level: number | null
  label: unknown
  before: number | null
  after: number | null
}

/** Attempts carry the id of the run that made them; those that were sent in have a key of their own and no run. */
function readEvents(tx: Tx, { tenantId, learner }: { tenantId: string; learner: string }): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    WITH told AS (
      SELECT run.id, run.created_at AS at, run.input ->> 'task' AS task, run.input ->> 'item_id' AS item, result.output
      FROM run JOIN result ON result.run_id = run.id
      WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education' AND run.purpose = 'run'
        AND run.created_at > ${daysAgo(recentDays)} AND run.input ->> 'learner_ref' = ${learner}
      ORDER BY run.id DESC LIMIT ${maxEvents}
    ), answered AS (
      SELECT key, at, body FROM record
      WHERE tenant_id = ${tenantId} AND collection = 'attempts' AND subject = ${learner}
      ORDER BY at DESC NULLS LAST, key LIMIT ${maxEvents}
    ), events AS (
      SELECT 'answered' AS kind, answered.at, told.id AS run, answered.body ->> 'item_id' AS item,
        answered.body ->> 'skill' AS skill, (answered.body ->> 'correct')::boolean AS "isRight", NULL::int AS level,
        told.output #>> '{misconceptions,0,id}' AS misconception,
        (told.output #>> '{mastery,0,before}')::float8 AS before, (told.output #>> '{mastery,0,p}')::float8 AS after
      FROM answered LEFT JOIN told ON told.id = answered.key
      UNION ALL
      SELECT 'hinted', at, id, item, NULL, NULL, (output #>> '{hint,level}')::int, NULL, NULL, NULL
      FROM told WHERE task = 'hint' AND output #>> '{hint,level}' IS NOT NULL
      UNION ALL
      SELECT 'alerted', at, id, item, NULL, NULL, NULL, NULL, NULL, NULL
      FROM told WHERE output #>> '{safety,flagged}' = 'true'
    )
    SELECT events.kind, events.at, events.run, events.item, exercise.body -> 'stem' AS stem,
      coalesce(events.skill, exercise.body #>> '{skills,0}') AS skill, events."isRight", events.level, events.before, events.after,
      (SELECT one -> 'label' FROM jsonb_array_elements(exercise.body -> 'misconceptions') AS one
        WHERE one ->> 'id' = events.misconception LIMIT 1) AS label
    FROM events LEFT JOIN record AS exercise ON exercise.tenant_id = ${tenantId} AND exercise.collection = 'exercises'
      AND exercise.key = events.item
    ORDER BY events.at DESC, events.kind, events.run DESC LIMIT ${maxEvents}`
}

function eventOf({ at, item, stem, isRight, level, label, before, after, ...row }: Row) {
  const both = (text: unknown) => (text === null ? null : inBoth(titled.parse(text), item ?? ''))
  return {
    ...row,
    at: at.toISOString(),
    item_id: item,
    stem: both(stem),
    correct: isRight,
    hint_level: level,
    misconception: both(label),
    mastery: before === null || after === null ? null : { before, after },
  }
}
