// One supervisor for a data folder: two would stop each other's Postgres and write one Redis file. The lock dies with its holder.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { identityOf, isSameProcess, type ProcessId } from './process-identity.ts'

const holderSchema = z.object({ pid: z.int(), identity: z.string().nullable() })
const fileOf = (dataDir: string) => join(dataDir, 'supervisor.lock')

/** True when this process now holds the lock; it is given back when the process ends. False when a living one holds it. */
export function takeLock(dataDir: string): boolean {
  const file = fileOf(dataDir)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }), { mode: 0o600 })
  try {
    if (!isLinked(draft, file)) {
      if (lockHolder(dataDir)) return false
      setAside(file)
      if (!isLinked(draft, file)) return false
    }
    process.once('exit', () => rmSync(file, { force: true }))
    return true
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The living supervisor of this folder, from its first moment on, before it has written any state. */
export function lockHolder(dataDir: string): ProcessId | null {
  const holder = read(fileOf(dataDir))
  return holder && isSameProcess(holder) ? holder : null
}

/** Linking fails when the name exists, in one step; that is the whole lock. */
function isLinked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch {
    return false
  }
}

/** A dead holder's file goes; if a living one took its place since we looked, it is put back. */
function setAside(file: string): void {
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const holder = read(aside)
  if (holder && isSameProcess(holder)) isLinked(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): ProcessId | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
