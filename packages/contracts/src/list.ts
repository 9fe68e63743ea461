// Keyset lists: the page, its cursor and its limits. Ids sort by time, so the id of the last row is the cursor.
import { z } from 'zod'

export const pageInput = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Rows of the page'),
  cursor: z.string().max(200).optional().describe('next_cursor of the page before'),
}

export function listOf<T extends z.ZodType>(row: T) {
  return z.object({
    object: z.literal('list'),
    data: z.array(row),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  })
}

/** Rows fetched as `limit + 1` -> a page. */
export function toPage<T extends { id: string }>(rows: readonly T[], limit: number) {
  const data = rows.slice(0, limit)
  const hasMore = rows.length > limit
  return { object: 'list' as const, data, has_more: hasMore, next_cursor: hasMore ? (data.at(-1)?.id ?? null) : null }
}
