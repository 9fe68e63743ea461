// Seeded choices (mulberry32 over a hash of a text): the same words and seed draw the same exercise on every machine, for good.

export type Random = {
  /** Whole numbers, both ends included. */
  int: (from: number, to: number) => number
  pick: <T>(from: readonly [T, ...T[]]) => T
  shuffle: <T>(values: readonly T[]) => T[]
}

export function openRandom(seed: string): Random {
  const next = numbersFrom(hashOf(seed))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    shuffle: (values) =>
      values
        .map((value) => ({ value, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function numbersFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
