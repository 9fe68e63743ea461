// The bytes of an artifact: from this machine's disk when they are there, else from Postgres; either way they must be what their digest says.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArtifact } from '@guildhall/domain/model/artifact'
import { logger } from '@guildhall/runtime/log'

const keptMs = 30 * 86_400_000

export type ArtifactStore = (tenantId: string, sha256: string) => Promise<Uint8Array>

/** Call once at boot. Throws when what Postgres has is not what the digest says; a damaged file is only fetched again. */
export async function openArtifacts(dir: string): Promise<ArtifactStore> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await forgetUnused(dir)
  return async (tenantId, sha256) => {
    const path = join(dir, `${sha256}.onnx`)
    const cached = await readFile(path).catch(() => null)
    if (cached && digestOf(cached) === sha256) {
      await utimes(path, new Date(), new Date()).catch(() => undefined)
      return cached
    }
    const bytes = await readArtifact(tenantId, sha256)
    if (digestOf(bytes) !== sha256) throw new Error(`artifact ${sha256} is damaged in the store`)
    // Written beside and renamed: nobody reads half a file. A full disk only costs the cache.
    const draft = `${path}.${randomUUID()}`
    await writeFile(draft, bytes, { mode: 0o600 })
      .then(() => rename(draft, path))
      .catch((error: unknown) => logger().warn({ err: error, sha256 }, 'artifact is not cached'))
    return bytes
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function forgetUnused(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    if (Date.now() - (await stat(path)).mtimeMs > keptMs) await rm(path, { force: true })
  }
}
