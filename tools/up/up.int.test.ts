// The launcher's promises: no orphan after a SIGKILL of the supervisor, quick restarts with backoff, refusals with a cure.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backoffMs, openReaper } from './children.ts'
import { tsxFlags } from './script.ts'
import { readSecrets, refuseBadSettings, root, settingsOf } from './settings.ts'
import { isAlive } from './state.ts'

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

test('a supervisor that is killed leaves no Postgres and no Redis behind', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'guildhall-orphans-'))
  chmodSync(dataDir, 0o755)
  const script = `
    import { startPostgres } from '${root}/tools/up/postgres.ts'
    import { findRedisServer, startRedis } from '${root}/tools/up/redis.ts'
    import { openReaper } from '${root}/tools/up/children.ts'
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
