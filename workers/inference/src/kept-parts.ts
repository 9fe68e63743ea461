// What models made of texts that come again, in this process's memory. Over 64 MiB the least used go; a worker that starts anew computes them
// anew, at the first run that needs them.
import { LRUCache } from 'lru-cache'

const maxKeptBytes = 67_108_864
/** What an entry costs beside its numbers, roughly. */
const entryBytes = 300

export type KeptParts = LRUCache<string, Float32Array>

export const openKeptParts = (): KeptParts =>
  new LRUCache({ maxSize: maxKeptBytes, sizeCalculation: (vector) => vector.byteLength + entryBytes })
