// What template versions and drafts say, read and parsed once: a digest says which content and settings it is, whoever published it.
import type { TemplateSettings } from '@guildhall/contracts/template-document'
import type { Sql } from '@guildhall/db/sql'
import type { Task } from '@guildhall/verticals/kit/vertical'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { parseInput } from '../parse.ts'
import { settingsOf } from './document.ts'

export type Held = { content: object; settings: TemplateSettings }
type VersionRow = { id: string; digest: string }
type SnapshotRow = { templateId: string; digest: string }

// With its wording in two languages a content is some 40 KB.
const known = new LRUCache<string, Held>({ max: 500 })
const parsedContents = new WeakMap<object, unknown>()
const object = z.record(z.string(), z.unknown())

/** Of published versions by digest, with at most one query. The same digest always gives the same content object. */
export async function contentsOf(tx: Sql, rows: readonly VersionRow[]): Promise<(digest: string) => Held | undefined> {
  const missing = rows.filter((row) => !known.has(row.digest))
  if (missing.length > 0) {
    const found = await tx.$queryRaw<{ digest: string; content: unknown; settings: unknown }[]>`
      SELECT digest, content, settings FROM template_version WHERE id = ANY(${missing.map((row) => row.id)}) AND published_at IS NOT NULL`
    for (const { digest, content, settings } of found)
      known.set(digest, { content: object.parse(content), settings: settingsOf(settings) })
  }
  return holding(rows)
}

/** Of drafts as they were at these digests. A draft that went on since is another digest, so nobody reads half of two. */
export async function snapshotsOf(
  tx: Sql,
  rows: readonly SnapshotRow[],
): Promise<(digest: string) => Held | undefined> {
  const missing = rows.filter((row) => !known.has(row.digest))
  if (missing.length > 0) {
    const found = await tx.$queryRaw<{ digest: string; document: unknown }[]>`
      SELECT digest, document FROM template_snapshot
      WHERE template_id = ANY(${missing.map((row) => row.templateId)}) AND digest = ANY(${missing.map((row) => row.digest)})`
    for (const { digest, document } of found) known.set(digest, heldIn(object.parse(document)))
  }
  return holding(rows)
}

function heldIn(document: Record<string, unknown>): Held {
  const { content, model, generation, output, limits } = document
  return { content: object.parse(content), settings: settingsOf({ model, generation, output, limits }) }
}

function holding(rows: readonly { digest: string }[]): (digest: string) => Held | undefined {
  // Held here too: the cache may let go of one while a large group is read.
  const held = new Map(rows.map(({ digest }) => [digest, known.get(digest)]))
  return (digest) => held.get(digest)
}

/** As the pack's schema parsed it; throws input_invalid where a content no longer fits. */
export function parseContent(task: Task, content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return parseInput(task.content, content, 'template')
  const done = parsedContents.get(content) ?? parseInput(task.content, content, 'template')
  parsedContents.set(content, done)
  return done
}
