// Which version a run gets by a running experiment. Who names a version, or no shopper, is in none.
import type { Variant } from '@guildhall/contracts/experiment'
import { z } from 'zod'
import { assign } from './assign.ts'

export type Chosen = { experimentId: string; variant: Variant; version: number }
export type Running = { id: string; versionA: number; versionB: number; shareB: number }
type Request = { version?: number | undefined; input?: unknown; metadata?: Record<string, string> | undefined }

/** Null outside of any experiment. */
export function chooseByExperiment(running: Running | null, request: Request): Chosen | null {
  const shopper = running && request.version === undefined ? shopperOf(request) : null
  if (!running || shopper === null) return null
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
