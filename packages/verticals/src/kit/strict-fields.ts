// An object that refuses fields it does not know and suggests the one that was probably meant.
import { z } from 'zod'

/** Like z.strictObject; the message of an unknown field names the nearest known one. */
export function strictFields<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownText(issue.keys, known) : undefined),
  })
}

function unknownText(keys: readonly string[], known: readonly string[]): string {
  return keys
    .map((key) => {
      const shown = key.slice(0, 40)
      const near = nearestOf(shown, known)
      return near === null ? `Unknown field "${shown}"` : `Unknown field "${shown}". Did you mean "${near}"?`
    })
    .join(' ')
}

/** The known word within two or a third of its letters in edits; null when none is that near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  let best: string | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const distance = editDistance(word, candidate)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best !== null && bestDistance <= Math.max(2, best.length / 3) ? best : null
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const swap = (previous[j] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min(swap, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
