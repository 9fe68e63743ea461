// What the supervisor says of itself, in a file: read by up, down, status, key and doctor. Written whole, by rename.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isSameProcess } from './process-identity.ts'

const childSchema = z.object({
  name: z.string(),
  pid: z.int().nullable(),
  identity: z.string().nullable(),
  /** What ends it cleanly. */
  signal: z.enum(['SIGTERM', 'SIGINT']),
  port: z.int().nullable(),
  started_at: z.string().nullable(),
  restarts: z.int(),
})
const stateSchema = z.object({
  pid: z.int(),
  identity: z.string().nullable(),
  phase: z.string(),
  steps: z.array(z.object({ name: z.string(), ms: z.number() })),
  error: z.string().nullable(),
  url: z.string(),
  env: z.record(z.string(), z.string()),
  children: z.array(childSchema),
})
export type State = z.infer<typeof stateSchema>
export type ChildState = z.infer<typeof childSchema>

const fileOf = (dataDir: string) => join(dataDir, 'state.json')

/** Null when nothing was started here, or by another version. The state of a supervisor that died is returned too; see runningState(). */
export function readState(dataDir: string): State | null {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return null
  return stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
}

/** The file names database passwords, hence 0600. */
export function writeState(dataDir: string, state: State): void {
  const draft = `${fileOf(dataDir)}.new`
  writeFileSync(draft, JSON.stringify(state, null, 2), { mode: 0o600 })
  renameSync(draft, fileOf(dataDir))
}

export function forgetState(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
}

export function runningState(dataDir: string): State | null {
  const state = readState(dataDir)
  return state && isSameProcess(state) ? state : null
}
