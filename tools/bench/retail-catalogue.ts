// A made-up shop for the bench: a catalogue, factors of a recommender that serves it, and shoppers with a history.
import { createHash } from 'node:crypto'
import type { Actor } from '@guildhall/contracts/actor'
import { newId } from '@guildhall/contracts/ids'
import type { ItemCard } from '@guildhall/contracts/model-card'
import { withTenant } from '@guildhall/db/scope'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { openRandom } from '@guildhall/learn/random'
import { writeRecommender } from '@guildhall/learn/retail/recommender-onnx'
import { z } from 'zod'

export type Catalogue = { items: number; rank: number; shoppers: number; eventsEach: number }
const startTime = Date.UTC(2026, 9, 1)

/** Sends items and events, and makes the graph the champion. Returns the graph's bytes. */
export async function fillShop(actor: Actor, catalogue: Catalogue): Promise<{ sha256: string; bytes: Uint8Array }> {
  await ingestRecords(actor, { collection: 'items', records: candidates(itemRecords(catalogue)) })
  await ingestRecords(actor, { collection: 'events', records: candidates(eventRecords(catalogue)) })
  const bytes = graphOf(catalogue)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await serve(actor, cardOf(catalogue, sha256), bytes)
  return { sha256, bytes }
}

function* candidates(records: Iterable<unknown>) {
  let line = 0
  for (const value of records) yield { line: ++line, value }
}

function* itemRecords({ items }: Catalogue) {
  for (let item = 0; item < items; item++)
    yield {
      id: `i${item}`,
      title: { en: `Thing ${item}`, 'zh-CN': `商品${item}` },
      category_path: [`Category ${item % 40}`, `Shelf ${item % 900}`],
      brand: `Brand ${item % 300}`,
      price: `${1 + (item % 90)}.50`,
      currency: 'EUR',
      in_stock: item % 50 !== 0,
    }
}

function* eventRecords({ items, shoppers, eventsEach }: Catalogue) {
  const random = openRandom(3)
  for (let shopper = 0; shopper < shoppers; shopper++)
    for (let at = 0; at < eventsEach; at++)
      yield {
        user_ref: `u${shopper}`,
        item_id: `i${Math.floor(random() ** 2 * items)}`,
        type: at % 3 === 0 ? 'purchase' : 'view',
        ts: new Date(startTime + (shopper * 61 + at * 86_400) * 1000).toISOString(),
      }
}

function graphOf({ items, rank }: Catalogue): Uint8Array {
  const random = openRandom(1)
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5)
  const settings = { ridge: 100, halfLife: 30, ownWeight: 0.1, transition: null }
  const linear = {
    kind: 'factored' as const,
    items,
    rank,
    left: numbers(items * rank),
    right: numbers(items * rank),
    self: numbers(items),
  }
  return writeRecommender({ settings, linear, transition: null }, numbers(items))
}

const cardOf = ({ items, shoppers, eventsEach }: Catalogue, sha256: string): ItemCard => ({
  name: 'recommender',
  vertical: 'retail',
  task: 'recommend',
  family: 'item-linear',
  form: 'factored',
  seed: 1,
  onnx_sha256: sha256,
  precision: 'fp32',
  data: {
    source: 'made up for the bench',
    licence: 'CC0',
    rows: shoppers * eventsEach,
    users: shoppers,
    sha256: '0'.repeat(64),
    window: null,
  },
  items: Array.from({ length: items }, (_, item) => `i${item}`),
  settings: { ridge: 100, half_life_days: 30, own_weight: 0.1, transition: null },
  metrics: [],
})

async function serve({ tenantId }: Actor, card: ItemCard, bytes: Uint8Array): Promise<void> {
  const modelId = newId('model')
  await withTenant(tenantId, async (tx) => {
    await tx.artifact.create({
      data: { id: newId('artifact'), tenantId, sha256: card.onnx_sha256, bytes: Uint8Array.from(bytes) },
    })
    await tx.model.create({
      data: { id: modelId, tenantId, vertical: card.vertical, task: card.task, name: card.name },
    })
    await tx.modelVersion.create({
      data: {
        id: newId('modelVersion'),
        tenantId,
        modelId,
        number: 1,
        state: 'champion',
        artifactSha256: card.onnx_sha256,
        card: z.json().parse(card) ?? {},
      },
    })
  })
}
