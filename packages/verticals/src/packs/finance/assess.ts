// The assessment: every figure of a risk note, computed once. The note only words it.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { valueAt } from '../../kit/golden.ts'
import type { Features, Prediction } from '../../kit/vertical.ts'
import { type Affordability, affordabilityOf, expectedLossOf, largestAmount } from './affordability.ts'
import type { RiskNoteContent } from './content.ts'
import type { RiskNoteInput } from './input.ts'
import { missingLabels } from './labels.ts'
import { applyRules, type PolicyResult, worstOutcome } from './policy.ts'
import { type Factor, factorsOf, type ReasonMethod, rankReasons } from './reasons.ts'
import { bandOf, pointsOf, scaleOf } from './score.ts'

type Action = 'approve' | 'approve_with_conditions' | 'refer' | 'decline'
export type Assessment = {
  pd: number
  points: number
  band: string
  factors: Factor[]
  method: ReasonMethod
  reasons: ReturnType<typeof rankReasons>
  strengths: ReturnType<typeof rankReasons>
  affordability: Affordability
  expectedLoss: ReturnType<typeof expectedLossOf>
  policy: PolicyResult[]
  action: Action
  maxAmount: string | null
  approverRole: string
  conditions: string[]
  missing: string[]
}

type Given = {
  input: RiskNoteInput
  content: RiskNoteContent
  card: AdditiveCard
  features: Features
  prediction: Prediction
}

export function assess({ input, content, card, features, prediction }: Given): Assessment {
  const scale = scaleOf(content.scale)
  const points = pointsOf(scale, prediction.logit)
  const { factors, method } = factorsOf({ card, features, prediction, scale, reference: content.reference })
  const affordability = affordabilityOf(input, content)
  const pd = prediction.probability
  const { stress: _, payment_monthly: payment, ...ratios } = affordability
  const policy = applyRules(content.rules, { pd, points, ...ratios, ...features, payment_monthly: Number(payment) })
  const conditions = input.income.verified ? [] : ['verify_income']
  const action = actionOf(policy, conditions)
  return {
    pd,
    points,
    band: bandOf(content.bands, points),
    factors,
    method,
    reasons: rankReasons(factors, content.reason_table, 'lowers'),
    strengths: rankReasons(factors, content.reason_table, 'raises'),
    affordability,
    expectedLoss: expectedLossOf({ ...input.product, pd, lgd: content.lgd }),
    policy,
    action,
    maxAmount: action === 'decline' ? null : maxAmountOf(input, content),
    approverRole: content.approver[action === 'approve_with_conditions' ? 'approve' : action],
    conditions: action === 'decline' ? [] : conditions,
    missing: Object.keys(missingLabels).filter((path) => (valueAt(input, path) ?? null) === null),
  }
}

function actionOf(policy: readonly PolicyResult[], conditions: readonly string[]): Action {
  const worst = worstOutcome(policy)
  if (worst !== 'pass') return worst
  return conditions.length > 0 ? 'approve_with_conditions' : 'approve'
}

/** What the strictest limit on debt service would allow; null when no rule sets one or income is unknown. */
function maxAmountOf(input: RiskNoteInput, content: RiskNoteContent): string | null {
  const limits = content.rules.flatMap((rule) =>
    rule.metric === 'dti_after' && rule.limit !== null ? [rule.limit] : [],
  )
  return limits.length === 0 ? null : largestAmount(input, Math.min(...limits))
}
