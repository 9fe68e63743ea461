// Who a learner or a class is here: an HMAC of the platform's name for them, in the shape of a UUID. It stays the same for the same tenant, and says
// nothing without the tenant's secret.
import { createHmac } from 'node:crypto'

/** `parts` are the issuer and what names one thing at it, e.g. its `sub`. Lengths are in the MAC: no two lists give one text. */
export function pseudonymOf(secret: Uint8Array, kind: 'learner' | 'class', parts: readonly string[]): string {
  const mac = createHmac('sha256', secret)
    .update(JSON.stringify([kind, ...parts]))
    .digest()
    .subarray(0, 16)
  // RFC 9562, version 8: a UUID whose bits are one's own.
  mac[6] = ((mac[6] ?? 0) & 0x0f) | 0x80
  mac[8] = ((mac[8] ?? 0) & 0x3f) | 0x80
  return mac.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
