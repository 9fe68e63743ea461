// The launcher's pure parts: identities, the lock, what a follower concludes, and words for people.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { lastWords, openLogFile } from './children.ts'
import { followStart } from './follow.ts'
import { identityOf, isSameProcess, workingFolderOf } from './process-identity.ts'
import { refuseHopeless } from './processes.ts'
import { readState, runningState, type State, writeState } from './state.ts'
import { shown } from './status.ts'
import { lockHolder, takeLock } from './supervisor-lock.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'guildhall-launcher-'))
  return () => rmSync(dataDir, { recursive: true, force: true })
})
const identity = identityOf(process.pid)
const own = { pid: process.pid, identity }
const stateOf = (changes: Partial<State>): State => ({
  ...own,
  phase: 'starting',
  steps: [],
  error: null,
  url: '',
  env: {},
  children: [],
  ...changes,
})
const child = { name: 'api', pid: null, identity: null, signal: 'SIGTERM', port: 1, started_at: null } as const

test('a process is known by more than its number', () => {
  expect(isSameProcess(own)).toBe(true)
  expect(isSameProcess({ pid: process.pid, identity: 'another boot:1' })).toBe(false)
  expect(isSameProcess({ pid: 2 ** 30, identity: null })).toBe(false)
  expect(workingFolderOf(process.pid)).toBe(process.cwd())
})

test('the state of a process whose number was given to another is not running', () => {
  writeState(dataDir, stateOf({ identity: 'another boot:1' }))
  expect(readState(dataDir)?.pid).toBe(process.pid)
  expect(runningState(dataDir)).toBeNull()
  writeState(dataDir, stateOf({}))
  expect(runningState(dataDir)?.pid).toBe(process.pid)
})

test('a state that another version wrote is none', () => {
  writeFileSync(join(dataDir, 'state.json'), JSON.stringify({ pid: process.pid }))
  expect(readState(dataDir)).toBeNull()
})

test('the lock is held once, taken over from the dead, and leaves no other file', () => {
  writeFileSync(join(dataDir, 'supervisor.lock'), JSON.stringify({ pid: process.pid, identity: 'another boot:1' }))
  expect(lockHolder(dataDir)).toBeNull()
  expect(takeLock(dataDir)).toBe(true)
  expect(lockHolder(dataDir)).toEqual(own)
  expect(takeLock(dataDir)).toBe(false)
  expect(readdirSync(dataDir)).toEqual(['supervisor.lock'])
})

test('a follower returns the ready state and shows each step once', async () => {
  takeLock(dataDir)
  writeState(dataDir, stateOf({ phase: 'ready', steps: [{ name: 'Postgres', ms: 5 }] }))
  const said: string[] = []
  const state = await followStart({ dataDir, own: null, say: (name) => said.push(name) })
  expect([state.phase, said]).toEqual(['ready', ['Postgres']])
})

test('a follower does not wait for a supervisor that is gone', async () => {
  const gone = { pid: 2 ** 30, exitCode: 0, signalCode: null }
  await expect(followStart({ dataDir, own: gone, say: () => undefined })).rejects.toThrow('Cure: ./guildhall up')
})

test("a follower throws its own supervisor's error, and not one of a start before", async () => {
  const gone = { pid: 2 ** 30, exitCode: 1, signalCode: null }
  writeState(dataDir, stateOf({ pid: 2 ** 30 - 1, error: 'old' }))
  await expect(followStart({ dataDir, own: gone, say: () => undefined })).rejects.toThrow('ended while it was starting')
  writeState(dataDir, stateOf({ pid: 2 ** 30, error: 'REDIS_URL evicts' }))
  await expect(followStart({ dataDir, own: gone, say: () => undefined })).rejects.toThrow('REDIS_URL evicts')
})

test('a child that ends again and again is given up with its last words', () => {
  openLogFile(dataDir, 'api')
  writeFileSync(join(dataDir, 'logs', 'api.log'), 'CUDA did not load\n')
  expect(lastWords(dataDir, 'api')).toBe('    CUDA did not load')
  expect(() => refuseHopeless(dataDir, [{ ...child, restarts: 2 }])).not.toThrow()
  expect(() => refuseHopeless(dataDir, [{ ...child, restarts: 3 }])).toThrow(/api[\s\S]*Cure[\s\S]*CUDA did not load/)
})

test.each([
  [0, '0s'],
  [59_999, '59s'],
  [60_000, '1m 0s'],
  [3_725_000, '1h 2m'],
  [90_000_000, '1d 1h'],
])('%i ms is shown as %s', (durationMs, text) => {
  expect(shown(durationMs)).toBe(text)
})
