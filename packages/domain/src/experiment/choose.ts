// Which version a run gets by a running experiment. Who names a version, or no shopper, is in none.
import type { Variant } from '@guildhall/contracts/experiment'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { assign } from './assign.ts'

export type Chosen = { experimentId: string; variant: Variant; version: number }
type Request = { version?: number | undefined; input?: unknown; metadata?: Record<string, string> | undefined }

/** Null outside of any experiment. */
export async function chooseByExperiment(
  tx: Tx,
  { tenantId, templateId, request }: { tenantId: string; templateId: string; request: Request },
): Promise<Chosen | null> {
  const shopper = request.version === undefined ? shopperOf(request) : null
  if (shopper === null) return null
  const running = await tx.experiment.findFirst({
    where: { tenantId, templateId, startedAt: { not: null }, stoppedAt: null },
    select: { id: true, versionA: true, versionB: true, shareB: true },
  })
  if (!running) return null
  const variant = assign({ salt: running.id, shopper, shareB: running.shareB })
  return { experimentId: running.id, variant, version: variant === 'b' ? running.versionB : running.versionA }
}

const named = z.looseObject({
  user_ref: z.string().nullish().catch(null),
  session: z
    .looseObject({ id: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
})

/** As attribution tells shoppers apart. What a member tries out is for no shopper. */
function shopperOf({ input, metadata }: Request): string | null {
  if (metadata?.preview !== undefined) return null
  if (metadata?.subject !== undefined) return metadata.subject
  const { success, data } = named.safeParse(input)
  return success ? (data.user_ref ?? data.session?.id ?? null) : null
}
