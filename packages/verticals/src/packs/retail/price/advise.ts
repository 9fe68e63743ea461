// From the model's answer to advice: whether the data can carry figures at all, the curve within the prices seen, and the price that pays.
// Nothing is said of a price further outside the prices seen than the template lets it be.

import type { PriceQuestion } from './features.ts'
import type { PriceContent } from './input.ts'
import type { DemandAnswer } from './model.ts'
import { normalCdf } from './normal.ts'

const z90 = 1.645
/** A change too small to print on a label is none. */
const leastChange = 0.005

type Span = readonly [low: number, high: number]
export type CurvePoint = {
  price: number
  /** Expectation in one period, with the uncertainty of the expectation, and where one period will lie. */
  units: number
  units90: Span
  period90: Span
  revenue: number
  revenue90: Span
  margin: number | null
  isBeyondSeen: boolean
}
export type Lack =
  | { what: 'sales' | 'price' | 'cost' | 'bounds' | 'range' }
  | { what: 'periods' | 'prices' | 'price_spread'; have: number; need: number }
  | { what: 'empty_share'; have: number; need: number }
  | { what: 'elasticity'; have: number; need: number }
type Bound = 'max_change' | 'cost_floor' | 'prices_seen'
export type Candidate = CurvePoint & { confidence: number; bound: Bound | null }
/**
 * `thin`: no figures. `undecided`: a curve, but no price. `keep`: the best candidate does not reach the template's confidence, or there is
 * none but the current price. `change`: `best` is advised.
 */
export type Advice = {
  status: 'thin' | 'undecided' | 'keep' | 'change'
  objective: 'margin' | 'revenue'
  lacks: Lack[]
  curve: CurvePoint[]
  current: CurvePoint | null
  best: Candidate | null
  floor: number | null
}

type Asked = { question: PriceQuestion; answer: DemandAnswer; content: PriceContent }

export function advise({ question, answer, content }: Asked): Advice {
  const objective = objectiveOf(question, content)
  const floor = question.cost === null ? null : question.cost * (1 + content.min_over_cost)
  const none = { objective, curve: [], current: null, best: null, floor }
  const thin = lacksOf({ question, answer, content })
  if (thin.length > 0) return { ...none, status: 'thin', lacks: thin }
  const [low, high] = rangeOf(answer, content)
  const curve = answer.points
    .filter(({ price }) => price >= low && price <= high)
    .map((point) => curvePoint(point, { question, answer }))
  const current = curve.find((point) => point.price === question.current) ?? null
  if (!current) return { ...none, status: 'thin', lacks: [{ what: 'range' }] }
  const open = openLacks(question, { answer, objective })
  if (open.length > 0) return { ...none, status: 'undecided', lacks: open, curve, current }
  const best = bestOf(curve, { question, answer, content, objective, current, floor })
  if (!best) return { ...none, status: 'undecided', lacks: [{ what: 'bounds' }], curve, current }
  const isMove = Math.abs(best.price / current.price - 1) >= leastChange
  const isForced = floor !== null && current.price < floor
  const isAdvised = isMove && (isForced || best.confidence >= content.min_confidence)
  return { ...none, status: isAdvised ? 'change' : 'keep', lacks: [], curve, current, best }
}

function objectiveOf({ cost }: PriceQuestion, { objective }: PriceContent): 'margin' | 'revenue' {
  if (objective === 'margin_if_cost_known') return cost === null ? 'revenue' : 'margin'
  return objective
}

/** What keeps the data from carrying any figure. */
function lacksOf({ question, answer, content }: Asked): Lack[] {
  if (answer.periods === 0) return [{ what: 'sales' }]
  if (question.current === null) return [{ what: 'price' }]
  const { periods, prices, priceSpread, emptyShare } = answer
  const lacks: Lack[] = []
  if (periods < content.min_periods) lacks.push({ what: 'periods', have: periods, need: content.min_periods })
  if (prices < content.min_prices) lacks.push({ what: 'prices', have: prices, need: content.min_prices })
  if (priceSpread < content.min_price_spread)
    lacks.push({ what: 'price_spread', have: priceSpread, need: content.min_price_spread })
  if (emptyShare > content.max_empty_share)
    lacks.push({ what: 'empty_share', have: emptyShare, need: content.max_empty_share })
  return lacks
}

const rangeOf = ({ low, high }: DemandAnswer, { max_extrapolation: beyond }: PriceContent): Span => [
  low * (1 - beyond) - 1e-6,
  high * (1 + beyond) + 1e-6,
]

/** Units are lognormal: their expectation is exp(mean + noise / 2), known up to the variance of the mean. */
function curvePoint(
  { price, mean, variance }: DemandAnswer['points'][number],
  { question: { cost }, answer: { noise, low, high } }: Omit<Asked, 'content'>,
): CurvePoint {
  const [sd, all] = [Math.sqrt(variance), Math.sqrt(variance + noise)]
  const units = Math.exp(mean + noise / 2)
  const units90: Span = [units * Math.exp(-z90 * sd), units * Math.exp(z90 * sd)]
  return {
    price,
    units,
    units90,
    period90: [Math.exp(mean - z90 * all), Math.exp(mean + z90 * all)],
    revenue: price * units,
    revenue90: [price * units90[0], price * units90[1]],
    margin: cost === null ? null : (price - cost) * units,
    isBeyondSeen: price < low * (1 - 1e-6) || price > high * (1 + 1e-6),
  }
}

/** What keeps a curve from naming a price. */
function openLacks(
  { cost }: PriceQuestion,
  { answer, objective }: { answer: DemandAnswer; objective: string },
): Lack[] {
  const upper = answer.elasticity + z90 * answer.elasticitySd
  if (upper >= 0) return [{ what: 'elasticity', have: upper, need: 0 }]
  return objective === 'margin' && cost === null ? [{ what: 'cost' }] : []
}

type Choosing = Asked & {
  objective: Advice['objective']
  current: CurvePoint
  floor: number | null
}

/** The candidate of largest expected revenue or margin not below the floor; null when there is none. */
function bestOf(curve: readonly CurvePoint[], choosing: Choosing): Candidate | null {
  const { objective, floor, current, content } = choosing
  const isEnded = ({ price }: CurvePoint) =>
    content.ending === null || price.toFixed(2).endsWith(content.ending) || price === current.price
  const allowed = curve.filter((point) => (floor === null || point.price >= floor - 1e-9) && isEnded(point))
  const gain = (point: CurvePoint) => (objective === 'margin' ? (point.margin ?? 0) : point.revenue)
  const [first, ...others] = allowed
  if (!first) return null
  const best = others.reduce((top, one) => (gain(one) > gain(top) ? one : top), first)
  return { ...best, confidence: confidenceOf(best, choosing), bound: boundOf(best, { ...choosing, allowed }) }
}

/**
 * Chance that the objective is larger than at the current price. Level, season and noise are the same at both, so that only the elasticity
 * is uncertain: log ratio ~ N(ln g(p)/g(p0) + e (ln p - ln p0), (sd (ln p - ln p0))^2), with g(p) = p or p - cost.
 */
function confidenceOf(best: CurvePoint, { question, answer, objective, current }: Choosing): number {
  const step = Math.log(best.price / current.price)
  if (step === 0) return 0.5
  const perUnit = (price: number) => (objective === 'margin' ? price - (question.cost ?? 0) : price)
  if (perUnit(current.price) <= 0) return perUnit(best.price) > 0 ? 1 : 0
  const mean = Math.log(perUnit(best.price) / perUnit(current.price)) + answer.elasticity * step
  return normalCdf(mean / (answer.elasticitySd * Math.abs(step)))
}

/** Which bound the best candidate leans on; null where it lies between its neighbours. */
function boundOf(best: CurvePoint, choosing: Choosing & { allowed: readonly CurvePoint[] }): Bound | null {
  const { answer, content, floor, current, allowed } = choosing
  const [low, high] = rangeOf(answer, content)
  const [least, most] = [current.price * (1 - content.max_change), current.price * (1 + content.max_change)]
  const at = allowed.indexOf(best)
  if (at === 0) {
    if (floor !== null && floor > Math.max(low, least)) return 'cost_floor'
    return low > least ? 'prices_seen' : 'max_change'
  }
  if (at < allowed.length - 1) return null
  return high < most ? 'prices_seen' : 'max_change'
}
