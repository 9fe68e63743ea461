// Which list an event counts for. A click names its list; a purchase counts for the list it names, else for the last one that showed the item
// to this shopper within the window.
export type ServedList = {
  id: string
  /** Whom it was shown to; lists of nobody known have one of their own. */
  shopper: string
  /** Milliseconds since 1970, as all times here. */
  at: number
  items: readonly string[]
  /** What is compared: a template version, or a variant. */
  arm: string
}
export type ShopEvent = {
  item: string
  shopper: string | null
  at: number
  isPurchase: boolean
  value: number | null
  recommendation: string | null
}
export type Attributed = { event: ShopEvent; list: ServedList }

// The shop's clock and ours may differ: an event that names its list may lie this much before it.
const skewMs = 300_000

/** One entry for every event that counts, in the order of the events. */
export function attribute(lists: readonly ServedList[], events: readonly ShopEvent[], windowMs: number): Attributed[] {
  const byId = new Map(lists.map((list) => [list.id, list]))
  const byShopper = latestFirst(lists)
  return events.flatMap((event) => {
    const named = event.recommendation === null ? undefined : byId.get(event.recommendation)
    if (named?.items.includes(event.item) && isWithin(event.at, named.at - skewMs, windowMs + skewMs))
      return [{ event, list: named }]
    if (!event.isPurchase || event.shopper === null) return []
    const last = byShopper
      .get(event.shopper)
      ?.find((list) => isWithin(event.at, list.at, windowMs) && list.items.includes(event.item))
    return last ? [{ event, list: last }] : []
  })
}

const isWithin = (at: number, from: number, spanMs: number) => at >= from && at <= from + spanMs

function latestFirst(lists: readonly ServedList[]): Map<string, ServedList[]> {
  const byShopper = new Map<string, ServedList[]>()
  for (const list of lists) {
    const own = byShopper.get(list.shopper)
    if (own) own.push(list)
    else byShopper.set(list.shopper, [list])
  }
  for (const own of byShopper.values()) own.sort((a, b) => b.at - a.at)
  return byShopper
}
