// Model versions that templates name: a number is the tenant's own version, builtin@1 one that ships. Whatever their state, for an artifact
// stays; and never the one for the other, or a first training would change what was pinned.
import type { TemplateSettings } from '@guildhall/contracts/template-document'
import type { Sql } from '@guildhall/db/sql'
import { type Champion, loadChampions, type VersionRow, versionColumns } from './champion.ts'

export type Pin = { tenantId: string; vertical: string; task: string; number: number; isBuiltIn: boolean }
type Of = { tenantId: string; vertical: string; task: string }

/** null where a template follows the champion. */
export function pinOf({ tenantId, vertical, task }: Of, { binding }: TemplateSettings['model']): Pin | null {
  if (binding === 'champion') return null
  const isBuiltIn = typeof binding === 'string'
  const number = isBuiltIn ? Number(binding.slice('builtin@'.length)) : binding
  return { tenantId, vertical, task, number, isBuiltIn }
}

export function pinName({ tenantId, vertical, task, number, isBuiltIn }: Pin): string {
  return `${isBuiltIn ? 'builtin' : tenantId} ${vertical} ${task} ${number}`
}

/** By pinName; a version that is not there is left out. The transaction must be scoped to all of their tenants. */
export async function pinnedOf(tx: Sql, pins: readonly Pin[]): Promise<Map<string, Champion>> {
  if (pins.length === 0) return new Map()
  const rows = await tx.$queryRaw<(VersionRow & { tenantId: string | null; vertical: string; task: string })[]>`
    SELECT ${versionColumns}, v.tenant_id AS "tenantId", model.vertical, model.task
    FROM model_version v JOIN model ON model.id = v.model_id
    WHERE v.number = ANY(${pins.map((pin) => pin.number)}::int[]) AND model.vertical = ANY(${pins.map((pin) => pin.vertical)})
      AND model.task = ANY(${pins.map((pin) => pin.task)})`
  const championOf = await loadChampions(tx, rows)
  const found = new Map<string, Champion>()
  for (const pin of pins) {
    const owner = pin.isBuiltIn ? null : pin.tenantId
    const row = rows.find(
      ({ tenantId, number, vertical, task }) =>
        tenantId === owner && number === pin.number && vertical === pin.vertical && task === pin.task,
    )
    const champion = row ? championOf(row.id) : null
    if (champion) found.set(pinName(pin), champion)
  }
  return found
}
