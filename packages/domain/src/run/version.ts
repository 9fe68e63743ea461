// Which version of a template answers a run: the one it names, else the canary for its share of callers, else the live one.
import { createHash } from 'node:crypto'

type Channels = { id: string; liveVersion: number | null; canaryVersion: number | null; canaryShare: number | null }
export type VersionRequest = {
  version?: number | undefined
  /** The actor's name: who calls. */
  caller?: string | undefined
  /** `subject` in it stands for the caller, so that one person always gets the same version. */
  metadata?: Record<string, string> | undefined
}

/** null where nothing is published. The same caller always gets the same answer for the same canary and share. */
export function chooseVersion(template: Channels, request: VersionRequest): number | null {
  if (request.version !== undefined) return request.version
  const { id, liveVersion, canaryVersion, canaryShare } = template
  if (canaryVersion === null || canaryShare === null) return liveVersion
  const who = request.metadata?.subject ?? request.caller
  if (who === undefined) return liveVersion
  return placeOf(`${id} ${canaryVersion} ${who}`) < canaryShare ? canaryVersion : liveVersion
}

/** A place in [0, 1), evenly spread over names. A larger share keeps whom a smaller one had. */
function placeOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32
}
