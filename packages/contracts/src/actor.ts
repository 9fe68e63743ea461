// Who acts: a member in the browser, an API key, or the system. The tenant id of every verb comes from here and nowhere else.
import type { Id } from './ids.ts'
import type { Role, Scope } from './scopes.ts'

export type Actor = {
  tenantId: Id<'tenant'>
  requestId: string
  scopes: readonly Scope[]
  /** For the audit trail: `user:…`, `key:…` or `system:…`. */
  name: string
  member?: { userId: string; role: Role }
}
