// Why an item is shown: the strongest term of its score with its share, what orders say, and one sentence in both languages made of facts.
// Other people are never mentioned: orders are counted, not shoppers.
import type { FactBook, FactRef } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { type Line, line } from '../../kit/text.ts'
import { sourceOfKind } from './candidates.ts'
import type { Place } from './choose.ts'
import type { ShopperHistory } from './features.ts'
import type { Evidence, ReasonType, Relation, Source } from './output.ts'
import { type Pair, pairsOf, statedSupport } from './pairs.ts'
import type { Recommendation, Term } from './recommendation.ts'
import type { Shelf } from './shelf.ts'

export type Reason = { type: ReasonType; source: Source; evidence: Evidence | null; text: Line }
type Reasoning = {
  book: FactBook
  shelf: Shelf
  features: ShopperHistory
  prediction: Recommendation
}

/** Reasons of one list: the pairs of orders are worked out once. */
export function openReasons(reasoning: Reasoning): (place: Place) => Reason {
  const { features, prediction } = reasoning
  const pairs = new Map(pairsOf(prediction.orders, 1).map((pair) => [`${pair.from} ${pair.item}`, pair]))
  const relations = new Map(features.items.map((one) => [one.item, one.relation]))
  return (place) => {
    const top = topTerm(place)
    const source = sourceOf(place, top)
    const evidence = evidenceOf(place, { top, pairs, relations, shelf: reasoning.shelf })
    const type = typeOf(place, evidence, top)
    return { type, source, evidence, text: textOf({ place, type, evidence }, reasoning) }
  }
}

/** Null where what sells weighs more than anything of the history. */
function topTerm({ terms, score }: Place): Term | null {
  const top = terms.reduce<Term | null>((best, one) => (one.value > (best?.value ?? 0) ? one : best), null)
  const rest = score - terms.reduce((sum, one) => sum + one.value, 0)
  return top && top.value >= rest ? top : null
}

/** What put the item there: chance, a pin, or what its score is made of most. */
function sourceOf(place: Place, top: Term | null): Source {
  if (place.isExplored) return 'exploration'
  if (place.terms.length === 0 && place.source !== 'content') return place.source
  return top ? sourceOfKind[top.kind] : place.isNew ? 'content' : 'popularity'
}

type Sources = {
  top: Term | null
  pairs: ReadonlyMap<string, Pair>
  relations: ReadonlyMap<string, Relation>
  shelf: Shelf
}

function evidenceOf(place: Place, { top, pairs, relations, shelf }: Sources): Evidence | null {
  const from = place.repurchase ? place.item.id : (place.pair?.from ?? top?.from)
  if (from === undefined) return null
  const pair = place.pair ?? pairs.get(`${from} ${place.item.id}`) ?? null
  const positive = place.terms.reduce((sum, one) => sum + Math.max(one.value, 0), 0)
  const isCounted = place.pair !== null || place.repurchase !== null
  return {
    item_id: from,
    title: shelf.item(from).title,
    relation: relations.get(from) ?? 'bought',
    contribution: isCounted ? null : (top?.value ?? null),
    share: isCounted || !top || positive === 0 ? null : top.value / positive,
    co_purchase_rate: pair && pair.support >= statedSupport ? pair.rate : null,
    lift: pair && pair.support >= statedSupport ? pair.lift : null,
    support: pair?.support ?? null,
  }
}

function typeOf(place: Place, evidence: Evidence | null, top: Term | null): ReasonType {
  if (evidence) {
    if (top?.kind === 'content' && !place.pair && !place.repurchase) return 'similar_content'
    return evidence.relation === 'bought' ? 'because_you_bought' : 'goes_with'
  }
  if (place.source === 'given') return 'as_given'
  if (place.isPinned && place.source === 'pin') return 'pinned'
  return place.isNew ? 'new' : 'popular'
}

type Told = { place: Place; type: ReasonType; evidence: Evidence | null }

function textOf({ place, type, evidence }: Told, { book, shelf }: Reasoning): Line {
  const facts: Record<string, FactRef> = { item: titleFact(book, shelf, place.item.id) }
  if (!evidence) return line(plainTexts[plainOf(place, type)], facts)
  const { repurchase } = place
  if (repurchase) {
    const days = (name: string, value: number) =>
      book.record({ path: `items.${place.item.id}.${name}`, value: Math.round(value), unit: 'days' })
    facts.last = days('last_days', repurchase.lastDays)
    if (repurchase.purchases < 2) return line(onceText, facts)
    return line(rhythmText, { ...facts, interval: days('interval_days', repurchase.intervalDays) })
  }
  if (evidence.item_id === place.item.id) return line(againTexts[evidence.relation], facts)
  const text = relationTexts[type === 'similar_content' ? 'alike' : 'fits'][evidence.relation]
  facts.evidence = titleFact(book, shelf, evidence.item_id)
  if (evidence.co_purchase_rate === null) return line(text, facts)
  facts.rate = book.record({
    path: `pairs.${evidence.item_id}.${place.item.id}.rate`,
    value: evidence.co_purchase_rate,
    unit: 'fraction',
  })
  return line({ en: `${text.en}${rateText.en}`, 'zh-CN': `${text['zh-CN']}${rateText['zh-CN']}` }, facts)
}

/** The item's title in each language; its id where the catalogue has no record. */
function titleFact(book: FactBook, shelf: Shelf, id: string): FactRef {
  return book.record({ path: `items.${id}.title`, value: id, unit: 'text', label: shelf.item(id).title })
}

function plainOf({ source }: Place, type: ReasonType): keyof typeof plainTexts {
  if (type === 'popular') return source === 'trending' ? 'trending' : 'popular'
  return type === 'new' || type === 'pinned' || type === 'as_given' ? type : 'popular'
}

const plainTexts = {
  popular: { en: '{item}: it is popular here.', 'zh-CN': '{item}：在本店受欢迎。' },
  trending: { en: '{item}: it is popular now.', 'zh-CN': '{item}：近来受欢迎。' },
  new: { en: '{item}: it is new here.', 'zh-CN': '{item}：新到商品。' },
  pinned: { en: '{item}: picked by the shop.', 'zh-CN': '{item}：本店精选。' },
  as_given: { en: '{item}: from the shop’s own list.', 'zh-CN': '{item}：来自本店的列表。' },
} satisfies Record<string, Localized>

const rhythmText = {
  en: '{item}: bought about every {interval}, the last time {last} ago.',
  'zh-CN': '{item}：约每{interval}购买一次，上次是{last}前。',
}
const onceText = { en: '{item}: you bought it {last} ago.', 'zh-CN': '{item}：您在{last}前买过。' }
const again = (en: string, zh: string): Localized => ({ en: `{item}: ${en}.`, 'zh-CN': `{item}：${zh}。` })
const againTexts: Record<Relation, Localized> = {
  bought: again('you have bought it before', '您以前买过'),
  liked: again('you liked it', '您喜欢过'),
  carted: again('you put it in the cart', '您曾加入购物车'),
  viewed: again('you looked at it', '您看过'),
  page: again('it is on this page', '在本页面'),
  cart: again('it is in your cart', '在购物车中'),
}

const zh = (relation: string, word: string) => `{item}：与${relation}“{evidence}”${word}。`
const told = (begin: string, word: string): Record<Relation, Localized> => ({
  bought: { en: `{item}: it ${begin} {evidence}, which you bought.`, 'zh-CN': zh('您买过的', word) },
  liked: { en: `{item}: it ${begin} {evidence}, which you liked.`, 'zh-CN': zh('您喜欢的', word) },
  carted: { en: `{item}: it ${begin} {evidence}, which you put in the cart.`, 'zh-CN': zh('您加入购物车的', word) },
  viewed: { en: `{item}: it ${begin} {evidence}, which you looked at.`, 'zh-CN': zh('您看过的', word) },
  page: { en: `{item}: it ${begin} {evidence}.`, 'zh-CN': zh('', word) },
  cart: { en: `{item}: it ${begin} {evidence} in your cart.`, 'zh-CN': zh('购物车中的', word) },
})
const relationTexts = { fits: told('goes with', '相配'), alike: told('is like', '相似') }

const rateText = {
  en: ' Of the orders with {evidence}, {rate} also hold it.',
  'zh-CN': '含“{evidence}”的订单中，{rate}也含此商品。',
}
