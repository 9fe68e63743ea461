// Model versions that templates name by number: the tenant's own of that number, else the built-in one; whatever their state, for an artifact stays.
import type { Tx } from '@guildhall/db/client'
import { type Champion, loadChampions } from './champion.ts'

export type Pin = { tenantId: string; vertical: string; task: string; number: number }

export function pinName({ tenantId, vertical, task, number }: Pin): string {
  return `${tenantId} ${vertical} ${task} ${number}`
}

/** By pinName; a version that is not there is left out. The transaction must be scoped to all of their tenants. */
export async function pinnedOf(tx: Tx, pins: readonly Pin[]): Promise<Map<string, Champion>> {
  if (pins.length === 0) return new Map()
  const rows = await tx.modelVersion.findMany({
    where: {
      number: { in: pins.map((pin) => pin.number) },
      model: { vertical: { in: pins.map((pin) => pin.vertical) }, task: { in: pins.map((pin) => pin.task) } },
    },
    select: {
      id: true,
      tenantId: true,
      modelId: true,
      number: true,
      artifactSha256: true,
      model: { select: { name: true, vertical: true, task: true } },
    },
  })
  const championOf = await loadChampions(tx, rows)
  const found = new Map<string, Champion>()
  for (const pin of pins) {
    const fitting = rows.filter(
      ({ number, model }) => number === pin.number && model.vertical === pin.vertical && model.task === pin.task,
    )
    const row = fitting.find((one) => one.tenantId === pin.tenantId) ?? fitting.find((one) => one.tenantId === null)
    const champion = row ? championOf(row.id) : null
    if (champion) found.set(pinName(pin), champion)
  }
  return found
}
