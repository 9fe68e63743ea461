// The catalogue's records as the rules and reasons read them. An item without a record has its id for a title and says nothing else.
import type { Localized } from '../../kit/localized.ts'
import type { RecordQuery, TenantRecord, TenantRecords } from '../../kit/vertical.ts'
import type { Described } from './condition.ts'
import type { Recommendation } from './recommendation.ts'

const maxLookups = 1000
const maxNew = 50

export type ShelfItem = Described & {
  title: Localized
  hasRecord: boolean
  priceText: string | null
  currency: string | null
  inStock: boolean
  imageUrl: string | null
}
export type Shelf = {
  /** Made up for an id without a record. */
  item: (id: string) => ShelfItem
  /** Newest items of the catalogue, whoever knows them. */
  newest: readonly ShelfItem[]
  /** All that were read. */
  all: readonly ShelfItem[]
}

export function readsCatalogue(prediction: Recommendation): Record<string, RecordQuery> {
  const keys = [...new Set([...prediction.needed, ...prediction.items.map((one) => one.item)])].slice(0, maxLookups)
  return {
    catalogue: { collection: 'items', keys, limit: maxLookups },
    ...(prediction.asksNew ? { newest: { collection: 'items', newest: true as const, limit: maxNew } } : {}),
  }
}

export function openShelf(records: TenantRecords): Shelf {
  const byId = new Map((records.catalogue ?? []).map((record) => [record.key, shelfItem(record)]))
  const newest = (records.newest ?? []).map((record) => byId.get(record.key) ?? shelfItem(record))
  for (const one of newest) byId.set(one.id, one)
  return { item: (id) => byId.get(id) ?? shelfItem({ key: id, body: {} }), newest, all: [...byId.values()] }
}

export function shelfItem({ key, body }: TenantRecord): ShelfItem {
  const price = textOf(body.price)
  return {
    id: key,
    hasRecord: Object.keys(body).length > 0,
    title: titleOf(key, body.title),
    category: Array.isArray(body.category_path) ? body.category_path.map(String) : [],
    brand: textOf(body.brand),
    price: price === null || Number.isNaN(Number(price)) ? null : Number(price),
    priceText: price,
    currency: textOf(body.currency),
    inStock: body.in_stock !== false,
    attributes: isRecord(body.attributes) ? body.attributes : {},
    imageUrl: textOf(body.image_url),
  }
}

function titleOf(id: string, title: unknown): Localized {
  if (typeof title === 'string' && title !== '') return { en: title, 'zh-CN': title }
  const own = isRecord(title) ? title : {}
  const [en, zh] = [textOf(own.en), textOf(own['zh-CN'])]
  return { en: en ?? zh ?? id, 'zh-CN': zh ?? en ?? id }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
