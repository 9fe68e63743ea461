// Input and the shopper's events -> a history of items: how long ago each was touched, and in which order.
import type { FeatureArgs, RecordQuery, TenantRecord } from '../../kit/vertical.ts'
import type { RecommendContent } from './content.ts'
import type { RecommendInput } from './input.ts'

const maxEvents = 500
/** As many slots as the graph is asked to weigh: the newest distinct items. */
const maxItems = 50
const msPerDay = 86_400_000
/** Asked for on top of the limit, so that filters may drop some and the list stays full. */
const spare = 50

/** `ages` are in days before `asOf`, one per event, newest first. */
type HistoryItem = { item: string; ages: number[] }
export type ShopperHistory = {
  items: HistoryItem[]
  /** The last items touched, newest first; the transition matrix reads them. */
  recent: string[]
  excluded: string[]
  /** Only what the history holds may be shown. */
  isOwnOnly: boolean
  /** Whether the history's own items may be shown. */
  showsOwn: boolean
  k: number
}

export function readsHistory(input: RecommendInput): Record<string, RecordQuery> {
  const isAsked = input.personalization && (input.scenario === 'home' || input.scenario === 'buy_again')
  return isAsked && input.user_ref
    ? { history: { collection: 'events', subject: input.user_ref, limit: maxEvents } }
    : {}
}

export function historyFeatures(args: FeatureArgs<RecommendInput, RecommendContent>): ShopperHistory {
  const { input, content, records, asOf } = args
  const isBuyAgain = input.scenario === 'buy_again'
  const given = input.scenario === 'similar' || input.scenario === 'cart' ? (input.context?.item_ids ?? []) : []
  const events = given.length > 0 ? given.map((item) => ({ item, age: 0 })) : eventsOf(records.history ?? [], asOf)
  const items = new Map<string, number[]>()
  for (const { item, age } of events) items.set(item, [...(items.get(item) ?? []), age])
  return {
    items: [...items].slice(0, maxItems).map(([item, ages]) => ({ item, ages })),
    recent: events.slice(0, 5).map((event) => event.item),
    excluded: input.exclude?.item_ids ?? [],
    isOwnOnly: isBuyAgain,
    showsOwn: isBuyAgain || (content.repeats === 'always' && given.length === 0),
    k: input.limit + spare,
  }
}

function eventsOf(records: readonly TenantRecord[], asOf: string): { item: string; age: number }[] {
  const now = Date.parse(asOf)
  return records.flatMap(({ body }) => {
    const at = Date.parse(String(body.ts))
    if (typeof body.item_id !== 'string' || Number.isNaN(at)) return []
    return [{ item: body.item_id, age: Math.max(0, (now - at) / msPerDay) }]
  })
}
