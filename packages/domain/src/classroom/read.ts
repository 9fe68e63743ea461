// What the teacher's page reads. Mastery is what the learner's newest run said of every practised skill, so that a class costs no model call.
import { classroomLimits } from '@guildhall/contracts/classroom'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'

const { maxLearners, maxAttempts } = classroomLimits
const msPerDay = 86_400_000
const recentDays = 180

const masteryList = z.array(
  z.object({
    skill: z.string(),
    p: z.number(),
    interval_90: z.tuple([z.number(), z.number()]),
    n: z.int(),
  }),
)

export type Who = { learner: string; classRef: string | null }

/** Learners by pseudonym, one more than are shown. Without a class also those who only have attempts. */
export function readLearners(
  tx: Tx,
  { tenantId, inClass }: { tenantId: string; inClass: string | null },
): Promise<Who[]> {
  return tx.$queryRaw<Who[]>`
    WITH registered AS (
      SELECT key AS learner, body ->> 'class_ref' AS "classRef" FROM record
      WHERE tenant_id = ${tenantId} AND collection = 'learners'
        AND (${inClass}::text IS NULL OR body ->> 'class_ref' = ${inClass})
      ORDER BY key LIMIT ${maxLearners + 1}
    ), others AS (
      SELECT DISTINCT subject AS learner, NULL::text AS "classRef" FROM record
      WHERE ${inClass}::text IS NULL AND tenant_id = ${tenantId} AND collection = 'attempts' AND subject IS NOT NULL
        AND at > ${daysAgo(recentDays)}
        AND NOT EXISTS (SELECT 1 FROM record AS own WHERE own.tenant_id = ${tenantId} AND own.collection = 'learners' AND own.key = record.subject)
      LIMIT ${maxLearners + 1}
    )
    SELECT * FROM (SELECT * FROM registered UNION ALL SELECT * FROM others) AS everybody
    ORDER BY learner LIMIT ${maxLearners + 1}`
}

export async function readClasses(tx: Tx, tenantId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT body ->> 'class_ref' AS name FROM record
    WHERE tenant_id = ${tenantId} AND collection = 'learners' AND body ->> 'class_ref' IS NOT NULL ORDER BY 1 LIMIT 200`
  return rows.map((row) => row.name)
}

type Of = { tenantId: string; learners: readonly string[] }

export async function readMastery(tx: Tx, { tenantId, learners }: Of) {
  const rows = await tx.$queryRaw<{ learner: string; mastery: unknown; at: Date }[]>`
    SELECT DISTINCT ON (run.input ->> 'learner_ref') run.input ->> 'learner_ref' AS learner,
      result.output -> 'mastery' AS mastery, run.created_at AS at
    FROM run JOIN result ON result.run_id = run.id
    WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education' AND run.purpose = 'run' AND run.status = 'succeeded'
      AND run.created_at > ${daysAgo(recentDays)} AND run.input ->> 'learner_ref' = ANY(${[...learners]})
      AND run.input ->> 'history' IS NULL AND jsonb_array_length(result.output -> 'mastery') > 0
    ORDER BY run.input ->> 'learner_ref', run.id DESC`
  return new Map(
    rows.map(({ learner, mastery, at }) => [
      learner,
      { at, mastery: masteryList.parse(mastery).filter((one) => one.n > 0) },
    ]),
  )
}

export type AttemptRow = {
  learner: string
  item: string
  skill: string | null
  isRight: boolean
  at: Date
  key: string
}

export function readAttempts(tx: Tx, { tenantId, learners, days }: Of & { days: number }): Promise<AttemptRow[]> {
  return tx.$queryRaw<AttemptRow[]>`
    SELECT subject AS learner, body ->> 'item_id' AS item, body ->> 'skill' AS skill,
      (body ->> 'correct')::boolean AS "isRight", at, key
    FROM record WHERE tenant_id = ${tenantId} AND collection = 'attempts' AND subject = ANY(${[...learners]})
      AND at > ${daysAgo(days)} ORDER BY at DESC LIMIT ${maxAttempts}`
}

export type HintRow = { learner: string; item: string; skill: string | null; count: number; lastAt: Date }

export function readHints(tx: Tx, { tenantId, learners, days }: Of & { days: number }): Promise<HintRow[]> {
  return tx.$queryRaw<HintRow[]>`
    SELECT run.input ->> 'learner_ref' AS learner, run.input ->> 'item_id' AS item,
      min(exercise.body #>> '{skills,0}') AS skill, count(*)::int AS count, max(run.created_at) AS "lastAt"
    FROM run LEFT JOIN record AS exercise ON exercise.tenant_id = ${tenantId} AND exercise.collection = 'exercises'
      AND exercise.key = run.input ->> 'item_id'
    WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education' AND run.purpose = 'run'
      AND run.status = 'succeeded' AND run.created_at > ${daysAgo(days)} AND run.input ->> 'task' = 'hint'
      AND run.input ->> 'requested_by' IS DISTINCT FROM 'teacher'
      AND run.input ->> 'item_id' IS NOT NULL AND run.input ->> 'learner_ref' = ANY(${[...learners]})
    GROUP BY 1, 2`
}

export type MisconceptionRow = { id: string; label: unknown; skill: string | null; count: number; learners: string[] }

/** The likeliest one of every wrong answer. Its name is the exercise's: what a pupil was shown may have been left unnamed. */
export function readMisconceptions(
  tx: Tx,
  { tenantId, learners, days }: Of & { days: number },
): Promise<MisconceptionRow[]> {
  return tx.$queryRaw<MisconceptionRow[]>`
    SELECT said.id, min(said.label::text)::jsonb AS label, min(said.skill) AS skill, count(*)::int AS count,
      array_agg(DISTINCT said.learner ORDER BY said.learner) AS learners
    FROM (
      SELECT run.input ->> 'learner_ref' AS learner, result.output #>> '{misconceptions,0,id}' AS id,
        (SELECT one -> 'label' FROM jsonb_array_elements(exercise.body -> 'misconceptions') AS one
          WHERE one ->> 'id' = result.output #>> '{misconceptions,0,id}' LIMIT 1) AS label,
        exercise.body #>> '{skills,0}' AS skill
      FROM run JOIN result ON result.run_id = run.id
      LEFT JOIN record AS exercise ON exercise.tenant_id = ${tenantId} AND exercise.collection = 'exercises'
        AND exercise.key = run.input ->> 'item_id'
      WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education' AND run.purpose = 'run'
        AND run.created_at > ${daysAgo(days)} AND run.input ->> 'task' = 'grade_response'
        AND run.input ->> 'learner_ref' = ANY(${[...learners]})
        AND result.output #>> '{misconceptions,0,id}' IS NOT NULL
    ) AS said
    GROUP BY said.id ORDER BY count(*) DESC, said.id LIMIT 10`
}

export type AlertRow = { run: string; learner: string; kinds: unknown; at: Date }

export function readAlerts(tx: Tx, { tenantId, learners, days }: Of & { days: number }): Promise<AlertRow[]> {
  return tx.$queryRaw<AlertRow[]>`
    SELECT run.id AS run, run.input ->> 'learner_ref' AS learner, result.output #> '{safety,kinds}' AS kinds, run.created_at AS at
    FROM run JOIN result ON result.run_id = run.id
    WHERE run.tenant_id = ${tenantId} AND run.vertical = 'education' AND run.purpose = 'run'
      AND run.created_at > ${daysAgo(days)} AND run.input ->> 'learner_ref' = ANY(${[...learners]})
      AND result.output #>> '{safety,flagged}' = 'true'
    ORDER BY run.id DESC LIMIT 50`
}

export const daysAgo = (days: number) => new Date(Date.now() - days * msPerDay)
