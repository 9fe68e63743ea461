// The supervisor: starts the servers, migrates, seeds, keeps our processes running. Detached from the terminal; ends on SIGTERM, last in first out.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import getPort, { portNumbers } from 'get-port'
import { migrate } from '../migrate.ts'
import { type ChildSpec, keepRunning, openReaper } from './children.ts'
import { allowAppLogin, startPostgres } from './postgres.ts'
import { findRedisServer, startRedis } from './redis.ts'
import { tsxFlags } from './script.ts'
import { keepServer } from './servers.ts'
import { defaultPort, readSecrets, root, settingsOf } from './settings.ts'
import { type State, writeState } from './state.ts'

const [dataDir = '', wantedPort = ''] = process.argv.slice(2)
const settings = settingsOf({ data: dataDir, port: wantedPort === '' ? undefined : wantedPort })
const secrets = readSecrets(settings.dataDir)
const reaper = openReaper()
const closers: (() => Promise<unknown>)[] = []
const children: ReturnType<typeof keepRunning>[] = []
const state: State = { pid: process.pid, phase: 'starting', steps: [], error: null, url: '', env: {}, children: [] }

const save = () => writeState(settings.dataDir, { ...state, children: children.map((child) => child.state) })

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  state.phase = name
  save()
  const done = await work()
  state.steps.push({ name, ms: Date.now() - startedAt })
  save()
  return done
}

async function openPostgres(): Promise<{ ownerUrl: string; appUrl: string }> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings.external
  if (appUrl && ownerUrl) return { ownerUrl, appUrl }
  const { server, stop } = await keepServer({
    name: 'Postgres',
    // Postgres' fast shutdown: it does not wait for idle clients.
    signal: 'SIGINT',
    reaper,
    start: (port) => startPostgres({ dataDir: settings.dataDir, secrets, ...(port ? { port } : {}) }),
  })
  closers.push(stop)
  return server
}

async function openRedisServer(): Promise<string> {
  if (settings.external.REDIS_URL) return settings.external.REDIS_URL
  const server = findRedisServer((line) => process.stderr.write(`${line}\n`))
  const { server: redis, stop } = await keepServer({
    name: 'Redis',
    signal: 'SIGTERM',
    reaper,
    start: (port) =>
      startRedis({
        dataDir: settings.dataDir,
        password: secrets.redis,
        server,
        isDurable: true,
        ...(port ? { port } : {}),
      }),
  })
  closers.push(stop)
  return redis.url
}

async function seed(): Promise<void> {
  const run = promisify(execFile)
  const args = [...tsxFlags, join(root, 'prisma/seed/main.ts')]
  await run(process.execPath, args, { cwd: root, env: { ...process.env, ...state.env } }).catch(
    (error: { stderr?: string }) => {
      throw new Error(`the seed failed: ${error.stderr?.slice(-2000) ?? 'no output'}`)
    },
  )
}

async function start(): Promise<void> {
  const port = settings.port ?? (await getPort({ port: portNumbers(defaultPort, defaultPort + 99) }))
  const webPort = await getPort({ exclude: [port] })
  const servers = await step('Postgres', openPostgres)
  const redisUrl = await step('Redis', openRedisServer)
  await step('Migrations', async () => {
    await migrate({ ownerUrl: servers.ownerUrl, dir: join(root, 'prisma/migrations') })
    if (!settings.external.DATABASE_URL) await allowAppLogin(servers.ownerUrl, secrets.app)
  })
  state.url = settings.external.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  state.env = {
    NODE_ENV: 'production',
    DATABASE_URL: servers.appUrl,
    DATABASE_OWNER_URL: servers.ownerUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: settings.external.AUTH_SECRET ?? secrets.auth,
    PUBLIC_URL: state.url,
    PORT: String(port),
    WEB_ORIGIN: `http://127.0.0.1:${webPort}`,
    GUILDHALL_DATA: settings.dataDir,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  await step('Seed', seed)
  await step('Processes', async () => {
    for (const spec of specs(port, webPort)) {
      children.push(keepRunning(spec, { dataDir: settings.dataDir, reaper, onChange: save }))
    }
    await untilReady(`http://127.0.0.1:${port}`)
  })
  state.phase = 'ready'
  save()
}

function specs(port: number, webPort: number): ChildSpec[] {
  // The owner's password stays with the supervisor.
  const { DATABASE_OWNER_URL: _, ...env } = state.env
  const ours = (name: string, file: string, own: number | null) => ({
    name,
    args: [...tsxFlags, join(root, file)],
    env,
    cwd: root,
    port: own,
  })
  const next = join(root, 'node_modules/next/dist/bin/next')
  const web = join(root, 'apps/web')
  return [
    ours('inference', 'workers/inference/src/main.ts', null),
    ours('delivery', 'workers/delivery/src/main.ts', null),
    ours('api', 'apps/api/src/main.ts', port),
    { name: 'web', args: [next, 'start', '-H', '127.0.0.1', '-p', String(webPort)], env, cwd: web, port: webPort },
  ]
}

/** Ready when the API says so and a page comes through it. */
async function untilReady(url: string): Promise<void> {
  const giveUpAt = Date.now() + 120_000
  const answers = async (path: string) => (await fetch(url + path).catch(() => null))?.ok === true
  while (!((await answers('/health/ready')) && (await answers('/sign-in')))) {
    if (Date.now() > giveUpAt)
      throw new Error('the processes did not get ready in 120 s. Cure: ./guildhall logs api (or web, inference)')
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

async function stop(): Promise<void> {
  await Promise.all(children.map((child) => child.stop()))
  for (const close of closers.toReversed()) await close().catch(() => undefined)
  reaper.close()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
start().catch(async (error: unknown) => {
  state.error = error instanceof Error ? error.message : String(error)
  save()
  process.stderr.write(`${state.error}\n`)
  await stop()
  process.exit(1)
})
