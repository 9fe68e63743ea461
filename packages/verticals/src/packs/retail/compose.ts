// Scores and the catalogue's records -> the list, what each rule dropped, and a reason for every item in both languages.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../kit/composed.ts'
import { type FactBook, openFactBook } from '../../kit/facts.ts'
import { type Line, line, renderNote, type Section } from '../../kit/text.ts'
import type { ComposeArgs } from '../../kit/vertical.ts'
import { type Candidate, type Candidates, candidatesOf } from './candidates.ts'
import { type Choosing, choose, diversityOf, type Place } from './choose.ts'
import type { RecommendContent } from './content.ts'
import type { ShopperHistory } from './features.ts'
import type { RecommendInput } from './input.ts'
import { strategyTitles } from './labels.ts'
import type { RecommendOutput } from './output.ts'
import { openReasons, type Reason } from './reasons.ts'
import type { Recommendation } from './recommendation.ts'
import { boosted, type Dropped, filtered, type Ruling } from './rules.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { openSimilarity } from './similarity.ts'

type Args = ComposeArgs<RecommendInput, RecommendContent, ItemCard | null, ShopperHistory, Recommendation>

export function composeRecommendation(args: Args): Composed {
  const { input, content, features, prediction, run } = args
  const shelf = openShelf(args.records)
  const similarity = openSimilarity(shelf.all)
  const found = candidatesOf({ ...args, shelf, similarity })
  const ruling: Ruling = { input, content, shelf, barredBought: features.barredBought }
  const { kept, dropped } = filtered(withPins(found.all, args, shelf), ruling)
  const ranked = kept.map((one) => {
    const { score, boosts } = boosted(one, ruling)
    return { ...one, boosted: score, boosts }
  })
  const lambda = input.diversity ?? content.diversity
  const choosing: Choosing = { content, limit: input.limit, lambda, similarity, seed: `${run.seed} ${run.id}` }
  const chosen = choose(ranked, choosing)
  const book = openFactBook()
  const reasonOf = openReasons({ book, shelf, features, prediction })
  const shown = chosen.places.map((place) => ({ place, reason: reasonOf(place) }))
  const list: List = {
    found: asShown(found, shown),
    shown,
    dropped: [...dropped, ...chosen.dropped],
    candidates: found.all.length,
  }
  const sections: Section[] = [
    { id: 'summary', title: { en: 'Summary', 'zh-CN': '摘要' }, lines: summaryLines(args, list, book) },
    { id: 'items', title: { en: 'Recommended items', 'zh-CN': '推荐商品' }, lines: itemLines(list, book) },
    { id: 'rules', title: { en: 'Left out by rule', 'zh-CN': '因规则排除' }, lines: droppedLines(list, book) },
  ]
  const output: RecommendOutput = { ...outputOf(args, list), diversity: diversityOf(chosen.places, kept, choosing) }
  return {
    output,
    facts: book.facts(),
    text: Object.fromEntries(args.languages.map((language) => [language, renderNote(sections, language)])),
  }
}

type Shown = { place: Place; reason: Reason }
type List = { found: Candidates; shown: readonly Shown[]; dropped: readonly Dropped[]; candidates: number }

/** Where nothing of the history speaks for anything that is shown, what sells has chosen, and the result says so. */
function asShown(found: Candidates, shown: readonly Shown[]): Candidates {
  const isBuilt = found.strategy === 'trending' || found.strategy === 'repurchase' || found.strategy === 'given'
  const speaks = shown.some(({ reason }) => reason.evidence !== null)
  return isBuilt || speaks || shown.length === 0 ? found : { ...found, strategy: 'popularity', isFallback: true }
}

/** Pins that no scenario brought along; they pass the same rules. Nothing is pinned into a list that was given, or that was asked to leave it out. */
function withPins(all: readonly Candidate[], { content, features }: Args, shelf: Shelf): Candidate[] {
  const known = new Set(all.map((one) => one.item.id))
  const barred = new Set([...features.excluded, ...features.barredBought])
  const missing = content.pins.filter(({ item_id: id }) => !known.has(id) && !barred.has(id))
  if (features.only !== null) return [...all]
  return [
    ...all,
    ...missing.map(
      ({ item_id: id }): Candidate => ({
        item: shelf.item(id),
        score: 0,
        tier: 1,
        source: 'pin',
        terms: [],
        isNew: false,
        pair: null,
        repurchase: null,
      }),
    ),
  ]
}

function summaryLines({ input }: Args, { found, shown, candidates }: List, book: FactBook): Line[] {
  const count = (path: string, value: number) => book.record({ path, value, unit: 'count' })
  const strategy = book.record({
    path: 'strategy',
    value: found.strategy,
    unit: 'text',
    label: strategyTitles[found.strategy],
  })
  const facts = { shown: count('list.shown', shown.length), all: count('list.candidates', candidates) }
  const lines = [
    line({ en: 'Items shown: {shown}, of candidates: {all}.', 'zh-CN': '展示商品：{shown}，候选商品：{all}。' }, facts),
    found.isFallback
      ? line({ en: 'Chosen by a fallback: {strategy}.', 'zh-CN': '选取依据（后备）：{strategy}。' }, { strategy })
      : line({ en: 'Chosen by: {strategy}.', 'zh-CN': '选取依据：{strategy}。' }, { strategy }),
  ]
  if (!input.personalization)
    lines.push(line({ en: 'The history was left aside, as asked.', 'zh-CN': '已按要求忽略历史记录。' }))
  const explored = shown.filter((one) => one.place.isExplored).length
  if (explored > 0)
    lines.push(
      line(
        { en: 'Places given to chance: {explored}.', 'zh-CN': '随机展示的位置：{explored}。' },
        { explored: count('list.explored', explored) },
      ),
    )
  return lines
}

function itemLines({ shown }: List, book: FactBook): Line[] {
  return shown.map(({ reason }, at) => {
    const rank = book.record({ path: `ranks.${at + 1}`, value: at + 1, unit: 'count' })
    const { en, 'zh-CN': zh } = reason.text.text
    return line({ en: `{rank}. ${en}`, 'zh-CN': `{rank}. ${zh}` }, { ...reason.text.facts, rank })
  })
}

function droppedLines({ dropped }: List, book: FactBook): Line[] {
  return dropped.map(({ rule, title, count }) =>
    line(
      { en: '{rule}: {count}.', 'zh-CN': '{rule}：{count}。' },
      {
        rule: book.record({ path: `dropped.${rule}.title`, value: rule, unit: 'text', label: title }),
        count: book.record({ path: `dropped.${rule}.count`, value: count, unit: 'count' }),
      },
    ),
  )
}

function outputOf({ input, content, run, features }: Args, list: List): Omit<RecommendOutput, 'diversity'> {
  const { found, shown, dropped, candidates } = list
  const isPersonal = found.strategy === 'history' || found.strategy === 'session' || found.strategy === 'repurchase'
  const isFromRecords = found.strategy === 'content' || found.strategy === 'records'
  return {
    recommendation_id: run.id,
    scenario: input.scenario,
    items: shown.map((one, at) => itemOf(one, at + 1)),
    rules: {
      candidates,
      dropped: dropped.map(({ rule, title, count }) => ({ rule, title, count })),
      pinned: shown.filter((one) => one.place.isPinned).map((one) => one.place.item.id),
    },
    exploration: {
      share: content.exploration.share,
      places: shown.filter((one) => one.place.isExplored).length,
    },
    cold_start: { user: found.isUserCold, strategy: found.strategy },
    fallback_used: found.isFallback,
    personalization: {
      asked: input.personalization,
      used: input.personalization && (isPersonal || (isFromRecords && features.basis !== 'context')),
    },
    is_short: shown.length < input.limit,
    experiment: input.experiment ?? null,
  }
}

function itemOf({ place, reason }: Shown, rank: number): RecommendOutput['items'][number] {
  const { item, repurchase } = place
  return {
    item_id: item.id,
    rank,
    score: place.boosted,
    base_score: place.score,
    source: reason.source,
    reason: { type: reason.type, evidence: reason.evidence },
    text: { en: worded(reason.text, 'en'), 'zh-CN': worded(reason.text, 'zh-CN') },
    boosts: place.boosts,
    propensity: place.propensity,
    is_new: place.isNew,
    title: item.title,
    brand: item.brand,
    category_path: [...item.category],
    price: item.priceText,
    currency: item.currency,
    image_url: item.imageUrl,
    repurchase: repurchase && {
      interval_days: repurchase.intervalDays,
      last_days: repurchase.lastDays,
      due: repurchase.due,
    },
  }
}

function worded(own: Line, language: 'en' | 'zh-CN'): string {
  const [section] = renderNote([{ id: 'item', title: { en: '', 'zh-CN': '' }, lines: [own] }], language).sections
  return section?.sentences[0]?.text ?? ''
}
