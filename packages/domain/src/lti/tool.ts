// A tenant as an LTI tool: its secrets and its signing keys, made when they are first needed. Private keys and secrets are sealed at rest.
import { randomBytes, randomUUID } from 'node:crypto'
import { newId } from '@guildhall/contracts/ids'
import { ltiKeyRotated, noLtiInput } from '@guildhall/contracts/lti'
import type { Tx } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { seal, unseal } from './seal.ts'

const secretBytes = 32
const modulusLength = 2048
const assertionS = 60
/** A retired key is published on for this long: longer than any assertion that it signed. */
const publishedMs = 86_400_000

export type ToolSecrets = { pseudonyms: Uint8Array; sessions: Uint8Array }

/** Null where the tenant never used LTI. */
export async function readSecrets(tx: Tx, tenantId: string): Promise<ToolSecrets | null> {
  const row = await tx.ltiTool.findFirst({ where: { tenantId } })
  return (
    row && {
      pseudonyms: unseal(row.pseudonymSecret, { tenantId, purpose: 'pseudonyms' }),
      sessions: unseal(row.sessionSecret, { tenantId, purpose: 'sessions' }),
    }
  )
}

/** Makes secrets and a key where there are none; two callers at once get the same ones. Returns the kid of the key that signs. */
export async function ensureTool(tx: Tx, tenantId: string): Promise<string> {
  await tx.ltiTool.createMany({
    skipDuplicates: true,
    data: {
      tenantId,
      pseudonymSecret: seal(randomBytes(secretBytes), { tenantId, purpose: 'pseudonyms' }),
      sessionSecret: seal(randomBytes(secretBytes), { tenantId, purpose: 'sessions' }),
    },
  })
  const known = await signingKey(tx, tenantId)
  if (known) return known.id
  await tx.ltiKey.createMany({ skipDuplicates: true, data: await freshKey(tenantId) })
  return (await signingKey(tx, tenantId))?.id ?? ''
}

export const rotateLtiKey = defineVerb({
  name: 'lti.rotate_key',
  scope: 'admin',
  input: noLtiInput,
  output: ltiKeyRotated,
  run: async ({ actor, tx, note }) => {
    const { tenantId } = actor
    await ensureTool(tx, tenantId)
    await tx.ltiKey.updateMany({ where: { tenantId, retiredAt: null }, data: { retiredAt: new Date() } })
    const data = await freshKey(tenantId)
    await tx.ltiKey.create({ data })
    note({ subject: data.id })
    return { object: 'lti_key' as const, key_id: data.id }
  },
})

/** The JWK set that platforms read: the key that signs, and those it replaced within a day. Empty for a tenant that is no tool. */
export async function publicKeys(tenantId: string): Promise<{ keys: unknown[] }> {
  const rows = await withTenant(tenantId, (tx) =>
    tx.ltiKey.findMany({
      where: { tenantId, OR: [{ retiredAt: null }, { retiredAt: { gt: new Date(Date.now() - publishedMs) } }] },
      orderBy: { createdAt: 'desc' },
      select: { publicJwk: true },
    }),
  )
  return { keys: rows.map((row) => row.publicJwk) }
}

type Asserted = { tenantId: string; clientId: string; audience: string }

/** A client assertion as RFC 7523 and the 1EdTech Security Framework 1.0 (section 4.1.1) ask for: iss and sub are the client id. */
export async function signAssertion({ tenantId, clientId, audience }: Asserted): Promise<string> {
  const row = await withTenant(tenantId, async (tx) => {
    await ensureTool(tx, tenantId)
    return signingKey(tx, tenantId)
  })
  if (!row) throw new Error('a tool has a signing key')
  const pem = unseal(row.privateKey, { tenantId, purpose: 'signing key' }).toString('utf8')
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: row.id })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${assertionS}s`)
    .setJti(randomUUID())
    .sign(await importPKCS8(pem, 'RS256'))
}

const signingKey = (tx: Tx, tenantId: string) => tx.ltiKey.findFirst({ where: { tenantId, retiredAt: null } })

async function freshKey(tenantId: string) {
  const id = newId('ltiKey')
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength, extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: id, alg: 'RS256', use: 'sig' }
  const pem = Buffer.from(await exportPKCS8(privateKey))
  return {
    id,
    tenantId,
    publicJwk: z.json().parse(jwk) ?? {},
    privateKey: seal(pem, { tenantId, purpose: 'signing key' }),
  }
}
