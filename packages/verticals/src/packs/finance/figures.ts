// An application's own figures, as rules read them.
import type { Affordability } from './affordability.ts'
import type { FinanceFeatures } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import type { RuleVariables } from './rule-logic.ts'

const numberOf = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))

/** All that is known before the model speaks; null is unknown. */
export function figuresOf(
  input: RiskNoteInput,
  { affordability, features }: { affordability: Affordability; features: FinanceFeatures },
): RuleVariables {
  const { product, income, bureau, business } = input
  return {
    ...features,
    product_type: product.type,
    jurisdiction: input.jurisdiction,
    currency: product.currency,
    amount: Number(product.amount),
    term_months: product.term_months,
    apr: product.apr,
    income_monthly: numberOf(income.gross_monthly),
    income_verified: income.verified ? 'yes' : 'no',
    debts_monthly: numberOf(input.debts.monthly_service),
    payment_monthly: Number(affordability.payment_monthly),
    dti_before: affordability.dti_before,
    dti_after: affordability.dti_after,
    ltv: affordability.ltv,
    dscr: affordability.dscr,
    leverage: affordability.leverage,
    debt_to_equity: affordability.debt_to_equity,
    ebitda_yearly: numberOf(business?.ebitda_yearly),
    trading_months: business?.trading_months ?? null,
    bureau_score: bureau.score ?? null,
    utilization: bureau.utilization ?? null,
    inquiries_12m: bureau.inquiries_12m ?? null,
    oldest_trade_months: bureau.oldest_trade_months ?? null,
    open_trades: bureau.open_trades ?? null,
    delinq_30p_24m: bureau.delinq_30p_24m ?? null,
  }
}
