// How varied served lists are: coverage, concentration and repetition. Pure.
export type ShownList = { shopper: string; at: number; items: readonly string[] }

export type Variety = {
  shown: Map<string, number>
  coverage: number | null
  gini: number | null
  topDecileShare: number | null
  repetition: number | null
}

/** `catalogue` counts the items that could have been shown; those that never were count as zeros. */
export function varietyOf(lists: readonly ShownList[], catalogue: number): Variety {
  const shown = new Map<string, number>()
  for (const { items } of lists) for (const item of items) shown.set(item, (shown.get(item) ?? 0) + 1)
  const counts = [...shown.values()].sort((a, b) => a - b)
  const places = counts.reduce((sum, count) => sum + count, 0)
  const all = Math.max(catalogue, counts.length)
  return {
    shown,
    coverage: places === 0 ? null : counts.length / all,
    gini: places === 0 ? null : giniOf(counts, all, places),
    topDecileShare: places === 0 ? null : topDecile(counts, all) / places,
    repetition: repetitionOf(lists),
  }
}

/** Gini coefficient of the counts with zeros for what was never shown: sum of (2 rank - n - 1) count over n times the total. */
function giniOf(ascending: readonly number[], all: number, total: number): number {
  const zeros = all - ascending.length
  const weighted = ascending.reduce((sum, count, at) => sum + (2 * (zeros + at + 1) - all - 1) * count, 0)
  return weighted / (all * total)
}

function topDecile(ascending: readonly number[], all: number): number {
  const most = Math.max(1, Math.round(all / 10))
  return ascending.slice(-most).reduce((sum, count) => sum + count, 0)
}

/** Of the places of lists that had one before them for the same shopper: those whose item was in that one. Null without such lists. */
function repetitionOf(lists: readonly ShownList[]): number | null {
  const before = new Map<string, ReadonlySet<string>>()
  let [places, repeated] = [0, 0]
  for (const { shopper, items } of [...lists].sort((a, b) => a.at - b.at)) {
    const last = before.get(shopper)
    if (last) {
      places += items.length
      repeated += items.filter((item) => last.has(item)).length
    }
    before.set(shopper, new Set(items))
  }
  return places === 0 ? null : repeated / places
}
