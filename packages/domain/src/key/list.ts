// List the tenant's API keys, newest first; disabled ones stay in the list so that "last used" can be read.
import { keyObject } from '@guildhall/contracts/key'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { keyView } from './view.ts'

// A tenant with more keys than this has lost count of them; the page says so.
const maxKeys = 200

export const listKeys = defineVerb({
  name: 'key.list',
  scope: 'admin',
  isRead: true,
  input: z.strictObject({}),
  output: z.object({ object: z.literal('list'), data: z.array(keyObject) }),
  run: async ({ actor, tx }) => {
    const rows = await tx.apiKey.findMany({
      where: { tenantId: actor.tenantId },
      orderBy: { id: 'desc' },
      take: maxKeys,
    })
    return { object: 'list' as const, data: rows.map(keyView) }
  },
})
