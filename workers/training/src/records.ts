// The NDJSON files of a training, line by line, and the digest of what was read.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'

export type Reading = { digest: Hash }

export const openReading = (): Reading => ({ digest: createHash('sha256') })

/** Records that no longer fit the schema (it may have changed since) are left out and counted in `skipped`. */
export async function readNdjson<S extends z.ZodType>(
  path: string,
  schema: S,
  { digest }: Reading,
): Promise<{ rows: z.output<S>[]; skipped: number }> {
  const rows: z.output<S>[] = []
  let skipped = 0
  if (!existsSync(path)) return { rows, skipped }
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue
    digest.update(line)
    const parsed = schema.safeParse(JSON.parse(line))
    if (parsed.success) rows.push(parsed.data)
    else skipped++
  }
  return { rows, skipped }
}
