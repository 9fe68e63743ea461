// The next exercise for a learner, as a pupil sees it: the key, the hints and the misconceptions stay here.
import { AppError } from '@guildhall/contracts/errors'
import { type Localized, nextInput, practiceExercise } from '@guildhall/contracts/practice'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { parseInput } from '../parse.ts'
import type { Verb } from '../verb.ts'
import { readLearner } from './learner.ts'
import { askTutor, type TutorOutput } from './tutor.ts'

/** Throws input_invalid where there is no exercise to choose from, not_found, forbidden, and unavailable. */
export const nextPractice: Verb<typeof nextInput, typeof practiceExercise> = {
  name: 'practice.next',
  scope: 'runs:write',
  input: nextInput,
  output: practiceExercise,
  call: async (actor, raw) => {
    const { learner, template, after, skills } = parseInput(nextInput, raw)
    const who = await readLearner(actor.tenantId, learner)
    const candidates = skills ? await exercisesOf(actor.tenantId, skills) : null
    const asked = {
      task: 'next_exercise',
      ...who,
      ...(after ? { item_id: after } : {}),
      ...(candidates ? { candidates } : {}),
    }
    const told = await askTutor(actor, template, asked)
    const next = told.isStopped ? null : told.output.next_exercise
    return practiceExercise.parse({
      object: 'practice_exercise',
      run: told.run,
      reply: told.reply?.text ?? null,
      is_stopped: told.isStopped,
      exercise: next && (await shownExercise(actor.tenantId, next)),
      why: next && { code: next.why.code, expected_p_correct: next.expected_p_correct },
      attempts_today: told.output.limits?.attempts_today ?? 0,
    })
  },
}

const maxCandidates = 500

/** What may be chosen where only some skills are practised. Throws input_invalid where no exercise trains them. */
async function exercisesOf(tenantId: string, skills: readonly string[]) {
  const rows = await withTenant(
    tenantId,
    (tx) => tx.$queryRaw<{ item_id: string; skill: string; difficulty: number }[]>`
      SELECT key AS item_id, body #>> '{skills,0}' AS skill, coalesce((body ->> 'difficulty')::float8, 0) AS difficulty
      FROM record WHERE tenant_id = ${tenantId} AND collection = 'exercises' AND body #>> '{skills,0}' = ANY(${[...skills]})
      ORDER BY key LIMIT ${maxCandidates}`,
  )
  if (rows.length > 0) return rows
  throw new AppError('input_invalid', {
    public: 'No exercise trains these skills',
    errors: [{ location: 'body.skills', message: 'no exercise has one', fix: 'Name ids of the collection skills' }],
  })
}

export const titled = z.union([z.string(), z.object({ en: z.string().optional(), 'zh-CN': z.string().optional() })])

const stored = z.object({
  stem: titled,
  answer_type: z.enum(['numeric', 'expression', 'choice', 'text']),
  unit: z.string().nullish(),
  choices: z.array(z.object({ id: z.string(), text: titled })).default([]),
})

async function shownExercise(tenantId: string, next: NonNullable<TutorOutput['next_exercise']>) {
  const row = await withTenant(tenantId, (tx) =>
    tx.record.findFirst({
      where: { tenantId, collection: 'exercises', key: next.item_id },
      select: { body: true },
    }),
  )
  if (!row) throw new AppError('conflict', { public: 'The exercise was deleted in this moment. Ask again' })
  const { stem, answer_type, unit, choices } = stored.parse(row.body)
  return {
    item_id: next.item_id,
    stem: inBoth(stem, next.item_id),
    answer_type,
    unit: unit ?? null,
    choices: choices.map(({ id, text }) => ({ id, text: inBoth(text, id) })),
    skill: next.skill,
    skill_title: next.skill_title,
  }
}

/** A text in one language stands for both. */
export function inBoth(text: z.output<typeof titled>, otherwise: string): Localized {
  if (typeof text === 'string') return { en: text, 'zh-CN': text }
  const [en, zh] = [text.en, text['zh-CN']]
  return { en: en || zh || otherwise, 'zh-CN': zh || en || otherwise }
}
