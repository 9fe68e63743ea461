// The HTTP API for tests of its routes: a world of its own, the app without a port, and a key that may write collections.
import type { Scope } from '@guildhall/contracts/scopes'
import { openApp } from '../../apps/api/src/app.ts'
import { openWorld } from './world.ts'

type Urls = Parameters<typeof openWorld>[0]
type Asking = {
  method?: 'GET' | 'POST' | 'DELETE'
  url: string
  payload?: string | Buffer
  type?: string
  /** Another key than the api's own. */
  secret?: string | undefined
}
/** Bodies are read as the tests expect them: fastify types them `any`. */
export type Api = Awaited<ReturnType<typeof openApi>>

export async function openApi(urls: Urls, scopes: Scope[]) {
  const world = await openWorld(urls)
  const own = await world.secret(scopes)
  const app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 10_000 })
  const close = async () => {
    await app.close()
    await world.close()
  }
  const ask = async ({ method = 'GET', url, payload, type, secret = own }: Asking) => {
    const headers = { authorization: `Bearer ${secret}`, ...(type ? { 'content-type': type } : {}) }
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.json() }
  }
  return { world, ask, close }
}
