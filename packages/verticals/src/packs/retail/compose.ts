// Scores and the catalogue's records -> the list, what the filters dropped, and a reason for every item.
import type { ItemCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../kit/composed.ts'
import { type FactBook, type FactRef, openFactBook } from '../../kit/facts.ts'
import { type Line, line, renderNote, type Section } from '../../kit/text.ts'
import type { ComposeArgs, RecordQuery, TenantRecord } from '../../kit/vertical.ts'
import type { RecommendContent } from './content.ts'
import type { ShopperHistory } from './features.ts'
import type { RecommendInput } from './input.ts'
import type { Recommendation, Scored } from './model.ts'

type Args = ComposeArgs<RecommendInput, RecommendContent, ItemCard, ShopperHistory, Recommendation>
type Shown = Scored & { rank: number }
type Dropped = { rule: 'not_in_stock' | 'excluded_category'; count: number }

const maxLookups = 200

export function readsCatalogue(prediction: Recommendation): Record<string, RecordQuery> {
  const evidence = prediction.items.flatMap((one) => (one.evidence ? [one.evidence.item] : []))
  const keys = [...new Set([...prediction.items.map((one) => one.item), ...evidence])]
  return { catalogue: { collection: 'items', keys: keys.slice(0, maxLookups), limit: maxLookups } }
}

export function composeRecommendation(args: Args): Composed {
  const catalogue = new Map((args.records.catalogue ?? []).map((record) => [record.key, record]))
  const { shown, dropped } = filtered(args, catalogue)
  const book = openFactBook()
  const title = (item: string) => titleFact(book, { item, record: catalogue.get(item) })
  const lines = shown.map((one) => reasonLine(one, { book, title, isCold: args.prediction.isCold }))
  const sections: Section[] = [
    { id: 'summary', title: { en: 'Summary', 'zh-CN': '摘要' }, lines: summaryLines(args, { shown, dropped, book }) },
    { id: 'items', title: { en: 'Recommended items', 'zh-CN': '推荐商品' }, lines },
  ]
  return {
    output: outputOf(args, { shown, dropped, lines }),
    facts: book.facts(),
    text: Object.fromEntries(args.languages.map((language) => [language, renderNote(sections, language)])),
  }
}

function filtered({ prediction, content, input }: Args, catalogue: ReadonlyMap<string, TenantRecord>) {
  const barred = new Set(content.excluded_categories)
  const counts: Record<Dropped['rule'], number> = { not_in_stock: 0, excluded_category: 0 }
  const shown: Shown[] = []
  for (const one of prediction.items) {
    if (shown.length === input.limit) break
    const body = catalogue.get(one.item)?.body
    const [category] = Array.isArray(body?.category_path) ? body.category_path : []
    if (content.in_stock_only && body?.in_stock === false) counts.not_in_stock++
    else if (barred.has(String(category ?? ''))) counts.excluded_category++
    else shown.push({ ...one, rank: shown.length + 1 })
  }
  const dropped = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => ({ rule: rule === 'not_in_stock' ? rule : 'excluded_category', count }) as const)
  return { shown, dropped }
}

/** The item's title in each language; its id where the catalogue has no record. */
function titleFact(book: FactBook, { item, record }: { item: string; record: TenantRecord | undefined }): FactRef {
  const title = record?.body.title
  const en = typeof title === 'string' ? title : textAt(title, 'en')
  const zh = textAt(title, 'zh-CN') ?? textAt(title, 'zh')
  const label = { en: en ?? zh ?? item, 'zh-CN': zh ?? en ?? item }
  return book.record({ path: `items.${item}.title`, value: item, unit: 'text', label })
}

function textAt(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const text: unknown = Reflect.get(value, key)
  return typeof text === 'string' && text !== '' ? text : null
}

type Reasons = { book: FactBook; title: (item: string) => FactRef; isCold: boolean }

function reasonLine(one: Shown, { book, title, isCold }: Reasons): Line {
  const facts = {
    rank: book.record({ path: `ranks.${one.rank}`, value: one.rank, unit: 'count' }),
    item: title(one.item),
  }
  if (one.evidence?.item === one.item) {
    const text = { en: '{rank}. {item}: you have bought it before.', 'zh-CN': '{rank}. {item}：您以前买过。' }
    return line(text, facts)
  }
  if (one.evidence) {
    const text = {
      en: '{rank}. {item}: it goes with {evidence}, which you chose.',
      'zh-CN': '{rank}. {item}：与您选过的{evidence}相配。',
    }
    return line(text, { ...facts, evidence: title(one.evidence.item) })
  }
  const text = isCold
    ? { en: '{rank}. {item}: many shoppers choose it.', 'zh-CN': '{rank}. {item}：很多顾客选购。' }
    : { en: '{rank}. {item}: it is popular here.', 'zh-CN': '{rank}. {item}：在本店受欢迎。' }
  return line(text, facts)
}

type Found = { shown: readonly Shown[]; dropped: readonly Dropped[] }

function summaryLines({ prediction }: Args, { shown, dropped, book }: Found & { book: FactBook }): Line[] {
  const shownFact = book.record({ path: 'list.shown', value: shown.length, unit: 'count' })
  const all = book.record({ path: 'catalogue.items', value: prediction.catalogue, unit: 'count' })
  const text = {
    en: 'Items shown: {shown}, chosen from a catalogue of {all}.',
    'zh-CN': '展示商品：{shown}，选自共{all}件商品的目录。',
  }
  const left = dropped.map(({ rule, count }) => {
    const fact = book.record({ path: `dropped.${rule}`, value: count, unit: 'count' })
    const why =
      rule === 'not_in_stock'
        ? { en: 'Left out as sold out: {count}.', 'zh-CN': '因缺货而隐藏：{count}。' }
        : { en: 'Left out by category: {count}.', 'zh-CN': '因类别规则而隐藏：{count}。' }
    return line(why, { count: fact })
  })
  return [line(text, { shown: shownFact, all }), ...left]
}

function outputOf(args: Args, { shown, dropped, lines }: Found & { lines: readonly Line[] }) {
  const { input, prediction } = args
  const worded = (at: number, language: 'en' | 'zh-CN') => {
    const own = lines[at]
    const [section] = own
      ? renderNote([{ id: 'item', title: { en: '', 'zh-CN': '' }, lines: [own] }], language).sections
      : []
    return section?.sentences[0]?.text ?? ''
  }
  return {
    scenario: input.scenario,
    items: shown.map((one, at) => ({
      item_id: one.item,
      rank: one.rank,
      score: one.score,
      source: one.evidence ? 'model' : 'popularity',
      reason: one.evidence
        ? {
            type: 'because_you_bought',
            evidence: { item_id: one.evidence.item, contribution: one.evidence.contribution },
          }
        : { type: 'popular', evidence: null },
      text: { en: worded(at, 'en'), 'zh-CN': worded(at, 'zh-CN') },
    })),
    rules: { candidates: prediction.items.length, dropped },
    cold_start: { user: prediction.isCold, strategy: prediction.isCold ? 'popularity' : null },
    fallback_used: prediction.isCold && input.scenario !== 'trending',
  }
}
