// The problem document inside an error of the browser's door.
import type { Problem } from '@guildhall/contracts/errors'
import { TRPCClientError } from '@trpc/client'

/** Null when the server did not answer at all. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'problem' in data ? (data.problem as Problem) : null
}
