// `./guildhall doctor`: what this machine has and how the running server is, each line with its cure.
import { execFile } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openRedis } from '@guildhall/runtime/redis'
import { within } from '@guildhall/runtime/within'
import pg from 'pg'
import pc from 'picocolors'
import { z } from 'zod'
import { isOnPath } from './redis.ts'
import { tsxFlags } from './script.ts'
import { root, type Settings } from './settings.ts'
import { runningState, type State } from './state.ts'

type Check = { name: string; state: 'ok' | 'warn' | 'fail'; detail: string; cure?: string }
const leastDiskBytes = 2_000_000_000
/** A server that is away must be a line of the table, not a doctor that never answers. */
const limitMs = 5000

export async function doctor(settings: Settings): Promise<number> {
  const state = runningState(settings.dataDir)
  const checks = [...machineChecks(), ...(await providerChecks())]
  if (state) checks.push(...(await databaseChecks(state)), ...(await redisChecks(state)), ...portChecks(state))
  else checks.push({ name: 'server', state: 'warn', detail: 'not running', cure: './guildhall up' })
  const marks = { ok: pc.green('ok  '), warn: pc.yellow('warn'), fail: pc.red('fail') }
  for (const check of checks) {
    const cure = check.cure && check.state !== 'ok' ? `  Cure: ${check.cure}` : ''
    process.stdout.write(`${marks[check.state]} ${check.name.padEnd(22)} ${check.detail}${cure}\n`)
  }
  return checks.some((check) => check.state === 'fail') ? 1 : 0
}

function machineChecks(): Check[] {
  const disk = statfsSync(root)
  const free = disk.bavail * disk.bsize
  return [
    { name: 'node', state: 'ok', detail: process.versions.node },
    {
      name: 'disk',
      state: free > leastDiskBytes ? 'ok' : 'warn',
      detail: `${(free / 1e9).toFixed(1)} GB free`,
      cure: 'free some space; Postgres stops when the disk is full',
    },
    {
      name: 'redis-server',
      state: isOnPath('redis-server') || isOnPath('valkey-server') ? 'ok' : 'warn',
      detail: isOnPath('redis-server') ? 'on the PATH' : 'not on the PATH',
      cure: './guildhall up installs it, or set REDIS_URL',
    },
  ]
}

async function providerChecks(): Promise<Check[]> {
  const schema = z.object({ providers: z.array(z.object({ name: z.string(), ok: z.boolean(), reason: z.string() })) })
  const args = [...tsxFlags, join(root, 'workers/inference/src/doctor.ts')]
  const answer = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 60_000 }).catch(String)
  if (typeof answer === 'string')
    return [{ name: 'providers', state: 'fail', detail: answer.slice(0, 300), cure: 'npm ci, then once more' }]
  const { providers } = schema.parse(JSON.parse(answer.stdout))
  return providers.map(({ name, ok, reason }) => {
    const state = ok ? 'ok' : name === 'cpu' ? 'fail' : 'warn'
    return {
      name: `provider ${name}`,
      state,
      detail: reason.split('\n')[0]?.slice(0, 160) ?? '',
      cure: `only needed for GUILDHALL_DEVICE=${name}`,
    }
  })
}

async function databaseChecks(state: State): Promise<Check[]> {
  const client = new pg.Client({
    connectionString: state.env.DATABASE_OWNER_URL,
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; bypasses: boolean; finished: Date | null; queued: number }>(`
      SELECT current_setting('server_version') AS version,
        (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'guildhall_app') AS bypasses,
        (SELECT max(finished_at) FROM run) AS finished, (SELECT count(*)::int FROM run WHERE status = 'queued') AS queued`)
    const [row] = rows
    return [
      { name: 'postgres', state: 'ok', detail: row?.version ?? '' },
      {
        name: 'role guildhall_app',
        state: row?.bypasses === false ? 'ok' : 'fail',
        detail: row?.bypasses === false ? 'cannot bypass row-level security' : 'can bypass row-level security',
        cure: 'ALTER ROLE guildhall_app NOSUPERUSER NOBYPASSRLS',
      },
      {
        name: 'last run finished',
        state: row?.finished ? 'ok' : 'warn',
        detail: `${row?.finished?.toISOString() ?? 'never'}, ${row?.queued} queued`,
      },
    ]
  } catch (error) {
    return [{ name: 'postgres', state: 'fail', detail: String(error), cure: './guildhall logs supervisor' }]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function redisChecks(state: State): Promise<Check[]> {
  const redis = openRedis(state.env.REDIS_URL ?? '')
  try {
    const answers = Promise.all([redis.config('GET', 'maxmemory-policy'), redis.info('server')])
    const [config, info] = await within(limitMs, answers)
    const [, policy] = z.array(z.string()).parse(config)
    const [, version] = /redis_version:(\S+)/.exec(info) ?? []
    return [
      {
        name: 'redis',
        state: policy === 'noeviction' ? 'ok' : 'fail',
        detail: `${version}, ${policy}`,
        cure: 'redis-cli CONFIG SET maxmemory-policy noeviction',
      },
    ]
  } catch (error) {
    return [
      { name: 'redis', state: 'fail', detail: String(error), cure: './guildhall logs supervisor, or mend REDIS_URL' },
    ]
  } finally {
    redis.disconnect()
  }
}

function portChecks(state: State): Check[] {
  return state.children.map((child) => ({
    name: `process ${child.name}`,
    state: child.pid === null ? 'fail' : child.restarts > 0 ? 'warn' : 'ok',
    detail: `pid ${child.pid ?? 'none'}${child.port ? `, port ${child.port}` : ''}, ${child.restarts} restarts`,
    cure: `./guildhall logs ${child.name}`,
  }))
}
