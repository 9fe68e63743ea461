// Idempotency keys: the first answer is stored in the transaction that did the work, so a repeat can never do it twice.
import { createHash } from 'node:crypto'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Sql } from '@guildhall/db/sql'

export type Idempotency = {
  /** Method, path and the caller's key. */
  scope: string
  /** Digest of the canonical body. */
  fingerprint: string
  /** Told when the answer is the stored one. */
  onReplay: () => void
}

/** How long an answer is kept for repeats. */
export const keepHours = 24

/** Digest of a body in which the order of keys does not matter. */
export function fingerprintOf(body: unknown): string {
  return `sha256:${createHash('sha256').update(canonical(body)).digest('hex')}`
}

/** JSON with sorted keys: the same value always gives the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** The stored answer of the first call, or undefined when this is the first. Throws when the first still runs or had another body. */
export async function claimIdempotencyKey(
  tx: Sql,
  tenantId: string,
  { scope, fingerprint, onReplay }: Idempotency,
): Promise<{ answer: unknown } | undefined> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${tenantId} ${scope}`}, 0)) AS mine`
  if (!lock?.mine)
    throw new AppError('idempotency_in_flight', { public: 'Wait for the first answer, then repeat', retryAfterS: 1 })
  const [row] = await tx.$queryRaw<{ id: string; fingerprint: string; response: unknown; createdAt: Date }[]>`
    SELECT id, fingerprint, response, created_at AS "createdAt" FROM idempotency_key WHERE tenant_id = ${tenantId} AND scope = ${scope}`
  if (row && row.createdAt.getTime() < Date.now() - keepHours * 3_600_000) {
    await tx.$executeRaw`DELETE FROM idempotency_key WHERE id = ${row.id}`
    return undefined
  }
  if (!row) return undefined
  if (row.fingerprint !== fingerprint) {
    throw new AppError('idempotency_mismatch', {
      public: 'This Idempotency-Key was used with another body. Use a new key for a new request',
      errors: [{ location: 'header.Idempotency-Key', message: 'belongs to another body', fix: 'Send a new key' }],
    })
  }
  if (row.response === null)
    throw new AppError('conflict', { public: 'Done before with this key; its secret was shown once and is not stored' })
  onReplay()
  return { answer: row.response }
}

/** `answer` null: done, but never to be shown again. */
export async function storeFirstAnswer(
  tx: Sql,
  tenantId: string,
  first: { scope: string; fingerprint: string; answer: unknown },
): Promise<void> {
  const response = first.answer === null ? null : JSON.stringify(first.answer)
  await tx.$executeRaw`INSERT INTO idempotency_key (id, tenant_id, scope, fingerprint, response)
    VALUES (${newId('idempotencyKey')}, ${tenantId}, ${first.scope}, ${first.fingerprint}, ${response}::jsonb)`
}
