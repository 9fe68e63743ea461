// The supervisor: starts the servers, migrates, seeds, keeps our processes running. Detached from the terminal; ends on SIGTERM, last in first out.
import { join } from 'node:path'
import getPort, { portNumbers } from 'get-port'
import { migrate } from '../migrate.ts'
import { keepRunning } from './children.ts'
import { refuseUnsafeServers } from './outside.ts'
import { allowAppLogin, startPostgres } from './postgres.ts'
import { identityOf } from './process-identity.ts'
import { processSpecs, untilReady } from './processes.ts'
import { openReaper } from './reaper.ts'
import { findRedisServer, startRedis } from './redis.ts'
import { seed } from './seed.ts'
import { keepServer } from './servers.ts'
import { defaultPort, readSecrets, root, settingsOf } from './settings.ts'
import { takeSignals } from './signals.ts'
import { type ChildState, type State, writeState } from './state.ts'
import { takeLock } from './supervisor-lock.ts'

const [dataDir = '', wantedPort = ''] = process.argv.slice(2)
const settings = settingsOf({ data: dataDir, port: wantedPort === '' ? undefined : wantedPort })
const { external } = settings
const secrets = readSecrets(settings.dataDir)
// Another supervisor is quicker; whoever started us follows that one.
if (!takeLock(settings.dataDir)) process.exit(0)
process.stderr.write(`--- supervisor ${process.pid} starts ${new Date().toISOString()}\n`)
const reaper = openReaper()
const stopping = new AbortController()
const closers: (() => Promise<unknown>)[] = []
const servers: { state: ChildState }[] = []
const children: ReturnType<typeof keepRunning>[] = []
const state: State = {
  pid: process.pid,
  identity: identityOf(process.pid),
  phase: 'starting',
  steps: [],
  error: null,
  url: '',
  env: {},
  children: [],
}

const states = () => children.map((child) => child.state)
const save = () =>
  writeState(settings.dataDir, { ...state, children: [...servers.map((server) => server.state), ...states()] })

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  stopping.signal.throwIfAborted()
  const startedAt = Date.now()
  state.phase = name
  save()
  const done = await work()
  state.steps.push({ name, ms: Date.now() - startedAt })
  save()
  return done
}

async function openPostgres(): Promise<{ ownerUrl: string; appUrl: string }> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = external
  if (appUrl && ownerUrl) return { ownerUrl, appUrl }
  const kept = await keepServer({
    name: 'postgres',
    // Postgres' fast shutdown: it does not wait for idle clients.
    signal: 'SIGINT',
    reaper,
    onChange: save,
    start: (port) => startPostgres({ dataDir: settings.dataDir, secrets, ...(port ? { port } : {}) }),
  })
  servers.push(kept)
  closers.push(kept.stop)
  return kept.server
}

async function openRedisServer(): Promise<string> {
  if (external.REDIS_URL) return external.REDIS_URL
  const server = findRedisServer((line) => process.stderr.write(`${line}\n`))
  const kept = await keepServer({
    name: 'redis',
    signal: 'SIGTERM',
    reaper,
    onChange: save,
    start: (port) =>
      startRedis({
        dataDir: settings.dataDir,
        password: secrets.redis,
        server,
        isDurable: true,
        onSpawn: (pid) => reaper.watch(pid, 'SIGTERM'),
        ...(port ? { port } : {}),
      }),
  })
  servers.push(kept)
  closers.push(kept.stop)
  return kept.server.url
}

async function start(): Promise<void> {
  const port = settings.port ?? (await getPort({ port: portNumbers(defaultPort, defaultPort + 99) }))
  const webPort = await getPort({ exclude: [port] })
  const database = await step('Postgres', openPostgres)
  const redisUrl = await step('Redis', openRedisServer)
  await step('Migrations', async () => {
    await migrate({ ownerUrl: database.ownerUrl, dir: join(root, 'prisma/migrations') })
    if (!external.DATABASE_URL) await allowAppLogin(database.ownerUrl, secrets.app)
  })
  if (external.DATABASE_URL || external.REDIS_URL)
    await step('Your servers', () => refuseUnsafeServers({ databaseUrl: database.appUrl, redisUrl }))
  state.url = external.PUBLIC_URL ?? `http://127.0.0.1:${port}`
  state.env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: external.AUTH_SECRET ?? secrets.auth,
    PUBLIC_URL: state.url,
    PORT: String(port),
    WEB_ORIGIN: `http://127.0.0.1:${webPort}`,
    GUILDHALL_DATA: settings.dataDir,
    GUILDHALL_ARTIFACTS: join(settings.dataDir, 'artifacts'),
    GUILDHALL_WORK: join(settings.dataDir, 'work'),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  await step('Seed', () => seed({ env: state.env, reaper, signal: stopping.signal }))
  await step('Processes', async () => {
    for (const spec of processSpecs({ port, webPort, env: state.env })) {
      children.push(keepRunning(spec, { dataDir: settings.dataDir, reaper, onChange: save }))
    }
    await untilReady({ dataDir: settings.dataDir, url: `http://127.0.0.1:${port}`, children: states })
  })
  state.phase = 'ready'
  save()
}

async function stop(): Promise<void> {
  stopping.abort()
  state.phase = 'stopping'
  save()
  await Promise.all(children.map((child) => child.stop()))
  for (const close of closers.toReversed()) await close().catch(() => undefined)
  // What is named to it and still there, as a server that was just being started, is its to end.
  reaper.close()
}

takeSignals(() => void stop().then(() => process.exit(0)))
start().catch(async (error: unknown) => {
  if (stopping.signal.aborted) return
  state.error = error instanceof Error ? error.message : String(error)
  save()
  process.stderr.write(`${state.error}\n`)
  await stop()
  process.exit(1)
})
