// The assessment: every figure of a risk note, computed once. The note only words it.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { intervalOf } from '../../kit/additive.ts'
import { valueAt } from '../../kit/golden.ts'
import type { Features, Prediction, Probed } from '../../kit/vertical.ts'
import { expectedLossOf } from './affordability.ts'
import { completed } from './arrange.ts'
import type { RiskNoteContent } from './content.ts'
import { type Decision, decide, type Given, largestAmount } from './decide.ts'
import type { FinanceFeatures } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import { expectedPaths, type InputPath } from './input-fields.ts'
import { type Factor, factorsOf, type ReasonMethod, rankReasons } from './reasons.ts'
import { type Recourse, recourseOf } from './recourse.ts'

export type Assessment = Decision & {
  pd: number
  /** Low and high of the probability; null where the model has no bags. */
  interval: [low: number, high: number] | null
  factors: Factor[]
  method: ReasonMethod
  reasons: ReturnType<typeof rankReasons>
  strengths: ReturnType<typeof rankReasons>
  expectedLoss: ReturnType<typeof expectedLossOf>
  maxAmount: string | null
  approverRole: string
  recourse: Recourse
  missing: InputPath[]
  assumed: InputPath[]
}

type Source = Omit<Given, 'input'> & {
  card: AdditiveCard
  /** As it was sent. */
  input: RiskNoteInput
  probed: readonly Probed<RiskNoteInput, Features & FinanceFeatures, Prediction>[]
}

export function assess({ probed, ...source }: Source): Assessment {
  const { content, card, features, prediction } = source
  const { input, assumed } = completed(source.input, content)
  const given = { ...source, input }
  const decision = decide(given)
  const { action, scale, figures } = decision
  const { factors, method } = factorsOf({ card, features, prediction, scale, reference: content.reference })
  const pd = prediction.probability
  return {
    ...decision,
    pd,
    interval: intervalOf(prediction, card),
    factors,
    method,
    reasons: rankReasons(factors, content.reason_table, 'lowers'),
    strengths: rankReasons(factors, content.reason_table, 'raises'),
    expectedLoss: expectedLossOf({ ...input.product, pd, lgd: content.lgd }),
    maxAmount: action === 'decline' ? null : largestAmount(input, content.rules, figures),
    approverRole: content.approver[action === 'approve_with_conditions' ? 'approve' : action],
    recourse: recourseOf(given, probed),
    missing: missingOf(source.input, content),
    assumed,
  }
}

function missingOf(input: RiskNoteInput, content: RiskNoteContent): InputPath[] {
  const wanted = [...expectedPaths(input.product.type), ...content.missing.map((one) => one.path)]
  return [...new Set(wanted)].filter((path) => (valueAt(input, path) ?? null) === null)
}
