// Artifacts: fetched once, kept on disk, checked on every load; a damaged file is fetched again, a damaged store is an error.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@guildhall/contracts/ids'
import { withTenant } from '@guildhall/db/scope'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openWorld, type World } from '../../../tools/test/world.ts'
import { openArtifacts } from './artifact.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const dir = mkdtempSync(join(tmpdir(), 'guildhall-artifacts-'))
let world: World

beforeAll(async () => {
  world = await openWorld(urls)
})
afterAll(async () => {
  rmSync(dir, { recursive: true })
  await world.close()
})

async function store(text: string, sha256?: string): Promise<string> {
  const { tenantId } = world.actor
  const bytes = new TextEncoder().encode(text)
  const digest = sha256 ?? createHash('sha256').update(bytes).digest('hex')
  await withTenant(tenantId, (tx) =>
    tx.artifact.create({ data: { id: newId('artifact'), tenantId, sha256: digest, bytes } }),
  )
  return digest
}

test('a damaged file is fetched again and mended; a good one needs no store', async () => {
  const artifacts = await openArtifacts(dir)
  const { tenantId } = world.actor
  const sha256 = await store('a model')
  expect(new TextDecoder().decode(await artifacts(tenantId, sha256))).toBe('a model')
  const path = join(dir, `${sha256}.onnx`)
  writeFileSync(path, 'another')
  expect(new TextDecoder().decode(await artifacts(tenantId, sha256))).toBe('a model')
  expect(readFileSync(path, 'utf8')).toBe('a model')
  await withTenant(tenantId, (tx) => tx.artifact.deleteMany({ where: { tenantId, sha256 } }))
  expect(new TextDecoder().decode(await artifacts(tenantId, sha256))).toBe('a model')
})

test('bytes that are not what the digest says are never run', async () => {
  const artifacts = await openArtifacts(dir)
  const sha256 = await store('tampered', 'f'.repeat(64))
  await expect(artifacts(world.actor.tenantId, sha256)).rejects.toThrow('is damaged')
})
