// A row of api_key -> the object on the wire. The hash stays behind.
import type { KeyObject } from '@guildhall/contracts/key'
import { scopeSchema } from '@guildhall/contracts/scopes'

type KeyRow = {
  id: string
  name: string
  start: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  disabledAt: Date | null
  rotatedFromId: string | null
}

export function keyView(row: KeyRow): KeyObject {
  return {
    id: row.id,
    object: 'api_key',
    name: row.name,
    start: row.start,
    scopes: row.scopes.map((scope) => scopeSchema.parse(scope)),
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    disabled_at: row.disabledAt?.toISOString() ?? null,
    rotated_from: row.rotatedFromId,
  }
}
