// The bytes of an artifact by digest, from the tenant's own or the built-in ones.
import { withTenant } from '@guildhall/db/scope'

/** Throws when no such artifact is visible to the tenant. */
export async function readArtifact(tenantId: string, sha256: string): Promise<Uint8Array> {
  const row = await withTenant(tenantId, (tx) => tx.artifact.findFirst({ where: { sha256 } }))
  if (!row) throw new Error(`artifact ${sha256} is gone`)
  return row.bytes
}
