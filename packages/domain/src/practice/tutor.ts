// One question to the tutor by the same door as everybody's: a run is made and waited for. The pupil gets what it says, cut to what a pupil may see.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { practiceMastery } from '@guildhall/contracts/practice'
import { holdsScope } from '@guildhall/contracts/scopes'
import { z } from 'zod'
import { createRun } from '../run/create.ts'
import { waitForRun } from '../run/wait.ts'

const waitMs = 15_000

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })

const tutorOutput = z.object({
  grading: z.object({ correct: z.boolean(), refusal: z.object({ message: localized }).nullable() }).nullable(),
  mastery: z.array(practiceMastery),
  newly_mastered: z.array(z.string()),
  next_exercise: z
    .object({
      item_id: z.string(),
      skill: z.string(),
      skill_title: localized.nullable(),
      expected_p_correct: z.number(),
      why: z.object({ code: z.enum(['due_review', 'learning_gain']) }),
    })
    .nullable(),
  hint: z.object({ level: z.int(), levels_available: z.array(z.int()), text: localized }).nullable(),
  feedback: z.object({ text: localized }).nullable(),
  reply: z.object({ text: localized.nullable() }).nullable(),
  attempt: z.record(z.string(), z.unknown()).nullable(),
  limits: z.object({ attempts_today: z.int(), is_reached: z.boolean() }).nullable(),
  safety: z.object({ flagged: z.boolean() }),
})
export type TutorOutput = z.output<typeof tutorOutput>

export type Told = { run: string; output: TutorOutput; reply: TutorOutput['feedback']; isStopped: boolean }

/** Throws what createRun throws, the run's own failure, and unavailable when no answer comes in fifteen seconds. */
export async function askTutor(actor: Actor, template: string, input: Record<string, unknown>): Promise<Told> {
  for (const scope of ['runs:write', 'runs:read'] as const)
    if (!holdsScope(actor.scopes, scope))
      throw new AppError('forbidden', { public: `Practice needs the scope ${scope}, which this caller does not hold` })
  const { id } = await createRun.call(actor, { template, input, metadata: { practice: 'true' } })
  const run = await waitForRun(actor, id, { timeoutMs: waitMs })
  if (run.status === 'failed')
    throw new AppError('input_invalid', {
      public: typeof run.error?.detail === 'string' ? run.error.detail : 'The tutor could not answer',
      internal: `run ${id}`,
    })
  if (run.status !== 'succeeded' || !run.result)
    throw new AppError('unavailable', {
      public: 'The tutor does not answer at the moment. Try again',
      internal: `run ${id}: ${run.status}`,
    })
  const output = tutorOutput.parse(run.result.output)
  const text = output.reply?.text ?? null
  return {
    run: id,
    output,
    reply: text && { text },
    isStopped: output.safety.flagged || output.limits?.is_reached === true,
  }
}
