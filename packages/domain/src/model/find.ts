// A model by its public name (`retail.recommend`), and the tenant's own row of it, made at its first training.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { type Trainable, trainables } from '@guildhall/contracts/training'
import type { Tx } from '@guildhall/db/client'
import { verticals } from '@guildhall/verticals/registry'

/** `collections` are those it is trained from; none for a model that ships with its pack and has no trainer. */
type ModelName = {
  model: string
  vertical: string
  task: string
  collections: readonly string[]
  isTrainable: boolean
}

/** What can be trained, then what a pack brings ready made. */
export const modelNames: readonly ModelName[] = [
  ...trainables.map(({ model, vertical, task, collections }) => ({
    model,
    vertical,
    task,
    collections,
    isTrainable: true,
  })),
  ...verticals.flatMap(({ slug: vertical, tasks }) =>
    tasks
      .filter(({ slug, model }) => model && !trainables.some((one) => one.vertical === vertical && one.task === slug))
      .map(({ slug: task }) => ({
        model: `${vertical}.${task}`,
        vertical,
        task,
        collections: [],
        isTrainable: false,
      })),
  ),
]

export function modelNamed(id: string): ModelName {
  const found = modelNames.find((one) => one.model === id)
  if (found) return found
  throw new AppError('not_found', {
    public: `No model ${id.slice(0, 100)}. There are: ${modelNames.map((one) => one.model).join(', ')}`,
  })
}

/** Throws not_found, and conflict for a model that ships with its pack and has no trainer. */
export function trainableNamed(id: string): Trainable {
  const found = trainables.find((one) => one.model === id)
  if (found) return found
  const { model } = modelNamed(id)
  throw new AppError('conflict', { public: `${model} comes with its pack and cannot be trained here` })
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
  const { vertical, task } = modelNamed(id)
  const rows = await tx.modelVersion.findMany({
    where: { number: version, model: { vertical, task }, OR: [{ tenantId }, { tenantId: null }] },
  })
  const row = rows.find((one) => one.tenantId === tenantId) ?? rows[0]
  if (!row) throw new AppError('not_found', { public: `Model ${id} has no version ${version} here` })
  return row
}
