// The address a delivery may connect to. The name is resolved once, every address it has must be public, and the connection goes to the one that was
// judged: a name that answers otherwise a moment later leads nowhere.
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

export type Pinned = { address: string; family: 4 | 6 }

/** `allowed` are hosts with ports, such as `127.0.0.1:8080`, that may be private and without TLS. Null with a reason where it may not. */
export async function publicAddress(url: URL, allowed: readonly string[]): Promise<Pinned | { refused: string }> {
  const isAllowed = allowed.includes(url.host)
  if (url.username !== '' || url.password !== '') return { refused: 'the address holds a password' }
  if (url.protocol !== 'https:' && !isAllowed) return { refused: 'the address is not https' }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) return { refused: 'the name does not resolve' }
  if (!isAllowed && !found.every(({ address }) => isPublic(address))) return { refused: 'the address is private' }
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

/** `process` unwraps IPv4 inside IPv6. Only what the registry calls unicast: not loopback, private, link-local, carrier-grade or reserved. */
export const isPublic = (address: string) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
