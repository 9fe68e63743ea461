// Platforms that a tenant is registered with. One issuer and client id once per tenant; removing one ends its pupils' sessions and forgets its links.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import {
  createLtiInput,
  type LtiRegistration,
  ltiIdInput,
  ltiLimits,
  ltiRegistration,
  ltiRemoved,
  ltiTool,
  noLtiInput,
} from '@guildhall/contracts/lti'
import type { Tx } from '@guildhall/db/client'
import { defineVerb } from '../verb.ts'
import { toolAddresses } from './open.ts'
import { ensureTool } from './tool.ts'

export const getLtiTool = defineVerb({
  name: 'lti.tool',
  scope: 'admin',
  isRead: true,
  input: noLtiInput,
  output: ltiTool,
  run: async ({ actor, tx }) => {
    const { tenantId } = actor
    const key_id = await ensureTool(tx, tenantId)
    const rows = await tx.ltiRegistration.findMany({ where: { tenantId }, orderBy: { id: 'asc' } })
    return { object: 'lti_tool' as const, ...toolAddresses(tenantId), key_id, registrations: rows.map(viewOf) }
  },
})

export const createLtiRegistration = defineVerb({
  name: 'lti.register',
  scope: 'admin',
  input: createLtiInput,
  output: ltiRegistration,
  run: async ({ actor, tx, note }, input) => {
    const { tenantId } = actor
    await ensureTool(tx, tenantId)
    await refuse(tx, { tenantId, issuer: input.issuer, clientId: input.client_id })
    const id = newId('ltiRegistration')
    const row = await tx.ltiRegistration.create({
      data: {
        id,
        tenantId,
        name: input.name,
        issuer: input.issuer,
        clientId: input.client_id,
        deploymentIds: [...new Set(input.deployment_ids)],
        authUrl: input.auth_url,
        tokenUrl: input.token_url,
        tokenAudience: input.token_audience ?? null,
        jwksUrl: input.jwks_url,
        frameOrigins: [...new Set(input.frame_origins ?? originsOf([input.issuer, input.auth_url]))],
        consentBasis: input.consent_basis,
        createdBy: actor.name,
      },
    })
    note({ subject: id, detail: { issuer: input.issuer, client_id: input.client_id } })
    return viewOf(row)
  },
})

export const removeLtiRegistration = defineVerb({
  name: 'lti.remove',
  scope: 'admin',
  input: ltiIdInput,
  output: ltiRemoved,
  run: async ({ actor, tx, note }, { id }) => {
    await findRegistration(tx, actor.tenantId, id)
    const { count } = await tx.ltiRegistration.deleteMany({ where: { id, tenantId: actor.tenantId } })
    note({ subject: id })
    return { object: 'deleted' as const, deleted: count }
  },
})

/** Throws not_found, also for another tenant's. */
export async function findRegistration(tx: Tx, tenantId: string, id: string) {
  const row = await tx.ltiRegistration.findFirst({ where: { id, tenantId } })
  if (!row) throw new AppError('not_found', { public: `No registration ${id} here` })
  return row
}
export type RegistrationRow = Awaited<ReturnType<typeof findRegistration>>

async function refuse(tx: Tx, { tenantId, issuer, clientId }: { tenantId: string; issuer: string; clientId: string }) {
  if ((await tx.ltiRegistration.count({ where: { tenantId } })) >= ltiLimits.maxRegistrations)
    throw new AppError('conflict', {
      public: `A tenant has at most ${ltiLimits.maxRegistrations} registrations. Remove one that is not used`,
    })
  if (await tx.ltiRegistration.findFirst({ where: { tenantId, issuer, clientId }, select: { id: true } }))
    throw new AppError('conflict', {
      public: 'This issuer and client id are registered already. Remove that registration first',
      errors: [
        { location: 'body.client_id', message: 'is registered with this issuer', fix: 'Check it at the platform' },
      ],
    })
}

function originsOf(urls: readonly string[]): string[] {
  return urls.flatMap((url) => {
    const parsed = URL.canParse(url) ? new URL(url) : null
    return parsed && /^https?:$/.test(parsed.protocol) ? [parsed.origin] : []
  })
}

function viewOf(row: RegistrationRow): LtiRegistration {
  return ltiRegistration.parse({
    id: row.id,
    object: 'lti_registration',
    name: row.name,
    issuer: row.issuer,
    client_id: row.clientId,
    deployment_ids: row.deploymentIds,
    auth_url: row.authUrl,
    token_url: row.tokenUrl,
    token_audience: row.tokenAudience,
    jwks_url: row.jwksUrl,
    frame_origins: row.frameOrigins,
    consent_basis: row.consentBasis,
    created_at: row.createdAt.toISOString(),
  })
}
