// The content of template versions, read and parsed once: a digest says which content it is, whoever published it.
import type { Tx } from '@guildhall/db/client'
import type { Task } from '@guildhall/verticals/kit/vertical'
import { LRUCache } from 'lru-cache'
import { parseInput } from '../parse.ts'

type Row = { id: string; digest: string }

// With its wording in two languages a content is some 40 KB.
const contents = new LRUCache<string, object>({ max: 500 })
const parsedContents = new WeakMap<object, unknown>()

/** Content by digest, for all these rows with at most one query. The same digest always gives the same object. */
export async function contentsOf(tx: Tx, rows: readonly Row[]): Promise<(digest: string) => unknown> {
  const missing = rows.filter((row) => !contents.has(row.digest))
  if (missing.length > 0) {
    const found = await tx.templateVersion.findMany({
      where: { id: { in: missing.map((row) => row.id) } },
      select: { digest: true, content: true },
    })
    for (const { digest, content } of found)
      if (typeof content === 'object' && content !== null) contents.set(digest, content)
  }
  const held = new Map(rows.map(({ digest }) => [digest, contents.get(digest)]))
  return (digest) => held.get(digest)
}

/** As the pack's schema parsed it; throws input_invalid where a content no longer fits. */
export function parseContent(task: Task, content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return parseInput(task.content, content, 'template')
  const known = parsedContents.get(content) ?? parseInput(task.content, content, 'template')
  parsedContents.set(content, known)
  return known
}
