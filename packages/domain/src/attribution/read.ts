// The lists a tenant served and the events since, as attribution needs them. A served list is the impression: shops send none of their own.
// What members tried out on the shop page was shown to no shopper.
import { attributionLimits } from '@guildhall/contracts/attribution'
import { sql, type Tx } from '@guildhall/db/client'
import type { ServedList, ShopEvent } from './attribute.ts'
import { manyRows } from './many-rows.ts'

export type ServedRun = Omit<ServedList, 'arm'> & {
  template: string
  version: number
  experiment: string | null
  variant: string | null
}
type Span = { tenantId: string; since: Date; templateId?: string | undefined; experimentId?: string | undefined }

/** Newest first, at most `maxServed` and one more. */
export function readServed(tx: Tx, { tenantId, since, templateId, experimentId }: Span): Promise<ServedRun[]> {
  return manyRows<ServedRun>(
    tx,
    sql`
    SELECT run.id, template.slug AS template, run.template_version AS version, run.experiment_id AS experiment, run.variant,
      ${shopperOf} AS shopper, (extract(epoch FROM result.created_at) * 1000)::float8 AS at,
      ARRAY(SELECT item ->> 'item_id' FROM jsonb_array_elements(answer.output -> 'items') AS item) AS items
    FROM run JOIN result ON result.run_id = run.id ${unpacked} JOIN template ON template.id = run.template_id
    WHERE run.tenant_id = ${tenantId} AND run.created_at > ${since} AND ${isShown}
      AND (${templateId ?? null}::text IS NULL OR run.template_id = ${templateId ?? null})
      AND (${experimentId ?? null}::text IS NULL OR run.experiment_id = ${experimentId ?? null})
    ORDER BY run.created_at DESC LIMIT ${attributionLimits.maxServed + 1}`,
  )
}

/** A list of nobody known is a shopper of its own. */
export const shopperOf = sql`coalesce(run.metadata ->> 'subject', run.input ->> 'user_ref', run.input #>> '{session,id}', run.id)`

/** The output as `answer`, taken out of its compressed storage once instead of once a field. */
export const unpacked = sql`CROSS JOIN LATERAL (SELECT result.output || '{}' AS output OFFSET 0) AS answer`

/** Lists that went to shoppers; asks for `unpacked`. */
export const isShown = sql`run.vertical = 'retail' AND run.purpose = 'run' AND jsonb_typeof(answer.output -> 'items') = 'array' AND NOT run.metadata ? 'preview'`

/** Purchases, and whatever names a list; newest first, at most `maxEvents` and one more. */
export function readEvents(tx: Tx, { tenantId, since }: { tenantId: string; since: Date }): Promise<ShopEvent[]> {
  return manyRows<ShopEvent>(
    tx,
    sql`
    SELECT body ->> 'item_id' AS item, subject AS shopper, (extract(epoch FROM at) * 1000)::float8 AS at,
      coalesce(body ->> 'type', 'purchase') = 'purchase' AS "isPurchase", (body ->> 'value')::float8 AS value,
      body ->> 'recommendation_id' AS recommendation
    FROM record
    WHERE tenant_id = ${tenantId} AND collection = 'events' AND at > ${since}
      AND (coalesce(body ->> 'type', 'purchase') = 'purchase' OR body ->> 'recommendation_id' IS NOT NULL)
    ORDER BY at DESC NULLS LAST LIMIT ${attributionLimits.maxEvents + 1}`,
  )
}
