// A learning platform for tests: a real HTTP server with real keys. It logs in, launches, gives tokens for our signed assertions only, and keeps the
// scores it is sent. What it says can be bent, to see it refused.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose'

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#'

export type SentScore = {
  path: string
  contentType: string | undefined
  authorization: string | undefined
  body: Record<string, unknown>
}
type Person = { sub: string; role: 'Learner' | 'Instructor' }
/** `claims` are put over the launch's own; `kid` names the signing key otherwise than the key set does. */
type Bent = { claims?: Record<string, unknown>; kid?: string }
export type FakePlatform = Awaited<ReturnType<typeof openPlatform>>

export async function openPlatform({ host = '127.0.0.1' }: { host?: string } = {}) {
  const keys = await keyPair()
  const state = {
    tool: '',
    custom: {} as Record<string, string>,
    answers: 200,
    scores: [] as SentScore[],
    tokensGiven: 0,
    keysRead: 0,
    assertions: [] as JWTPayload[],
    tokens: new Set<string>(),
    clientId: `client-${randomUUID()}`,
    deploymentId: 'deployment-1',
    people: {
      'pupil-1': { sub: 'person-4711', role: 'Learner' },
      'teacher-1': { sub: 'person-1', role: 'Instructor' },
    } as Record<string, Person>,
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://${host}:${port}`

  /** The id_token for an authentication request, which must be as the standard says. */
  async function idToken(authUrl: string, bent: Bent = {}): Promise<string> {
    const asked = new URL(authUrl).searchParams
    const wanted = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: state.clientId,
      redirect_uri: `${state.tool}/launch`,
    }
    for (const [name, value] of Object.entries(wanted))
      if (asked.get(name) !== value) throw new Error(`the authentication request has ${name}=${asked.get(name)}`)
    const person = state.people[asked.get('login_hint') ?? '']
    if (!person) throw new Error('nobody has this login_hint')
    const claims = { ...claimsOf(person), nonce: asked.get('nonce'), ...bent.claims }
    const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
    return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: bent.kid ?? keys.kid }).sign(keys.privateKey)
  }

  const claimsOf = ({ sub, role }: Person): Record<string, unknown> => ({
    iss: origin,
    aud: state.clientId,
    sub,
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 300,
    name: 'Wilhelmina Testperson',
    email: 'wilhelmina@platform.test',
    [lti('deployment_id')]: state.deploymentId,
    [lti('message_type')]: 'LtiResourceLinkRequest',
    [lti('version')]: '1.3.0',
    [lti('target_link_uri')]: `${state.tool}/launch`,
    [lti('roles')]: [membership + role],
    [lti('resource_link')]: { id: 'link-1', title: 'Fractions' },
    [lti('context')]: { id: 'course-1', title: 'Maths with Ms Testperson' },
    [lti('custom')]: state.custom,
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: [scoreScope],
      lineitem: `${origin}/lineitems/1/lineitem?type_id=7`,
    },
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const body = await textOf(request)
    if (url.pathname === '/jwks') {
      state.keysRead += 1
      return send(response, 200, { keys: [keys.jwk] })
    }
    if (url.pathname === '/token') return token(new URLSearchParams(body), response)
    if (url.pathname.endsWith('/scores')) return score({ request, url, body }, response)
    if (url.pathname === '/auth') return page(response, launchForm(await idToken(url.href), url.searchParams))
    if (url.pathname === '/course')
      return page(response, coursePage(url.searchParams.get('as') ?? 'pupil-1', url.searchParams.has('frame')))
    send(response, 404, {})
  }

  async function token(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const isAsked =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
      form.get('scope') === scoreScope
    if (!isAsked) return send(response, 400, { error: 'invalid_request' })
    try {
      const ours = createRemoteJWKSet(new URL(`${state.tool}/jwks`))
      const wanted = {
        issuer: state.clientId,
        subject: state.clientId,
        audience: `${origin}/token`,
        algorithms: ['RS256'],
        requiredClaims: ['jti', 'iat', 'exp'],
      }
      const { payload } = await jwtVerify(form.get('client_assertion') ?? '', ours, wanted)
      state.assertions.push(payload)
    } catch {
      return send(response, 401, { error: 'invalid_client' })
    }
    const access_token = randomUUID()
    state.tokens.add(access_token)
    state.tokensGiven += 1
    send(response, 200, { access_token, token_type: 'Bearer', expires_in: 3600, scope: scoreScope })
  }

  type Scored = { request: IncomingMessage; url: URL; body: string }
  async function score({ request, url, body }: Scored, response: ServerResponse): Promise<void> {
    const { authorization, 'content-type': contentType } = request.headers
    if (!state.tokens.has((authorization ?? '').replace(/^Bearer /, ''))) return send(response, 401, {})
    state.scores.push({ path: `${url.pathname}${url.search}`, contentType, authorization, body: JSON.parse(body) })
    send(response, state.answers, {})
  }

  const launchForm = (signed: string, asked: URLSearchParams) => `<form method="post" action="${state.tool}/launch">
    <input type="hidden" name="id_token" value="${signed}"><input type="hidden" name="state" value="${asked.get('state')}">
    <button>Go on</button></form>`

  /** A course with one activity, in a window of its own or in a frame, and the mark as the platform has it. */
  const coursePage = (as: string, isFrame: boolean) => {
    const mark = state.scores.at(-1)?.body.scoreGiven
    const fields = {
      iss: origin,
      login_hint: as,
      target_link_uri: `${state.tool}/launch`,
      client_id: state.clientId,
      lti_deployment_id: state.deploymentId,
    }
    const inputs = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    )
    return `<h1>Course</h1><p id="mark">${mark === undefined ? 'no mark yet' : `mark ${mark}`}</p>
      <form method="post" action="${state.tool}/login" ${isFrame ? 'target="activity"' : ''}>${inputs.join('')}<button>Open activity</button></form>
      ${isFrame ? '<iframe name="activity" width="900" height="700" title="activity"></iframe>' : ''}`
  }

  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  const registration = () => ({
    name: 'Fake platform',
    issuer: origin,
    client_id: state.clientId,
    deployment_ids: [state.deploymentId],
    auth_url: `${origin}/auth`,
    token_url: `${origin}/token`,
    jwks_url: `${origin}/jwks`,
  })
  return {
    state,
    origin,
    host: `${host}:${port}`,
    idToken,
    registration,
    close,
    rotate: async () => Object.assign(keys, await keyPair()),
  }
}

async function keyPair() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomUUID()
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function page(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>Platform</title>${body}`)
}
