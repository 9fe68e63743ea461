// A secret -> the actor behind it. One indexed look-up, then a short cache; a disabled or expired key is out at the next look-up.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import type { Id } from '@guildhall/contracts/ids'
import { type Scope, scopeSchema } from '@guildhall/contracts/scopes'
import { withSystem } from '@guildhall/db/scope'
import { hashSecret, isWellFormed } from './secret.ts'

// How long a revoked key can go on working in a process that has just seen it. Said in docs and on the keys page.
const cacheMs = 5000
const maxCached = 10_000
const lastUsedEveryMs = 60_000

type Known = { keyId: string; tenantId: Id<'tenant'>; scopes: Scope[]; expiresAt: number; seenAt: number }
const cache = new Map<string, Known>()

/** Throws `unauthenticated`, with one text for every reason, so that nobody learns whether a key exists. */
export async function authenticateKey(secret: string | undefined, requestId: string): Promise<Actor> {
  const known = secret !== undefined && isWellFormed(secret) ? await lookUp(secret) : undefined
  if (!known || known.expiresAt <= Date.now()) {
    throw new AppError('unauthenticated', { public: 'Send a valid API key: Authorization: Bearer gh_live_…' })
  }
  return { tenantId: known.tenantId, requestId, scopes: known.scopes, name: `key:${known.keyId}` }
}

async function lookUp(secret: string): Promise<Known | undefined> {
  const hash = hashSecret(secret)
  const index = Buffer.from(hash).toString('base64')
  const cached = cache.get(index)
  if (cached && Date.now() - cached.seenAt < cacheMs) return cached
  cache.delete(index)
  const known = await readKey(hash)
  if (known) {
    if (cache.size >= maxCached) cache.clear()
    cache.set(index, known)
  }
  return known
}

function readKey(hash: Uint8Array<ArrayBuffer>): Promise<Known | undefined> {
  return withSystem('find the tenant of an API key', async (tx) => {
    const row = await tx.apiKey.findUnique({ where: { keyHash: hash } })
    if (!row || row.disabledAt) return undefined
    const now = Date.now()
    if (!row.lastUsedAt || now - row.lastUsedAt.getTime() > lastUsedEveryMs) {
      await tx.apiKey.update({ where: { id: row.id }, data: { lastUsedAt: new Date(now) } })
    }
    return {
      keyId: row.id,
      tenantId: row.tenantId as Id<'tenant'>,
      scopes: row.scopes.map((scope) => scopeSchema.parse(scope)),
      expiresAt: row.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
      seenAt: now,
    }
  })
}

/** Forgets every cached key of this process; disabling a key here takes effect at once. */
export function forgetKeys(): void {
  cache.clear()
}
