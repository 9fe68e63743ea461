// A lender at the API with the worker's own rooms behind it: what the tests of finance share.
import type { Scope } from '@guildhall/contracts/scopes'
import { findTask } from '@guildhall/verticals/registry'
import { openApp } from '../../apps/api/src/app.ts'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'
import { openWorld } from './world.ts'

export const lenderScopes: Scope[] = [
  'runs:write',
  'runs:read',
  'templates:read',
  'templates:write',
  'templates:publish',
  'decisions:write',
  'collections:write',
]
/** A good application for a personal loan. */
export const plain = findTask('finance', 'risk_note')?.samples[0]?.input ?? {}

type Asked = { secret?: string; type?: string; body?: string | object }
export type Line = Record<string, unknown>
export type Lender = Awaited<ReturnType<typeof openLender>>

const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

export const actionOf = (line: Line | undefined): string => Object(line?.output).recommendation?.action

export async function openLender(urls: { databaseUrl: string; ownerUrl: string; redisUrl: string }) {
  const world = await openWorld(urls)
  const key = await world.secret(lenderScopes)
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  const app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://localhost', ratePerMinute: 10_000 })

  async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, { secret = key, type, body }: Asked = {}) {
    const headers = {
      authorization: `Bearer ${secret}`,
      ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    }
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    const isJson = /[/+]json(;|$)/.test(String(answer.headers['content-type']))
    return {
      status: answer.statusCode,
      text: answer.body,
      body: isJson ? answer.json() : null,
      bytes: answer.rawPayload,
      headers: answer.headers,
    }
  }

  async function batchOf(rows: readonly object[], template = 'consumer-risk-note'): Promise<string> {
    const body = rows.map((row) => JSON.stringify(row)).join('\n')
    const url = `/v1/batches?template=${template}`
    const { status, body: batch } = await ask('POST', url, { type: 'application/x-ndjson', body })
    if (status !== 202) throw new Error(`the batch was refused: ${JSON.stringify(batch)}`)
    return batch.id
  }

  const execute = (ids: readonly string[]) => executeRuns(pool, ids)

  /** Claims and works on what waits, as a worker would that got the messages. */
  async function workOff(batch: string): Promise<Line[]> {
    const { text } = await ask('GET', `/v1/batches/${batch}/results`)
    const ids = linesOf(text).map((line) => String(line.run))
    for (let at = 0; at < ids.length; at += 64) await execute(ids.slice(at, at + 64))
    return linesOf((await ask('GET', `/v1/batches/${batch}/results`)).text)
  }

  async function oneRun(input: object, template = 'consumer-risk-note') {
    const { status, body } = await ask('POST', '/v1/runs', { body: { template, input } })
    if (status !== 202) throw new Error(`the run was refused: ${JSON.stringify(body)}`)
    await execute([body.id])
    return (await ask('GET', `/v1/runs/${body.id}`)).body
  }

  const close = async () => {
    await app.close()
    await pool.close()
    await world.close()
  }
  return { world, ask, batchOf, workOff, oneRun, execute, close }
}
