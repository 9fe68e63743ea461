// Rows of model versions -> objects on the wire.
import { gateSchema } from '@guildhall/contracts/gate'
import type { ModelVersionObject } from '@guildhall/contracts/model'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'

type VersionRow = Omit<NonNullable<Awaited<ReturnType<Tx['modelVersion']['findFirst']>>>, 'card' | 'curves'>

const requestSchema = z.object({ by: z.string(), reason: z.string(), at: z.string() }).nullable()
const stateSchema = z.enum(['candidate', 'champion', 'archived'])

/** What every list of versions reads: never the card, which holds a catalogue. */
export const versionColumns = {
  id: true,
  tenantId: true,
  modelId: true,
  number: true,
  state: true,
  artifactSha256: true,
  gates: true,
  request: true,
  trainingId: true,
  shadowShare: true,
  promotedAt: true,
  promotedBy: true,
  createdAt: true,
} as const

export function versionView(row: VersionRow, model: string): ModelVersionObject {
  return {
    id: row.id,
    object: 'model_version',
    model,
    version: row.number,
    state: stateSchema.parse(row.state),
    is_builtin: row.tenantId === null,
    digest: `sha256:${row.artifactSha256}`,
    bytes: null,
    gates: z.array(gateSchema).parse(row.gates),
    training: row.trainingId,
    request: requestSchema.parse(row.request),
    shadow_share: row.shadowShare,
    created_at: row.createdAt.toISOString(),
    promoted_at: row.promotedAt?.toISOString() ?? null,
    promoted_by: row.promotedBy,
  }
}
