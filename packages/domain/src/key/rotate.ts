// Rotate an API key: a new secret with the same scopes now, the old one goes on working for the overlap.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { newKeyObject, rotateKeyInput } from '@guildhall/contracts/key'
import { defineVerb } from '../verb.ts'
import { hashSecret, newSecret } from './secret.ts'
import { keyView } from './view.ts'

const startChars = 14

export const rotateKey = defineVerb({
  name: 'key.rotate',
  scope: 'admin',
  input: rotateKeyInput,
  output: newKeyObject,
  run: async ({ actor, tx, note }, input) => {
    const old = await tx.apiKey.findFirst({ where: { id: input.id, tenantId: actor.tenantId } })
    if (!old) throw new AppError('not_found', { public: `No API key ${input.id} here` })
    if (old.disabledAt) throw new AppError('conflict', { public: 'This key is disabled. Create a new one instead' })
    const overlapEnd = new Date(Date.now() + input.overlap_s * 1000)
    const ends = old.expiresAt && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd
    await tx.apiKey.update({ where: { id: old.id }, data: { expiresAt: ends } })
    const secret = newSecret('live')
    const row = await tx.apiKey.create({
      data: {
        id: newId('apiKey'),
        tenantId: actor.tenantId,
        name: old.name,
        start: secret.slice(0, startChars),
        keyHash: hashSecret(secret),
        scopes: old.scopes,
        createdBy: actor.name,
        expiresAt: old.expiresAt,
        rotatedFromId: old.id,
      },
    })
    note({ subject: row.id, detail: { rotated_from: old.id, overlap_s: input.overlap_s } })
    return { ...keyView(row), secret }
  },
})
