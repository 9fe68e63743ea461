// Deliveries as the worker sees them: gathers waiting statements into batches, takes what is due, and writes down what became of it. A batch keeps
// its id over all attempts, so that a receiver knows it again.
import { newId } from '@guildhall/contracts/ids'
import { xapiLimits } from '@guildhall/contracts/xapi'
import { withSystem } from '@guildhall/db/scope'

const { maxBatch, maxAttempts } = xapiLimits
/** As Standard Webhooks advises; the sender adds jitter. */
const delaysS = [5, 300, 1800, 7200, 18_000, 36_000, 36_000] as const
const leaseS = 60
const maxTaken = 20

export type DueDelivery = {
  id: string
  tenantId: string
  url: string
  signingKey: Uint8Array
  attempts: number
  statements: unknown[]
}

/** Makes batches of what waits, then takes due ones for a minute; two workers never take the same. */
export function takeDeliveries(): Promise<DueDelivery[]> {
  return withSystem('gather and take xAPI deliveries', async (tx) => {
    // clock_timestamp(): now() is when the transaction began, before its own batches.
    const waiting = await tx.$queryRaw<{ tenantId: string }[]>`
      SELECT DISTINCT tenant_id AS "tenantId" FROM xapi_statement WHERE delivery_id IS NULL LIMIT ${maxTaken}`
    for (const { tenantId } of waiting) {
      const id = newId('xapiDelivery')
      const count = await tx.$executeRaw`
        UPDATE xapi_statement SET delivery_id = ${id} WHERE id IN (
          SELECT id FROM xapi_statement WHERE tenant_id = ${tenantId} AND delivery_id IS NULL
          ORDER BY created_at LIMIT ${maxBatch} FOR UPDATE SKIP LOCKED)`
      if (count > 0) await tx.xapiDelivery.create({ data: { id, tenantId, statements: count } })
    }
    const taken = await tx.$queryRaw<Omit<DueDelivery, 'statements'>[]>`
      UPDATE xapi_delivery SET attempts = attempts + 1, due_at = now() + make_interval(secs => ${leaseS})
      FROM xapi_endpoint AS endpoint
      WHERE endpoint.tenant_id = xapi_delivery.tenant_id AND endpoint.disabled_at IS NULL AND xapi_delivery.id IN (
        SELECT id FROM xapi_delivery WHERE status = 'waiting' AND due_at <= clock_timestamp()
        ORDER BY due_at LIMIT ${maxTaken} FOR UPDATE SKIP LOCKED)
      RETURNING xapi_delivery.id, xapi_delivery.tenant_id AS "tenantId", endpoint.url, endpoint.signing_key AS "signingKey",
        xapi_delivery.attempts`
    const rows = await tx.xapiStatement.findMany({
      where: { deliveryId: { in: taken.map((one) => one.id) } },
      orderBy: { createdAt: 'asc' },
    })
    return taken.map((one) => ({
      ...one,
      statements: rows.filter((row) => row.deliveryId === one.id).map((row) => row.body),
    }))
  })
}

/** `answer` is the receiver's status, null where none came; `fault` says why it was not delivered, null where it was. */
export type Outcome = { answer: number | null; fault: string | null; isFinal: boolean }

const gone = 410

export function settleDelivery({ id, tenantId, attempts }: DueDelivery, { answer, fault, isFinal }: Outcome) {
  return withSystem('settle an xAPI delivery', async (tx) => {
    const isOver = fault === null || isFinal || attempts >= maxAttempts
    const delayS = delaysS[Math.min(attempts, delaysS.length) - 1] ?? 5
    // Full jitter on a fifth: receivers that were away are not all called at once.
    const dueAt = new Date(Date.now() + delayS * 1000 * (1 + Math.random() / 5))
    await tx.xapiDelivery.updateMany({
      where: { id, tenantId, attempts },
      data: {
        answer,
        fault,
        ...(isOver ? { status: fault === null ? 'delivered' : 'failed', endedAt: new Date() } : { dueAt }),
      },
    })
    if (isOver) await tx.xapiStatement.deleteMany({ where: { tenantId, deliveryId: id } })
    if (answer === gone) await tx.xapiEndpoint.updateMany({ where: { tenantId }, data: { disabledAt: new Date() } })
  })
}
