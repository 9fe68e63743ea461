// Titles of skills in both languages and in the course's order; a skill that the collection does not have comes last, without a title.
import type { Localized } from '@guildhall/contracts/practice'
import type { Tx } from '@guildhall/db/client'
import { inBoth, titled } from '../practice/next.ts'

export type SkillTitle = { id: string; title: Localized | null }

export async function skillsOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<SkillTitle[]> {
  const asked = [...new Set(ids)].sort()
  const rows = await tx.$queryRaw<{ id: string; title: unknown }[]>`
    SELECT key AS id, body -> 'title' AS title FROM record
    WHERE tenant_id = ${tenantId} AND collection = 'skills' AND key = ANY(${asked})
    ORDER BY (body ->> 'order')::float8 NULLS LAST, key`
  const known = new Set(rows.map((row) => row.id))
  return [
    ...rows.map(({ id, title }) => ({ id, title: inBoth(titled.parse(title), id) })),
    ...asked.filter((id) => !known.has(id)).map((id) => ({ id, title: null })),
  ]
}
