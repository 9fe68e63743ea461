// A model by its public name (`retail.recommend`), and the tenant's own row of it, made at its first training.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { type Trainable, trainables } from '@guildhall/contracts/training'
import type { Tx } from '@guildhall/db/client'

export function trainableNamed(id: string): Trainable {
  const found = trainables.find((one) => one.model === id)
  if (found) return found
  throw new AppError('not_found', {
    public: `No model ${id.slice(0, 100)}. There are: ${trainables.map((one) => one.model).join(', ')}`,
  })
}

/** The tenant's own model row; made here when it is the first. */
export async function ownModel(
  tx: Tx,
  tenantId: string,
  { vertical, task, model }: Trainable,
): Promise<{ id: string }> {
  const known = await tx.model.findFirst({ where: { tenantId, vertical, task }, select: { id: true } })
  if (known) return known
  return tx.model.create({ data: { id: newId('model'), tenantId, vertical, task, name: model }, select: { id: true } })
}

/** A version the tenant can see: its own, or a built-in one. Throws not_found. */
export async function versionOf(tx: Tx, tenantId: string, { id, version }: { id: string; version: number }) {
  const { vertical, task } = trainableNamed(id)
  const rows = await tx.modelVersion.findMany({
    where: { number: version, model: { vertical, task }, OR: [{ tenantId }, { tenantId: null }] },
  })
  const row = rows.find((one) => one.tenantId === tenantId) ?? rows[0]
  if (!row) throw new AppError('not_found', { public: `Model ${id} has no version ${version} here` })
  return row
}
