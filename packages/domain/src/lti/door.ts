// What the public door of LTI does with a launch or a login, logged: the door itself only knows HTTP. A fault of ours is refused like any other, so that
// whoever launches sees a page and a request id.
import type { Id } from '@guildhall/contracts/ids'
import type { LtiRefusal } from '@guildhall/contracts/lti'
import { withTenant } from '@guildhall/db/scope'
import { logger } from '@guildhall/runtime/log'
import { landLaunch } from './launch.ts'
import { logLaunch } from './log.ts'
import { beginLogin, type Login } from './login.ts'

type Asked = { tenantId: Id<'tenant'>; form: unknown; requestId: string }
type Turned = { refused: LtiRefusal }

export async function openLogin({ tenantId, form, requestId }: Asked): Promise<Login | Turned> {
  const login = await beginLogin(tenantId, form).catch(failed(requestId))
  if (!('refused' in login)) return login
  await logLaunch(tenantId, { registrationId: login.registrationId, role: null, refusal: login.refused, requestId })
  return { refused: login.refused }
}

export type Arrived =
  | { role: 'learner'; session: string; place: string }
  | { role: 'instructor'; slug: string }
  | Turned

type Launching = Asked & { browserOf: (state: string) => string | undefined }

export async function openLaunch({ tenantId, ...posted }: Launching): Promise<Arrived> {
  const { requestId } = posted
  const landed = await landLaunch(tenantId, posted).catch(failed(requestId))
  const { registrationId } = landed
  if ('refused' in landed) {
    await logLaunch(tenantId, { registrationId, role: null, refusal: landed.refused, requestId })
    return { refused: landed.refused }
  }
  await logLaunch(tenantId, { registrationId, role: landed.role, refusal: null, requestId })
  if (landed.role === 'learner') return landed
  const tenant = await withTenant(tenantId, (tx) =>
    tx.tenant.findFirst({ where: { id: tenantId }, select: { slug: true } }),
  )
  return { role: 'instructor', slug: tenant?.slug ?? '' }
}

const failed = (requestId: string) => (error: unknown) => {
  logger().error({ err: error, requestId }, 'an LTI launch failed')
  return { refused: 'failed' as const, registrationId: null }
}
