// Seeded random numbers (mulberry32): the same seed gives the same model, bit for bit, on every machine.

export type Random = () => number

/** Uniform in [0, 1), from one 32-bit state. */
export function openRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fisher-Yates, in place. */
export function shuffle(values: Int32Array, random: Random): Int32Array {
  for (let last = values.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1))
    const held = values[last] ?? 0
    values[last] = values[pick] ?? 0
    values[pick] = held
  }
  return values
}
