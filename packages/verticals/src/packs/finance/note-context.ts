// The facts of a risk note, and the names under which the wording can state them. Protected attributes are never recorded.
import type { FactBook, FactRef } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { relate } from '../../kit/relation.ts'
import type { WordingContext, WordingValue } from '../../kit/wording.ts'
import type { RiskNoteInput } from './input.ts'
import { actionLabels, jurisdictionLabels, productLabels } from './labels.ts'
import { dataContext } from './note-data.ts'
import { type NoteSource, openRecorder, type Recorder } from './note-recorder.ts'
import { policyContext, recourseContext, riskContext } from './note-risks.ts'
import type { contextNames } from './wording-names.ts'

// pd_12m, inquiries_12m and delinq_30p_24m say these in their names.
const horizonMonths = 12
const inquiryMonths = 12
const windowMonths = 24
const lateMonths = 1

type ContextName = (typeof contextNames)[number]

export function noteContext(source: NoteSource): { context: WordingContext; book: FactBook; recorder: Recorder } {
  const recorder = openRecorder(source.input.product.currency)
  const context: Record<ContextName, WordingValue> = {
    ...requestContext(source, recorder),
    ...scoreContext(source, recorder),
    ...capacityContext(source, recorder),
    ...businessContext(source, recorder),
    ...policyContext(source, recorder),
    ...riskContext(source, recorder),
    ...recourseContext(source, recorder),
    ...dataContext(source, recorder),
  }
  return { context, book: recorder.book, recorder }
}

const known = (ref: FactRef): FactRef | null => (ref.fact.value === null ? null : ref)

function requestContext({ input }: NoteSource, { book, money, months, text }: Recorder) {
  const { product } = input
  return {
    application: text('application_id', input.application_id),
    applicant: text('applicant_ref', input.applicant_ref),
    as_of: book.record({ path: 'as_of', value: input.as_of, unit: 'date' }),
    jurisdiction: text('jurisdiction', input.jurisdiction, jurisdictionLabels[input.jurisdiction]),
    product: text('product.type', product.type, productLabels[product.type]),
    amount: money('product.amount', product.amount),
    term: months('product.term_months', product.term_months),
    apr: book.record({ path: 'product.apr', value: product.apr, unit: 'fraction', per: 'year' }),
    purpose: product.purpose ? text('product.purpose', product.purpose) : null,
    collateral: input.collateral ? text('collateral.type', input.collateral.type) : null,
    collateral_value: money('collateral.value', input.collateral?.value ?? null),
    costs: known(money('collateral.costs_monthly', input.collateral?.costs_monthly ?? null, 'month')),
  }
}

function scoreContext({ found, card }: NoteSource, { book, share, months, points, text }: Recorder) {
  const score = points('score.points', found.points)
  const reference = points('reason_method.reference_points', found.method.reference_points)
  const [low, high] = found.interval ?? [null, null]
  return {
    points: score,
    band: text('score.band', found.band),
    pd: share('score.pd_12m', found.pd),
    pd_low: known(share('score.pd_interval_90.low', low)),
    pd_high: known(share('score.pd_interval_90.high', high)),
    interval_level: known(share('model.interval.level', card.interval?.level ?? null)),
    coverage: known(share('model.interval.coverage', card.interval?.coverage ?? null)),
    horizon: months('score.horizon_months', horizonMonths),
    reference,
    reference_side: relate(book, 'reason_method.side', { kind: 'side', of: score, to: reference }),
    action: text('recommendation.action', found.action, actionLabels[found.action]),
    window: months('bureau.window_months', windowMonths),
  }
}

function capacityContext({ input, found }: NoteSource, { book, money, share, ratio, count, months }: Recorder) {
  const { affordability } = found
  const before = share('affordability.dti_before', affordability.dti_before)
  const after = share('affordability.dti_after', affordability.dti_after)
  return {
    income: known(money('income.gross_monthly', input.income.gross_monthly ?? null, 'month')),
    debts: known(money('debts.monthly_service', input.debts.monthly_service ?? null, 'month')),
    payment: money('affordability.payment_monthly', affordability.payment_monthly, 'month'),
    dti_before: known(before),
    dti_after: known(after),
    dti_change: relate(book, 'affordability.dti_change', { kind: 'change', of: before, to: after }),
    ltv: share('affordability.ltv', affordability.ltv),
    stress: affordability.stress.map((test, at) => {
      const path = `affordability.stress.${at}`
      const moved = (name: 'income_change' | 'rate_change' | 'value_change') => {
        const change = share(`${path}.${name}`, test[name])
        const isMoved = test[name] !== 0
        return {
          size: isMoved ? share(`${path}.${name}_size`, Math.abs(test[name])) : null,
          direction: isMoved ? relate(book, `${path}.${name}_direction`, { kind: 'move', of: change, to: null }) : null,
        }
      }
      const [income, rate, value] = [moved('income_change'), moved('rate_change'), moved('value_change')]
      return {
        income: income.size,
        income_direction: income.direction,
        rate: rate.size,
        rate_direction: rate.direction,
        value: value.size,
        value_direction: value.direction,
        dti: known(share(`${path}.dti_after`, test.dti_after)),
        dscr: known(ratio(`${path}.dscr`, test.dscr)),
        ltv: known(share(`${path}.ltv`, test.ltv)),
      }
    }),
    late: months('bureau.late_months', lateMonths),
    delinquencies: known(count('bureau.delinq_30p_24m', input.bureau.delinq_30p_24m ?? null)),
    bureau: bureauLines(input, { share, count, months }),
  }
}

function bureauLines(
  { bureau }: RiskNoteInput,
  { share, count, months }: Pick<Recorder, 'share' | 'count' | 'months'>,
) {
  const inquiries = months('bureau.inquiry_window_months', inquiryMonths)
  const lines: { name: Localized; value: FactRef; period: FactRef | null }[] = [
    {
      name: { en: 'Score of the credit bureau', 'zh-CN': '征信评分' },
      value: count('bureau.score', bureau.score ?? null),
      period: null,
    },
    {
      name: { en: 'Share of revolving limits in use', 'zh-CN': '循环额度使用率' },
      value: share('bureau.utilization', bureau.utilization ?? null),
      period: null,
    },
    {
      name: { en: 'Inquiries', 'zh-CN': '查询次数' },
      value: count('bureau.inquiries_12m', bureau.inquiries_12m ?? null),
      period: inquiries,
    },
    {
      name: { en: 'Open credit accounts', 'zh-CN': '信贷账户数' },
      value: count('bureau.open_trades', bureau.open_trades ?? null),
      period: null,
    },
    {
      name: { en: 'Age of the oldest account', 'zh-CN': '最早账户开立时长' },
      value: months('bureau.oldest_trade_months', bureau.oldest_trade_months ?? null),
      period: null,
    },
  ]
  return lines
    .filter((line) => line.value.fact.value !== null)
    .map(({ name, ...rest }) => ({ ...rest, name: { text: name, value: null } }))
}

function businessContext(
  { input: { business }, found: { affordability } }: NoteSource,
  { money, months, ratio }: Recorder,
) {
  const amount = (name: 'revenue_yearly' | 'ebitda_yearly' | 'debt_service_yearly' | 'debt_total' | 'equity') =>
    known(money(`business.${name}`, business?.[name] ?? null, name.endsWith('_yearly') ? 'year' : undefined))
  return {
    revenue: amount('revenue_yearly'),
    ebitda: amount('ebitda_yearly'),
    debt_service: amount('debt_service_yearly'),
    debt_total: amount('debt_total'),
    equity: amount('equity'),
    trading: known(months('business.trading_months', business?.trading_months ?? null)),
    dscr: known(ratio('affordability.dscr', affordability.dscr)),
    leverage: known(ratio('affordability.leverage', affordability.leverage)),
    debt_to_equity: known(ratio('affordability.debt_to_equity', affordability.debt_to_equity)),
  }
}
