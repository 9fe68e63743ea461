// Rotate an API key: a new secret with the same scopes now, the old one goes on working for the overlap.
import { AppError } from '@guildhall/contracts/errors'
import { newKeyObject, rotateKeyInput } from '@guildhall/contracts/key'
import { noticeKeysChanged } from '../notice.ts'
import { defineVerb } from '../verb.ts'
import { issueKey } from './issue.ts'

export const rotateKey = defineVerb({
  name: 'key.rotate',
  scope: 'admin',
  hasSecret: true,
  input: rotateKeyInput,
  output: newKeyObject,
  run: async ({ actor, tx, note }, input) => {
    const old = await tx.apiKey.findFirst({ where: { id: input.id, tenantId: actor.tenantId } })
    if (!old) throw new AppError('not_found', { public: `No API key ${input.id} here` })
    if (old.disabledAt) throw new AppError('conflict', { public: 'This key is disabled. Create a new one instead' })
    const overlapEnd = new Date(Date.now() + input.overlap_s * 1000)
    const ends = old.expiresAt && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd
    await tx.apiKey.update({ where: { id: old.id }, data: { expiresAt: ends } })
    await noticeKeysChanged(tx)
    const key = await issueKey(tx, actor, {
      name: old.name,
      scopes: old.scopes,
      expiresAt: old.expiresAt,
      rotatedFromId: old.id,
    })
    note({ subject: key.id, detail: { rotated_from: old.id, overlap_s: input.overlap_s } })
    return key
  },
})
