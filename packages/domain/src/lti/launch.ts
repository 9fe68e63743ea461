// A launch posted by a platform -> a pupil's session, or the word that a teacher came, or why it is refused. The login's state is used up once it is
// known to come from the browser that began it; nothing of the token is kept but what claims.ts reads.
import type { Id } from '@guildhall/contracts/ids'
import { ltiLimits } from '@guildhall/contracts/lti'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { checkClaims, type Launch } from './claims.ts'
import { openIdToken } from './id-token.ts'
import { enterLink } from './link.ts'
import { digestOf, type Refused } from './login.ts'
import { toolAddresses } from './open.ts'
import { platformKeys } from './platform-keys.ts'
import type { RegistrationRow } from './registration.ts'
import { signSession } from './session.ts'

/** What a platform posts: LTI Core 1.3, section 5.1.1.4; an error is OAuth's. */
const posted = z.object({
  state: z.string().min(1).max(255),
  id_token: z.string().min(1).max(ltiLimits.maxIdTokenBytes).optional(),
  error: z.string().optional(),
})

export type Landed =
  | { role: 'learner'; session: string; place: string; registrationId: string }
  | { role: 'instructor'; registrationId: string }
  | Refused

/** `browserOf` gives the cookie that the login of this state left. */
type Posted = { form: unknown; browserOf: (state: string) => string | undefined; requestId: string }

export async function landLaunch(tenantId: Id<'tenant'>, { form, browserOf, requestId }: Posted): Promise<Landed> {
  const parsed = posted.safeParse(form)
  if (!parsed.success) return { refused: 'launch_malformed', registrationId: null }
  const { state, id_token, error } = parsed.data
  const login = await useLogin(tenantId, { state, browser: browserOf(state) })
  if ('refused' in login) return login
  const { registration, nonce } = login
  const refusedBy = { registrationId: registration.id }
  if (error !== undefined) return { refused: 'platform_error', ...refusedBy }
  if (id_token === undefined) return { refused: 'launch_malformed', ...refusedBy }
  const opened = await openIdToken(id_token, platformKeys(registration.jwksUrl))
  if ('refused' in opened) return { refused: opened.refused, ...refusedBy }
  const launch = checkClaims(opened.claims, {
    issuer: registration.issuer,
    clientId: registration.clientId,
    deploymentIds: registration.deploymentIds,
    nonce,
    launchUrl: toolAddresses(tenantId).launch_url,
    nowS: Date.now() / 1000,
  })
  if ('refused' in launch) return { refused: launch.refused, ...refusedBy }
  return enter(tenantId, { registration, launch, requestId })
}

type Entering = { registration: RegistrationRow; launch: Launch; requestId: string }

async function enter(tenantId: Id<'tenant'>, { registration, launch, requestId }: Entering): Promise<Landed> {
  const { id: registrationId, frameOrigins } = registration
  if (launch.role === 'instructor') return { role: 'instructor', registrationId }
  const entered = await enterLink(tenantId, { registration, launch, requestId })
  if (!entered) return { refused: 'custom_wrong', registrationId }
  const expiresAt = Date.now() + ltiLimits.pupilSessionS * 1000
  const session = signSession({ tenantId, linkId: entered.linkId, frameOrigins, expiresAt }, entered.sessionSecret)
  return { role: 'learner', session, place: placeOf(entered.linkId), registrationId }
}

/** What the address and the cookie of a link are called: links of one browser stand side by side. */
const placeOf = (linkId: string) =>
  digestOf(linkId)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 16)

type Used = { registration: RegistrationRow; nonce: string } | Refused

function useLogin(tenantId: string, { state, browser }: { state: string; browser: string | undefined }): Promise<Used> {
  const id = digestOf(state)
  return withTenant(tenantId, async (tx): Promise<Used> => {
    const login = await tx.ltiLogin.findFirst({ where: { id, tenantId }, include: { registration: true } })
    if (!login) return { refused: 'state_unknown', registrationId: null }
    const { registrationId, registration, nonce } = login
    // First: a page that is loaded again has lost its cookie, and should hear why it is refused.
    if (login.usedAt !== null) return { refused: 'state_used', registrationId }
    if (login.expiresAt.getTime() <= Date.now()) return { refused: 'state_expired', registrationId }
    if (browser === undefined || digestOf(browser) !== login.browserDigest)
      return { refused: 'browser_unknown', registrationId }
    // Two posts of one state at once: one of them counts a row.
    const { count } = await tx.ltiLogin.updateMany({
      where: { id, tenantId, usedAt: null },
      data: { usedAt: new Date() },
    })
    return count === 1 ? { registration, nonce } : { refused: 'state_used', registrationId }
  })
}
