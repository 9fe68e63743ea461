// Stores the champions that ship with the product, as versions without a tenant. Idempotent: the digest decides what is new.
import { createHash } from 'node:crypto'
import { newId } from '@guildhall/contracts/ids'
import { modelCardSchema } from '@guildhall/contracts/model-card'
import { withSystem } from '@guildhall/db/scope'
import { z } from 'zod'

/** Throws when the bytes are not those the card was written for. */
export async function storeBuiltIn(model: {
  card: unknown
  bytes: Uint8Array
}): Promise<{ name: string; isNew: boolean }> {
  const card = modelCardSchema.parse(model.card)
  const sha256 = createHash('sha256').update(model.bytes).digest('hex')
  if (sha256 !== card.onnx_sha256) throw new Error(`${card.name}: model.onnx and card.json do not belong together`)
  return withSystem('store a built-in champion', async (tx) => {
    const row =
      (await tx.model.findFirst({
        where: { tenantId: null, vertical: card.vertical, task: card.task },
        include: { versions: true },
      })) ??
      (await tx.model.create({
        data: { id: newId('model'), vertical: card.vertical, task: card.task, name: card.name },
        include: { versions: true },
      }))
    if (row.versions.some((version) => version.artifactSha256 === sha256 && version.state === 'champion'))
      return { name: card.name, isNew: false }
    const known = await tx.artifact.findFirst({ where: { tenantId: null, sha256 } })
    if (!known)
      await tx.artifact.create({ data: { id: newId('artifact'), sha256, bytes: Uint8Array.from(model.bytes) } })
    await tx.modelVersion.updateMany({ where: { modelId: row.id, state: 'champion' }, data: { state: 'archived' } })
    const number = Math.max(0, ...row.versions.map((version) => version.number)) + 1
    await tx.modelVersion.create({
      data: {
        id: newId('modelVersion'),
        modelId: row.id,
        number,
        state: 'champion',
        artifactSha256: sha256,
        card: z.json().parse(card) ?? {},
      },
    })
    return { name: card.name, isNew: true }
  })
}

/** Takes the built-in champion of a task out of service; whoever trained their own is not touched. Returns how many there were: 0 or 1. */
export async function retireBuiltIn({ vertical, task }: { vertical: string; task: string }): Promise<number> {
  return withSystem('retire a built-in champion', async (tx) => {
    const { count } = await tx.modelVersion.updateMany({
      where: { state: 'champion', model: { tenantId: null, vertical, task } },
      data: { state: 'archived' },
    })
    return count
  })
}
