// Who a shopper is, as the shop's own server says: reference, end and an HMAC over both. A browser cannot make one, so nobody reads the history
// of somebody whose reference they guess.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createShopperTokenInput, shopperToken } from '@guildhall/contracts/widget'
import { defineVerb } from '../verb.ts'
import { findWidget } from './view.ts'

export const createShopperToken = defineVerb({
  name: 'widget.shopper_token',
  scope: 'runs:write',
  // One for every page view of a signed-in shopper: a trail of them would say who visited when.
  isRead: true,
  input: createShopperTokenInput,
  output: shopperToken,
  run: async ({ actor, tx }, { id, user_ref, expires_s }) => {
    const { signingKey } = await findWidget(tx, actor.tenantId, id)
    const expiresAt = Date.now() + expires_s * 1000
    return {
      object: 'shopper_token' as const,
      token: signShopper({ signingKey, userRef: user_ref, expiresAt }),
      expires_at: new Date(expiresAt).toISOString(),
    }
  },
})

type Signing = { signingKey: Uint8Array; userRef: string; expiresAt: number }

export function signShopper({ signingKey, userRef, expiresAt }: Signing): string {
  const claim = `${Buffer.from(userRef).toString('base64url')}.${expiresAt}`
  return `${claim}.${macOf(signingKey, claim).toString('base64url')}`
}

/** The reference in the token; null when it is not ours or has ended. */
export function readShopper(
  token: string,
  { signingKey, nowMs }: { signingKey: Uint8Array; nowMs: number },
): string | null {
  const [user = '', ends = '', mac = '', ...more] = token.split('.')
  const expected = macOf(signingKey, `${user}.${ends}`)
  const given = Buffer.from(mac, 'base64url')
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Number(ends) > nowMs ? Buffer.from(user, 'base64url').toString() : null
}

const macOf = (key: Uint8Array, claim: string) => createHmac('sha256', key).update(claim).digest()
