// The facts of a risk note, recorded under the path where the output or the input holds them. Protected attributes are never recorded.

import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { type Fact, type FactBook, type FactRef, openFactBook } from '../../kit/facts.ts'
import type { FeatureValue } from '../../kit/vertical.ts'
import type { Assessment } from './assess.ts'
import { type FeatureName, featureUnits } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import { actionLabels, levelLabels, missingLabels, outcomeLabels, productLabels } from './labels.ts'

// pd_12m, inquiries_12m and delinq_30p_24m say these in their names.
const horizonMonths = 12
const inquiryMonths = 12
const windowMonths = 24

export type BureauFigure = 'score' | 'utilization' | 'inquiries_12m' | 'open_trades' | 'oldest_trade_months'
type BureauFact = { name: BureauFigure; value: FactRef }

export type NoteFacts = ReturnType<typeof recordFacts>

export function recordFacts(input: RiskNoteInput, { found, card }: { found: Assessment; card: AdditiveCard }) {
  const book = openFactBook()
  const { currency } = input.product
  const money = (path: string, value: string | null) => book.record({ path, value, unit: 'currency', currency })
  const share = (path: string, value: number | null) => book.record({ path, value, unit: 'fraction' })
  const points = (path: string, value: number) => book.record({ path, value, unit: 'points' })
  const text = (path: string, value: string, label?: Fact['label']) =>
    book.record({ path, value, unit: 'text', ...(label ? { label } : {}) })
  return {
    book,
    application: text('application_id', input.application_id),
    applicant: text('applicant_ref', input.applicant_ref),
    asOf: book.record({ path: 'as_of', value: input.as_of, unit: 'date' }),
    product: text('product.type', input.product.type, productLabels[input.product.type]),
    amount: money('product.amount', input.product.amount),
    term: book.record({ path: 'product.term_months', value: input.product.term_months, unit: 'months' }),
    apr: share('product.apr', input.product.apr),
    purpose: input.product.purpose ? text('product.purpose', input.product.purpose) : null,
    income: money('income.gross_monthly', input.income.gross_monthly ?? null),
    debts: money('debts.monthly_service', input.debts.monthly_service ?? null),
    pd: share('score.pd_12m', found.pd),
    horizon: book.record({ path: 'score.horizon_months', value: horizonMonths, unit: 'months' }),
    window: book.record({ path: 'bureau.window_months', value: windowMonths, unit: 'months' }),
    inquiryWindow: book.record({ path: 'bureau.inquiry_window_months', value: inquiryMonths, unit: 'months' }),
    points: points('score.points', found.points),
    band: text('score.band', found.band),
    reference: points('reason_method.reference_points', found.method.reference_points),
    payment: money('affordability.payment_monthly', found.affordability.payment_monthly),
    dtiBefore: share('affordability.dti_before', found.affordability.dti_before),
    dtiAfter: share('affordability.dti_after', found.affordability.dti_after),
    ltv: share('affordability.ltv', found.affordability.ltv),
    collateral: input.collateral ? text('collateral.type', input.collateral.type) : null,
    collateralValue: money('collateral.value', input.collateral?.value ?? null),
    lgd: share('expected_loss.lgd', found.expectedLoss.lgd),
    el: money('expected_loss.el', found.expectedLoss.el),
    action: text('recommendation.action', found.action, actionLabels[found.action]),
    maxAmount: money('recommendation.max_amount', found.maxAmount),
    delinquencies: book.record({
      path: 'bureau.delinq_30p_24m',
      value: input.bureau.delinq_30p_24m ?? null,
      unit: 'count',
    }),
    bureau: bureauFacts(book, input.bureau),
    model: text('model.name', card.name),
    modelRows: book.record({ path: 'model.data.rows', value: card.data.rows, unit: 'count' }),
    modelSource: text('model.data.source', card.data.source),
    stress: found.affordability.stress.map((test, at) => ({
      incomeChange: test.income_change,
      rateChange: test.rate_change,
      income: share(`affordability.stress.${at}.income_change`, Math.abs(test.income_change)),
      rate: share(`affordability.stress.${at}.rate_change`, Math.abs(test.rate_change)),
      dti: share(`affordability.stress.${at}.dti_after`, test.dti_after),
    })),
    policy: found.policy.map((rule, at) => policyFacts(book, rule, at)),
    missing: found.missing.map((path) => text(`missing.${path}`, path, missingLabels[path])),
    feature: (name: string, value: FeatureValue) => book.record(featureFact(name, value)),
    reasonPoints: (code: string, value: number) => points(`reasons.${code}.points`, Math.abs(value)),
  }
}

/** The figures of the credit report that were given, other than late payments. */
function bureauFacts(book: FactBook, bureau: RiskNoteInput['bureau']) {
  const record = (name: BureauFigure, unit: NonNullable<Fact['unit']>): BureauFact[] => {
    const value = bureau[name] ?? null
    return value === null ? [] : [{ name, value: book.record({ path: `bureau.${name}`, value, unit }) }]
  }
  return [
    ...record('score', 'count'),
    ...record('utilization', 'fraction'),
    ...record('inquiries_12m', 'count'),
    ...record('open_trades', 'count'),
    ...record('oldest_trade_months', 'months'),
  ]
}

function policyFacts(book: FactBook, rule: Assessment['policy'][number], at: number) {
  const path = `policy.${at}`
  const number = (name: string, value: number | null): FactRef | null =>
    value === null ? null : book.record({ path: `${path}.${name}`, value, unit: rule.unit })
  return {
    name: book.record({ path: `${path}.name`, value: rule.rule, unit: 'text', label: rule.name }),
    outcome: book.record({
      path: `${path}.outcome`,
      value: rule.outcome,
      unit: 'text',
      ...labelOf(outcomeLabels, rule.outcome),
    }),
    value: typeof rule.value === 'number' ? number('value', rule.value) : null,
    limit: typeof rule.value === 'number' ? number('limit', rule.limit) : null,
  }
}

function featureFact(name: string, value: FeatureValue): Fact {
  const unit = isFeature(name) ? featureUnits[name] : 'text'
  return { path: `features.${name}`, value, unit, ...(typeof value === 'string' ? labelOf(levelLabels, value) : {}) }
}

function labelOf(labels: Record<string, Fact['label']>, key: string): { label?: NonNullable<Fact['label']> } {
  const label = labels[key]
  return label ? { label } : {}
}

function isFeature(name: string): name is FeatureName {
  return name in featureUnits
}
