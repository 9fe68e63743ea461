// The public door of LTI 1.3: a platform's login, its launch, and our keys. Cookies are for frames of other sites (SameSite=None, Partitioned): one per
// login and one per link, so that several activities on one page do not take each other's.

import { AppError } from '@guildhall/contracts/errors'
import { idSchema } from '@guildhall/contracts/ids'
import { type LtiRefusal, ltiLimits } from '@guildhall/contracts/lti'
import { refusalWords } from '@guildhall/contracts/lti-refusal'
import { type Arrived, openLaunch, openLogin } from '@guildhall/domain/lti/door'
import { loginS } from '@guildhall/domain/lti/login'
import { publicKeys } from '@guildhall/domain/lti/tool'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Limiter } from './limits.ts'
import { sendPage } from './plain-page.ts'
import { sendProblem } from './problem.ts'

type OfTenant = { Params: { tenant: string } }
type Call = FastifyRequest<OfTenant>

const maxFormBytes = 65_536
const keysKeptS = 300
const tenantForm = idSchema('tenant')

export function addLtiDoor(app: FastifyInstance, perAddress: Limiter): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: maxFormBytes },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.setErrorHandler((error, request, reply) => {
    // What Fastify itself cannot read, such as a form that is too large.
    const isUnread = error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_CTP')
    return isUnread ? refuse(reply, 'launch_malformed') : sendProblem(error, request, reply)
  })
  const guarded =
    (answer: (call: Call, reply: FastifyReply) => Promise<FastifyReply>) => async (call: Call, reply: FastifyReply) => {
      const isLimited = await isTooMany(call, { reply, perAddress })
      return isLimited ? refuse(reply, 'too_many') : answer(call, reply)
    }
  app.get<OfTenant>(
    '/lti/:tenant/login',
    guarded((call, reply) => login(call, { reply, form: call.query })),
  )
  app.post<OfTenant>(
    '/lti/:tenant/login',
    guarded((call, reply) => login(call, { reply, form: call.body })),
  )
  app.get<OfTenant>(
    '/lti/:tenant/launch',
    guarded(async (_, reply) => refuse(reply, 'launch_malformed')),
  )
  app.post<OfTenant>('/lti/:tenant/launch', guarded(launch))
  app.get<OfTenant>('/lti/:tenant/jwks', async (call, reply) => {
    reply.header('Cache-Control', `public, max-age=${keysKeptS}`).header('Cross-Origin-Resource-Policy', 'cross-origin')
    return publicKeys(tenantOf(call))
  })
}

/** Throws not_found for what is no id of a tenant. */
function tenantOf(call: Call) {
  const parsed = tenantForm.safeParse(call.params.tenant)
  if (parsed.success) return parsed.data
  throw new AppError('not_found', { public: 'No tenant has this address' })
}

async function isTooMany(
  call: Call,
  { reply, perAddress }: { reply: FastifyReply; perAddress: Limiter },
): Promise<boolean> {
  const tenantId = tenantOf(call)
  try {
    await perAddress({ tenantId, requestId: call.id, scopes: [], name: `lti:${tenantId}:${call.ip}` }, reply)
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'rate_limited') return true
    throw error
  }
}

async function login(call: Call, { reply, form }: { reply: FastifyReply; form: unknown }): Promise<FastifyReply> {
  const begun = await openLogin({ tenantId: tenantOf(call), form, requestId: call.id })
  if ('refused' in begun) return refuse(reply, begun.refused)
  setCookie(reply, { name: loginCookie(begun.state), value: begun.browser, maxAgeS: loginS })
  return reply.header('Cache-Control', 'no-store').redirect(begun.redirect, 302)
}

async function launch(call: Call, reply: FastifyReply): Promise<FastifyReply> {
  const used: string[] = []
  const browserOf = (state: string) => {
    used.push(loginCookie(state))
    return cookieOf(call, loginCookie(state))
  }
  const arrived = await openLaunch({ tenantId: tenantOf(call), form: call.body, requestId: call.id, browserOf })
  for (const name of used) setCookie(reply, { name, value: '', maxAgeS: 0 })
  return 'refused' in arrived ? refuse(reply, arrived.refused) : welcome(reply, arrived)
}

function welcome(reply: FastifyReply, arrived: Exclude<Arrived, { refused: LtiRefusal }>): FastifyReply {
  if (arrived.role === 'instructor') return sendPage(reply, teacherPage(reply, arrived.slug))
  setCookie(reply, { name: `practice-${arrived.place}`, value: arrived.session, maxAgeS: ltiLimits.pupilSessionS })
  return reply.header('Cache-Control', 'no-store').redirect(`/practice/${arrived.place}`, 303)
}

const teacherPage = (reply: FastifyReply, slug: string) => ({
  status: 200,
  title: { en: 'You teach this course', 'zh-CN': '您是本课程的教师' },
  lines: [
    {
      en: 'Pupils who open this activity come to their practice. To see the class, sign in to Guildhall as a member.',
      'zh-CN': '学生打开此活动后会直接进入练习。要查看班级，请以成员身份登录 Guildhall。',
    },
  ],
  link: { href: `/t/${encodeURIComponent(slug)}/class`, text: { en: 'Open the class page', 'zh-CN': '打开班级页面' } },
  foot: reply.request.id,
})

const statuses: Partial<Record<LtiRefusal, number>> = { too_many: 429, failed: 500, keys_unreachable: 502 }

function refuse(reply: FastifyReply, code: LtiRefusal): FastifyReply {
  const { what, next } = refusalWords(code)
  return sendPage(reply, {
    status: statuses[code] ?? 400,
    title: { en: 'This activity could not be opened', 'zh-CN': '无法打开此活动' },
    lines: [what, next],
    foot: `${code} · ${reply.request.id}`,
  })
}

const loginCookie = (state: string) => `lti-${state.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 16)}`

function cookieOf(call: Call, name: string): string | undefined {
  const pair = (call.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

type Cookie = { name: string; value: string; maxAgeS: number }

/** Browsers take Secure cookies from https and from this machine only: elsewhere a launch ends with browser_unknown. */
function setCookie(reply: FastifyReply, { name, value, maxAgeS }: Cookie): void {
  const parts = ['Path=/', `Max-Age=${maxAgeS}`, 'HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']
  reply.header('Set-Cookie', [`${name}=${value}`, ...parts].join('; '))
}
