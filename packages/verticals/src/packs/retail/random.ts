// A seeded generator (SplitMix32) for exploration: the same run draws the same numbers, so a replay gives the same list.

/** 0 <= value < 1. The seed is any text: the run's seed and id, so that two runs do not explore alike. */
export function openRandom(seed: string): () => number {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
