// A learning platform for tests: a real HTTP server with real keys. It logs in, launches, gives tokens for our signed assertions only, and keeps the
// scores it is sent. What it says can be bent, to see it refused.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { claimsOf, coursePage, launchForm, type PlatformState, scoreScope } from './fake-course.ts'

/** `claims` are put over the launch's own; `kid` names the signing key otherwise than the key set does. */
export type Bent = { claims?: Record<string, unknown>; kid?: string }
export type FakePlatform = Awaited<ReturnType<typeof openPlatform>>
type Running = { state: PlatformState; keys: Awaited<ReturnType<typeof keyPair>> }

/** `host` is what its addresses say; it listens on this machine only. */
export async function openPlatform({ host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {}) {
  const state: PlatformState = {
    tool: '',
    origin: '',
    clientId: `client-${randomUUID()}`,
    deploymentId: 'deployment-1',
    custom: {},
    people: {
      'pupil-1': { sub: 'person-4711', role: 'Learner' },
      'teacher-1': { sub: 'person-1', role: 'Instructor' },
    },
    answers: 200,
    scores: [],
    tokens: new Set(),
    tokensGiven: 0,
    keysRead: 0,
  }
  const running: Running = { state, keys: await keyPair() }
  const server = createServer((request, response) => {
    answer(running, { request, response }).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = `${host}:${(server.address() as AddressInfo).port}`
  state.origin = `http://${address}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return {
    state,
    origin: state.origin,
    host: address,
    idToken: (authUrl: string, bent: Bent = {}) => idToken(running, { authUrl, bent }),
    registration: () => ({
      name: 'Fake platform',
      issuer: state.origin,
      client_id: state.clientId,
      deployment_ids: [state.deploymentId],
      auth_url: `${state.origin}/auth`,
      token_url: `${state.origin}/token`,
      jwks_url: `${state.origin}/jwks`,
    }),
    close,
  }
}

type Asked = { authUrl: string; bent: Bent }

/** The id_token for an authentication request, which must be as the standard says. */
async function idToken({ state, keys }: Running, { authUrl, bent }: Asked): Promise<string> {
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
  const claims = { ...claimsOf(state, person), nonce: asked.get('nonce'), ...bent.claims }
  const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
  return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: bent.kid ?? keys.kid }).sign(keys.privateKey)
}

type Exchange = { request: IncomingMessage; response: ServerResponse }

async function answer(running: Running, { request, response }: Exchange): Promise<void> {
  const { state, keys } = running
  const url = new URL(request.url ?? '/', state.origin)
  const body = await textOf(request)
  if (url.pathname === '/jwks') {
    state.keysRead += 1
    return send(response, 200, { keys: [keys.jwk] })
  }
  if (url.pathname === '/token') return send(response, ...(await tokenFor(state, new URLSearchParams(body))))
  if (url.pathname.endsWith('/scores')) return send(response, takeScore(state, { request, url, body }), {})
  const { searchParams } = url
  if (url.pathname === '/auth') {
    const signed = await idToken(running, { authUrl: url.href, bent: {} })
    return page(response, launchForm(state, { signed, state: searchParams.get('state') ?? '' }))
  }
  if (url.pathname === '/course') {
    const seen = { as: searchParams.get('as') ?? 'pupil-1', isFramed: searchParams.has('frame') }
    return page(response, coursePage(state, seen))
  }
  send(response, 404, {})
}

/** A token for an assertion that one of the tool's published keys signed. */
async function tokenFor(state: PlatformState, form: URLSearchParams): Promise<[number, object]> {
  const isAsked =
    form.get('grant_type') === 'client_credentials' &&
    form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
    form.get('scope') === scoreScope
  if (!isAsked) return [400, { error: 'invalid_request' }]
  const { clientId, origin, tool } = state
  try {
    await jwtVerify(form.get('client_assertion') ?? '', createRemoteJWKSet(new URL(`${tool}/jwks`)), {
      issuer: clientId,
      subject: clientId,
      audience: `${origin}/token`,
      algorithms: ['RS256'],
      requiredClaims: ['jti', 'iat', 'exp'],
    })
  } catch {
    return [401, { error: 'invalid_client' }]
  }
  const access_token = randomUUID()
  state.tokens.add(access_token)
  state.tokensGiven += 1
  return [200, { access_token, token_type: 'Bearer', expires_in: 3600, scope: scoreScope }]
}

type Scored = { request: IncomingMessage; url: URL; body: string }

function takeScore(state: PlatformState, { request, url, body }: Scored): number {
  const { authorization, 'content-type': contentType } = request.headers
  if (!state.tokens.has((authorization ?? '').replace(/^Bearer /, ''))) return 401
  state.scores.push({ path: `${url.pathname}${url.search}`, contentType, authorization, body: JSON.parse(body) })
  return state.answers
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

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function page(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html lang="en"><title>Platform</title><link rel="icon" href="data:,">${body}</html>`)
}
