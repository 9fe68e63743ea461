// How varied what was served is, how often nothing was known of the shopper, and what rules dropped: the merchandiser's figures.
import { attributionLimits } from '@guildhall/contracts/attribution'
import { servedFigures, servedInput } from '@guildhall/contracts/shop'
import { sql, type Tx } from '@guildhall/db/client'
import { manyRows } from '../attribution/many-rows.ts'
import { isShown, shopperOf, unpacked } from '../attribution/read.ts'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { titlesOf } from './titles.ts'
import { varietyOf } from './variety.ts'

const msPerDay = 86_400_000
const topItems = 10

type Title = { en: string; 'zh-CN': string }

type ListRow = {
  shopper: string
  at: number
  items: string[]
  isCold: boolean
  isFallback: boolean
  isShort: boolean
  strategy: string | null
  dropped: { rule: string; title?: Title; count: number }[]
}
type Span = { tenantId: string; since: Date; templateId: string | null }

export const getServed = defineVerb({
  name: 'shop.served',
  scope: 'runs:read',
  isRead: true,
  input: servedInput,
  output: servedFigures,
  run: async ({ actor, tx }, { template, days }) => {
    const { tenantId } = actor
    const templateId = template ? (await findTemplate(tx, tenantId, template)).id : null
    const read = await readLists(tx, { tenantId, since: new Date(Date.now() - days * msPerDay), templateId })
    const lists = read.slice(0, attributionLimits.maxServed)
    const catalogue = await tx.record.count({ where: { tenantId, collection: 'items' } })
    const { shown, coverage, gini, topDecileShare, repetition } = varietyOf(lists, catalogue)
    const places = lists.reduce((sum, list) => sum + list.items.length, 0)
    const share = (is: (list: ListRow) => boolean) =>
      lists.length === 0 ? null : lists.filter(is).length / lists.length
    return {
      object: 'served_figures' as const,
      lists: lists.length,
      shoppers: new Set(lists.map((list) => list.shopper)).size,
      catalogue,
      shown_items: shown.size,
      coverage,
      gini,
      top_decile_share: topDecileShare,
      repetition,
      cold_share: share((list) => list.isCold),
      fallback_share: share((list) => list.isFallback),
      short_share: share((list) => list.isShort),
      strategies: countsOf(lists.map((list) => list.strategy ?? 'unknown')).map(([strategy, count]) => ({
        strategy,
        lists: count,
      })),
      top: await mostShown(tx, { tenantId, shown, places }),
      dropped: droppedOf(lists),
      is_truncated: read.length > lists.length,
    }
  },
})

function readLists(tx: Tx, { tenantId, since, templateId }: Span): Promise<ListRow[]> {
  return manyRows<ListRow>(
    tx,
    sql`
    SELECT ${shopperOf} AS shopper, (extract(epoch FROM result.created_at) * 1000)::float8 AS at,
      ARRAY(SELECT item ->> 'item_id' FROM jsonb_array_elements(answer.output -> 'items') AS item) AS items,
      coalesce((answer.output #>> '{cold_start,user}')::boolean, false) AS "isCold",
      coalesce((answer.output ->> 'fallback_used')::boolean, false) AS "isFallback",
      coalesce((answer.output ->> 'is_short')::boolean, false) AS "isShort",
      answer.output #>> '{cold_start,strategy}' AS strategy,
      coalesce(answer.output #> '{rules,dropped}', '[]') AS dropped
    FROM run JOIN result ON result.run_id = run.id ${unpacked}
    WHERE run.tenant_id = ${tenantId} AND run.created_at > ${since} AND ${isShown}
      AND (${templateId}::text IS NULL OR run.template_id = ${templateId})
    ORDER BY run.created_at DESC LIMIT ${attributionLimits.maxServed + 1}`,
  )
}

/** Largest first. */
function countsOf(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

function droppedOf(lists: readonly ListRow[]) {
  const sums = new Map<string, { title: Title | null; count: number }>()
  for (const { rule, title, count } of lists.flatMap((list) => list.dropped)) {
    const before = sums.get(rule)
    sums.set(rule, { title: before?.title ?? title ?? null, count: (before?.count ?? 0) + count })
  }
  return [...sums].sort((a, b) => b[1].count - a[1].count).map(([rule, sum]) => ({ rule, ...sum }))
}

type Shown = { tenantId: string; shown: ReadonlyMap<string, number>; places: number }

async function mostShown(tx: Tx, { tenantId, shown, places }: Shown) {
  const top = [...shown].sort((a, b) => b[1] - a[1]).slice(0, topItems)
  const titles = await titlesOf(
    tx,
    tenantId,
    top.map(([item]) => item),
  )
  return top.map(([item_id, count]) => ({
    item_id,
    title: titles.get(item_id) ?? null,
    shown: count,
    share: count / places,
  }))
}
