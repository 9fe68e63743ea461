// A hint, one rung above the hints asked for since the last answer, within the locks of template and class.
import { hintInput, practiceHint } from '@guildhall/contracts/practice'
import { withTenant } from '@guildhall/db/scope'
import { parseInput } from '../parse.ts'
import type { Verb } from '../verb.ts'
import { keepStatements } from '../xapi/keep.ts'
import { countWork, readLearner } from './learner.ts'
import { askTutor } from './tutor.ts'

/** Throws input_invalid, not_found, forbidden, and unavailable. */
export const hintPractice: Verb<typeof hintInput, typeof practiceHint> = {
  name: 'practice.hint',
  scope: 'runs:write',
  input: hintInput,
  output: practiceHint,
  call: async (actor, raw) => {
    const { learner, template, item_id, message } = parseInput(hintInput, raw)
    const { tenantId } = actor
    const who = await readLearner(tenantId, learner)
    const { attempts, hints } = await countWork({ tenantId, learner, item: item_id })
    const told = await askTutor(actor, template, {
      task: 'hint',
      ...who,
      item_id,
      response: { attempt_no: Math.min(attempts + 1, 100), hints_used: Math.min(hints, 20) },
      ...(message ? { message } : {}),
    })
    const { hint } = told.output
    if (hint) {
      const at = new Date().toISOString()
      const lived = { verb: 'hinted' as const, learner, run: told.run, at, item: item_id, level: hint.level }
      await withTenant(tenantId, (tx) => keepStatements(tx, tenantId, [lived]))
    }
    return practiceHint.parse({
      object: 'practice_hint',
      run: told.run,
      reply: told.reply?.text ?? null,
      is_stopped: told.isStopped,
      level: hint?.level ?? null,
      levels_available: hint?.levels_available ?? [],
      text: hint?.text ?? null,
    })
  },
}
