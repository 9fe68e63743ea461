// A learner's answer: graded by a run, then kept as an attempt under the run's id, so that mastery and the class page move. What could not be
// read, and what comes after the day's limit, is no attempt.
import { answerInput, practiceAnswer } from '@guildhall/contracts/practice'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { collectionNamed } from '../collection/find.ts'
import { writeRecords } from '../collection/write.ts'
import { markScores } from '../lti/mark.ts'
import { parseInput } from '../parse.ts'
import type { Verb } from '../verb.ts'
import { keepStatements, type Told as Lived } from '../xapi/keep.ts'
import { countWork, readLearner } from './learner.ts'
import { askTutor, type Told } from './tutor.ts'

/** Throws input_invalid, not_found, forbidden, and unavailable. */
export const answerPractice: Verb<typeof answerInput, typeof practiceAnswer> = {
  name: 'practice.answer',
  scope: 'runs:write',
  input: answerInput,
  output: practiceAnswer,
  call: async (actor, raw) => {
    const { learner, template, item_id, answer } = parseInput(answerInput, raw)
    const { tenantId } = actor
    const who = await readLearner(tenantId, learner)
    const { attempts, hints } = await countWork({ tenantId, learner, item: item_id })
    const response = { raw: answer, attempt_no: Math.min(attempts + 1, 100), hints_used: Math.min(hints, 20) }
    const told = await askTutor(actor, template, { task: 'grade_response', ...who, item_id, response })
    const { grading, feedback, attempt, mastery } = told.output
    if (attempt && !told.isStopped)
      await keepAttempt(tenantId, { attempt: { ...attempt, id: told.run }, lived: livedOf(told, learner) })
    const refusal = grading?.refusal?.message ?? null
    return practiceAnswer.parse({
      object: 'practice_answer',
      run: told.run,
      reply: told.reply?.text ?? null,
      is_stopped: told.isStopped,
      correct: grading && !refusal ? grading.correct : null,
      refusal,
      feedback: feedback?.text ?? null,
      attempt_no: response.attempt_no,
      mastery: mastery[0] ?? null,
    })
  },
}

type Kept = { attempt: Record<string, unknown>; lived: readonly Lived[] }

async function keepAttempt(tenantId: string, { attempt, lived }: Kept): Promise<void> {
  const { schema, headOf, isImmutable, name } = collectionNamed('attempts')
  const parsed = schema.parse(attempt)
  const record = { ...headOf(parsed), body: JSON.stringify(parsed) }
  await withTenant(tenantId, async (tx) => {
    await writeRecords(tx, { tenantId, collection: name, isImmutable, records: [record] })
    await keepStatements(tx, tenantId, lived)
    if (record.subject !== null)
      await markScores(tx, { tenantId, learner: record.subject, skill: skillPart.parse(parsed).skill ?? null })
  })
}

const skillPart = z.object({ skill: z.string().nullish() })

const attemptParts = z.object({
  item_id: z.string(),
  correct: z.boolean(),
  ts: z.string(),
  hints_used: z.int().nullish(),
})

/** The answer, and what the tutor says was mastered by it: by the line of the template that answered. */
function livedOf({ run, output }: Told, learner: string): Lived[] {
  const { item_id: item, correct, ts, hints_used } = attemptParts.parse(output.attempt)
  const base = { learner, run, at: ts }
  const mastered = output.mastery.filter((one) => output.newly_mastered.includes(one.skill))
  return [
    { ...base, verb: 'answered', item, isRight: correct, hintsUsed: hints_used ?? 0 },
    ...mastered.map(({ skill, p }) => ({ ...base, verb: 'mastered' as const, skill, p })),
  ]
}
