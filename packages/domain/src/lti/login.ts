// A login begun by a platform: what it asks for is checked against the tenant's registrations, and a state and a nonce wait ten minutes for the launch.
// Nothing is promised to the browser but a cookie that proves it is the same one.
import { createHash, randomBytes } from 'node:crypto'
import type { LtiRefusal } from '@guildhall/contracts/lti'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { toolAddresses } from './open.ts'

export const loginS = 600
const text = z.string().min(1)

/** LTI Core 1.3, section 5.1.1, and OpenID Connect Core 1.0, section 4. */
const asked = z.object({
  iss: text.max(255),
  login_hint: text.max(2000),
  target_link_uri: text.max(2000),
  lti_message_hint: text.max(8000).optional(),
  client_id: text.max(255).optional(),
  lti_deployment_id: text.max(255).optional(),
})

export type Login = { redirect: string; state: string; browser: string }
export type Refused = { refused: LtiRefusal; registrationId: string | null }

export async function beginLogin(tenantId: string, raw: unknown): Promise<Login | Refused> {
  const parsed = asked.safeParse(raw)
  if (!parsed.success) return { refused: 'login_malformed', registrationId: null }
  const { iss, client_id, lti_deployment_id: deployment } = parsed.data
  const [state, nonce, browser] = [randomName(), randomName(), randomName()]
  const found = await withTenant(tenantId, async (tx) => {
    const rows = await tx.ltiRegistration.findMany({
      where: { tenantId, issuer: iss, ...(client_id === undefined ? {} : { clientId: client_id }) },
      take: 2,
    })
    const [row] = rows
    // Without a client id the issuer must say which one is meant.
    if (!row || rows.length > 1) return { refused: 'registration_unknown' as const, registrationId: null }
    if (deployment !== undefined && !row.deploymentIds.includes(deployment))
      return { refused: 'deployment_unknown' as const, registrationId: row.id }
    await tx.ltiLogin.create({
      data: {
        id: digestOf(state),
        tenantId,
        registrationId: row.id,
        nonce,
        browserDigest: digestOf(browser),
        expiresAt: new Date(Date.now() + loginS * 1000),
      },
    })
    return row
  })
  if ('refused' in found) return found
  const redirect = authRequest({
    ...parsed.data,
    authUrl: found.authUrl,
    clientId: found.clientId,
    tenantId,
    state,
    nonce,
  })
  return { redirect, state, browser }
}

export const digestOf = (value: string) => createHash('sha256').update(value).digest('base64url')

const randomName = () => randomBytes(24).toString('base64url')

type Request = z.output<typeof asked> & {
  authUrl: string
  clientId: string
  tenantId: string
  state: string
  nonce: string
}

/** The authentication request of the 1EdTech Security Framework 1.0, section 5.1.1.2. Parameters that the platform's address has stay. */
function authRequest({ authUrl, clientId, tenantId, state, nonce, login_hint, lti_message_hint }: Request): string {
  const url = new URL(authUrl)
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: toolAddresses(tenantId).launch_url,
    login_hint,
    ...(lti_message_hint === undefined ? {} : { lti_message_hint }),
    state,
    nonce,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}
