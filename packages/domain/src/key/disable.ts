// Disable an API key, for good and at once. It stays in the list and in the audit trail.
import { AppError } from '@guildhall/contracts/errors'
import { keyIdInput, keyObject } from '@guildhall/contracts/key'
import { noticeKeysChanged } from '../notice.ts'
import { defineVerb } from '../verb.ts'
import { keyView } from './view.ts'

export const disableKey = defineVerb({
  name: 'key.disable',
  scope: 'admin',
  input: keyIdInput,
  output: keyObject,
  run: async ({ actor, tx, note }, input) => {
    const row = await tx.apiKey.findFirst({ where: { id: input.id, tenantId: actor.tenantId } })
    if (!row) throw new AppError('not_found', { public: `No API key ${input.id} here` })
    note({ subject: row.id })
    await noticeKeysChanged(tx)
    return keyView(
      await tx.apiKey.update({ where: { id: row.id }, data: { disabledAt: row.disabledAt ?? new Date() } }),
    )
  },
})
