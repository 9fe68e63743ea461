// Starts Guildhall by its own launcher into a temporary folder, and stops it afterwards.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    stackUrl: string
    stackData: string
    /** Free, and deliveries may go there: for a fake learning platform. */
    platformPort: number
  }
}

const root = join(import.meta.dirname, '../../..')

/** @public Called by vitest. */
export async function setup(project: TestProject) {
  const platformPort = await getPort()
  const env = { ...process.env, DELIVERY_ALLOW: `localhost:${platformPort}` }
  const data = mkdtempSync(join(tmpdir(), 'guildhall-journeys-'))
  chmodSync(data, 0o755)
  const guildhall = (command: string) =>
    spawnSync(join(root, 'guildhall'), [command, '--data', data], { stdio: 'inherit', env }).status
  const stop = () => {
    guildhall('down')
    rmSync(data, { recursive: true, force: true })
  }
  if (guildhall('up') !== 0) {
    stop()
    throw new Error('./guildhall up failed')
  }
  const state: { url: string } = JSON.parse(readFileSync(join(data, 'state.json'), 'utf8'))
  project.provide('stackUrl', state.url)
  project.provide('stackData', data)
  project.provide('platformPort', platformPort)
  return stop
}
