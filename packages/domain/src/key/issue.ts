// Stores a new key row and returns it with its secret: the one place where a secret and its hash meet.
import type { Actor } from '@guildhall/contracts/actor'
import { newId } from '@guildhall/contracts/ids'
import type { KeyObject } from '@guildhall/contracts/key'
import type { Tx } from '@guildhall/db/client'
import { hashSecret, newSecret } from './secret.ts'
import { keyView } from './view.ts'

const startChars = 14

type NewKey = { name: string; scopes: string[]; expiresAt: Date | null; rotatedFromId?: string }

export async function issueKey(tx: Tx, actor: Actor, key: NewKey): Promise<KeyObject & { secret: string }> {
  const secret = newSecret('live')
  const row = await tx.apiKey.create({
    data: {
      id: newId('apiKey'),
      tenantId: actor.tenantId,
      name: key.name,
      start: secret.slice(0, startChars),
      keyHash: hashSecret(secret),
      scopes: key.scopes,
      createdBy: actor.name,
      expiresAt: key.expiresAt,
      rotatedFromId: key.rotatedFromId ?? null,
    },
  })
  return { ...keyView(row), secret }
}
