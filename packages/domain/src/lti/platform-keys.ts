// Keys of platforms, fetched where a tenant said and kept for ten minutes. An unknown kid is asked for once more, at most every half minute: a stranger
// who makes up kids must not make us call a platform.
import { logger } from '@guildhall/runtime/log'
import { faultOf, publicRequest } from '@guildhall/runtime/public-request'
import type { JWK } from 'jose'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { FindKey } from './id-token.ts'
import { ltiEnv } from './open.ts'

const keptMs = 600_000
const pauseMs = 30_000
const maxBytes = 262_144

type Kept = { keys: readonly JWK[]; askedAt: number }
const kept = new LRUCache<string, Kept>({ max: 1000, ttl: keptMs })

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })).max(100) })

/** Finds keys of the set at this address. */
export function platformKeys(jwksUrl: string): FindKey {
  return async (kid) => {
    const known = kept.get(jwksUrl)
    const found = known?.keys.find((key) => key.kid === kid)
    if (found) return found
    if (known && Date.now() - known.askedAt < pauseMs)
      return known.keys.length === 0 ? 'keys_unreachable' : 'key_unknown'
    const fetched = await fetchKeys(jwksUrl)
    const keys = 'keys' in fetched ? fetched.keys : []
    kept.set(jwksUrl, { keys, askedAt: Date.now() })
    if ('fault' in fetched) {
      logger().warn({ host: new URL(jwksUrl).host, fault: fetched.fault }, 'could not read the keys of a platform')
      return 'keys_unreachable'
    }
    return keys.find((key) => key.kid === kid) ?? 'key_unknown'
  }
}

/** The set at an address, or what is wrong with it, in words for an admin. */
export async function fetchKeys(jwksUrl: string): Promise<{ keys: JWK[] } | { fault: string }> {
  try {
    const asked = {
      method: 'GET',
      headers: { accept: 'application/json' },
      allowed: ltiEnv().allowed,
      maxBytes,
    } as const
    const answer = await publicRequest(new URL(jwksUrl), asked)
    if ('refused' in answer) return { fault: answer.refused }
    if (answer.status !== 200) return { fault: `it answered ${answer.status}` }
    const read = keySet.safeParse(jsonOf(answer.text))
    return read.success ? { keys: read.data.keys.map(asJwk) } : { fault: 'it is no JWK set' }
  } catch (error) {
    return { fault: `it ${faultOf(error)}` }
  }
}

/** Guarantee: members that a JSON text leaves out are absent, not undefined. */
const asJwk = (key: z.output<typeof keySet>['keys'][number]) => key as JWK

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
