// From what the model or the records say to candidates with a score and its exact terms, by scenario. Nothing is filtered here.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { RecommendContent } from './content.ts'
import { contentTerms } from './content-terms.ts'
import type { ShopperHistory } from './features.ts'
import type { RecommendInput } from './input.ts'
import type { Source, Strategy } from './output.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { popularShare, type Recommendation, type Term } from './recommendation.ts'
import type { Repurchase } from './repurchase.ts'
import type { Shelf, ShelfItem } from './shelf.ts'
import type { Similarity } from './similarity.ts'
import { numbersOf } from './slots.ts'

export type Candidate = {
  item: ShelfItem
  score: number
  /** Candidates of a lower tier stand before all of a higher one, whatever their scores: scores of two kinds do not compare. */
  tier: number
  source: Source
  terms: Term[]
  /** Came after the model was trained, or has no event yet. */
  isNew: boolean
  pair: Pair | null
  repurchase: Repurchase | null
}
export type Candidates = { all: Candidate[]; strategy: Strategy; isFallback: boolean; isUserCold: boolean }

export type Scoring = {
  input: RecommendInput
  content: RecommendContent
  card: ItemCard | null
  features: ShopperHistory
  prediction: Recommendation
  shelf: Shelf
  similarity: Similarity
}

export function candidatesOf(scoring: Scoring): Candidates {
  const { features } = scoring
  const barred = new Set([...features.excluded, ...features.barredBought])
  const found = byScenario(scoring)
  return { ...found, all: found.all.filter((one) => !barred.has(one.item.id)) }
}

function byScenario(scoring: Scoring): Candidates {
  const { scenario } = scoring.input
  if (scenario === 'trending') return trending(scoring)
  if (scenario === 'buy_again') return buyAgain(scoring)
  if (scenario === 'rerank') return rerank(scoring)
  const pool = pooled(scoring)
  if (scenario === 'home' || scenario === 'similar') return pool
  return withPairs(scoring, pool)
}

function trending(scoring: Scoring): Candidates {
  const { features, shelf } = scoring
  const all = features.popular.slice(0, features.k).map(({ item, score }) => plain(shelf.item(item), score, 'trending'))
  if (all.length > 0) return { all, strategy: 'trending', isFallback: false, isUserCold: false }
  return { ...pooled(scoring), strategy: 'popularity', isFallback: true, isUserCold: false }
}

/** Without leave to read the history there is no rhythm: then popularity answers. A shopper who bought nothing gets nothing to buy again. */
function buyAgain(scoring: Scoring): Candidates {
  const { input, prediction, shelf } = scoring
  if (!input.personalization) return { ...pooled(scoring), isFallback: true }
  const all = prediction.repurchase.map((one) => ({
    ...plain(shelf.item(one.item), one.score, 'repurchase'),
    repurchase: one,
  }))
  return { all, strategy: 'repurchase', isFallback: false, isUserCold: all.length === 0 }
}

/** What nothing is known of keeps the order in which it came, after the rest. */
function rerank(scoring: Scoring): Candidates {
  const { features, shelf } = scoring
  const pool = pooled(scoring)
  const given = features.only ?? []
  const wanted = new Set(given)
  const known = new Map(
    pool.all.filter((one) => one.score !== 0 && wanted.has(one.item.id)).map((one) => [one.item.id, one]),
  )
  const all = given.map(
    (id, at) => known.get(id) ?? { ...plain(shelf.item(id), 0, 'given'), tier: 1, score: -at / given.length },
  )
  return known.size > 0 ? { ...pool, all } : { ...pool, all, strategy: 'given', isFallback: true }
}

/** The model's pool, or what is popular; content similarity joins it by the template's weights, and lets new items in. */
function pooled(scoring: Scoring): Candidates {
  const { prediction, features, content, shelf, input } = scoring
  const isLearned = prediction.isModel && !prediction.isCold
  const sensitive = sensitiveOf(scoring)
  const unit = isLearned ? Math.max(prediction.items[0]?.score ?? 0, 0) || 1 : 1
  const share = prediction.isModel && prediction.isCold && features.items.length > 0 ? popularShare : 1
  const isKnown = knownTest(scoring)
  const weightOf = (isNew: boolean) => (isNew ? content.new_items.weight : isLearned ? content.content_weight : 1)
  const usesContent = input.scenario !== 'cart' && input.scenario !== 'bought_together'
  const terms = usesContent ? contentTerms({ ...scoring, unit, sensitive }) : { of: () => [], isEmpty: true }
  const base = prediction.items.map((one): Candidate => {
    const item = shelf.item(one.item)
    const isNew = !isKnown(one.item)
    const kept = sensitive.size === 0 ? one.terms : one.terms.filter((term) => !sensitive.has(term.from))
    const own = terms.of(item, weightOf(isNew))
    const all = own.length === 0 ? kept : [...kept, ...own]
    const dropped = kept === one.terms ? 0 : sumOf(one.terms) - sumOf(kept)
    const score = share * (one.score - dropped) + sumOf(own)
    return { ...plain(item, score, sourceOf(all)), terms: all, isNew }
  })
  const pool = new Set(base.map((one) => one.item.id))
  const fresh = features.asksNew
    ? shelf.newest
        .filter((item) => !pool.has(item.id) && !isKnown(item.id))
        .map((item): Candidate => {
          const own = terms.of(item, weightOf(true))
          return { ...plain(item, sumOf(own), 'content'), terms: own, isNew: true }
        })
    : []
  const all = [...base, ...fresh]
  const isUserCold = features.basis === 'none' || (prediction.isModel && prediction.isCold)
  if (isLearned && features.basis !== 'none') return { all, strategy: features.basis, isFallback: false, isUserCold }
  const hasOrders = prediction.items.some((one) => one.terms.length > 0)
  const isMute = features.items.length === 0 || (terms.isEmpty && !hasOrders)
  const strategy = isMute ? 'popularity' : hasOrders ? 'records' : 'content'
  return { all, strategy, isFallback: true, isUserCold }
}

/** Partners in orders first, by lift; then what the model holds for fitting, then what sells. */
function withPairs(scoring: Scoring, pool: Candidates): Candidates {
  const { input, prediction, content, shelf } = scoring
  const sensitive = sensitiveOf(scoring)
  const pairs = pairsOf(prediction.orders, content.support_floor).filter((one) => !sensitive.has(one.from))
  const best = new Map<string, Pair>()
  for (const pair of pairs) if (pair.score > (best.get(pair.item)?.score ?? 0)) best.set(pair.item, pair)
  const isRankedByModel = input.scenario === 'cart' && prediction.isModel && !prediction.isCold
  if (isRankedByModel || best.size === 0) return pool
  const partners = [...best.values()].map(
    (pair): Candidate => ({ ...plain(shelf.item(pair.item), pair.score, 'co_purchase'), pair }),
  )
  const known = new Set(partners.map((one) => one.item.id))
  const rest = pool.all.filter((one) => !known.has(one.item.id)).map((one) => ({ ...one, tier: 1 }))
  return { all: [...partners, ...rest], strategy: 'context', isFallback: false, isUserCold: false }
}

/** Whether somebody has ever touched an item, as far as the model or the newest events know. */
function knownTest({ card, prediction, features }: Scoring): (item: string) => boolean {
  const popular = new Set(features.popular.map((one) => one.item))
  const numbers = card && prediction.isModel ? numbersOf(card) : null
  return (item) => (numbers ? numbers.has(item) : popular.has(item))
}

/** Items of the history whose record says that they are of a sensitive category, whatever the model knew of them. */
function sensitiveOf({ features, shelf }: Scoring): Set<string> {
  const levels = new Set(features.sensitive.map((one) => one.toLowerCase()))
  const own = features.items.map((one) => shelf.item(one.item))
  return new Set(
    own.filter((item) => item.category.some((level) => levels.has(level.toLowerCase()))).map((item) => item.id),
  )
}

function plain(item: ShelfItem, score: number, source: Source): Candidate {
  return { item, score, tier: 0, source, terms: [], isNew: false, pair: null, repurchase: null }
}

const sumOf = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + term.value, 0)

export const sourceOfKind: Record<Term['kind'], Source> = { model: 'model', content: 'content', orders: 'co_purchase' }

function sourceOf(terms: readonly Term[]): Source {
  const top = terms.reduce<Term | null>((best, one) => (one.value > (best?.value ?? 0) ? one : best), null)
  return top === null ? 'popularity' : sourceOfKind[top.kind]
}
