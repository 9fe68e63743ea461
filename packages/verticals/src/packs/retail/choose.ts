// The list itself: pins at their places, then place by place the best of what is left by maximal marginal relevance (Carbonell and Goldstein
// 1998), under the caps; at some places chance chooses instead, and every place says with which propensity.
import type { Candidate } from './candidates.ts'
import type { RecommendContent } from './content.ts'
import { ruleTitles } from './labels.ts'
import { openRandom } from './random.ts'
import type { Dropped } from './rules.ts'
import type { ShelfItem } from './shelf.ts'
import type { Similarity } from './similarity.ts'

export type Ranked = Candidate & { boosted: number; boosts: string[] }
export type Place = Ranked & { propensity: number; isPinned: boolean; isExplored: boolean }
export type Chosen = { places: Place[]; dropped: Dropped[] }

export type Choosing = {
  content: RecommendContent
  limit: number
  lambda: number
  similarity: Similarity
  seed: string
}

const buriedTier = 9

export function choose(ranked: readonly Ranked[], choosing: Choosing): Chosen {
  const { content, limit } = choosing
  const buried = new Set(content.buried)
  const sorted = ranked
    .map((one) => (buried.has(one.item.id) ? { ...one, tier: buriedTier } : one))
    .sort((a, b) => a.tier - b.tier || b.boosted - a.boosted || (a.item.id < b.item.id ? -1 : 1))
  const caps = openCaps(content.caps)
  const pins = pinned(sorted, choosing, caps)
  const held = new Set([...pins.values()].map((one) => one.item.id))
  const rest = openRest(
    sorted.filter((one) => !held.has(one.item.id)),
    choosing,
  )
  for (const one of pins.values()) rest.near(one.item)
  const random = openRandom(choosing.seed)
  const places: Place[] = []
  const put = (one: Ranked, more: Omit<Place, keyof Ranked>) => places.push({ ...one, ...more })
  while (places.length < limit) {
    const pin = pins.get(places.length + 1)
    if (pin) {
      put(pin, { propensity: 1, isPinned: true, isExplored: false })
      pins.delete(places.length)
      continue
    }
    const next = rest.next(caps, random)
    if (!next) break
    caps.take(next.one.item)
    rest.near(next.one.item)
    put(next.one, { propensity: next.propensity, isPinned: false, isExplored: next.isExplored })
  }
  // Where nothing is left to stand before them, pins close up.
  for (const [, pin] of [...pins].sort(([a], [b]) => a - b))
    if (places.length < limit) put(pin, { propensity: 1, isPinned: true, isExplored: false })
  return { places, dropped: droppedByCaps(sorted, places, { caps, limit }) }
}

/** By place. A pin that a cap refuses is left out like any other; pins past the limit stand nowhere. */
function pinned(sorted: readonly Ranked[], { content, limit }: Choosing, caps: Caps): Map<number, Ranked> {
  const byId = new Map(sorted.map((one) => [one.item.id, one]))
  const places = new Map<number, Ranked>()
  for (const { item_id: id, rank } of content.pins.toSorted((a, b) => a.rank - b.rank)) {
    const one = byId.get(id)
    if (!one || rank > limit || caps.refuses(one.item)) continue
    caps.take(one.item)
    places.set(rank, one)
  }
  return places
}

type Caps = {
  refuses: (item: ShelfItem) => 'cap_brand' | 'cap_category' | null
  take: (item: ShelfItem) => void
}

function openCaps({ per_brand: perBrand, per_category: perCategory }: RecommendContent['caps']): Caps {
  const taken = new Map<string, number>()
  const brandOf = ({ brand }: ShelfItem) => (brand === null ? null : `brand ${brand.toLowerCase()}`)
  const categoryOf = ({ category: [first] }: ShelfItem) =>
    first === undefined ? null : `category ${first.toLowerCase()}`
  const isFull = (key: string | null, cap: number | null) =>
    key !== null && cap !== null && (taken.get(key) ?? 0) >= cap
  return {
    refuses: (item) => {
      if (isFull(brandOf(item), perBrand)) return 'cap_brand'
      return isFull(categoryOf(item), perCategory) ? 'cap_category' : null
    },
    take: (item) => {
      for (const key of [brandOf(item), categoryOf(item)]) if (key !== null) taken.set(key, (taken.get(key) ?? 0) + 1)
    },
  }
}

type Next = { one: Ranked; propensity: number; isExplored: boolean }

/** What is left to choose from, with how near each stands to what was chosen. */
function openRest(all: readonly Ranked[], choosing: Choosing) {
  const { content, lambda, similarity } = choosing
  const left = new Set(all)
  const nearest = new Map<Ranked, number>()
  const relevance = relevanceOf(all)
  const newPlaces = Math.ceil(content.new_items.max_share * choosing.limit)
  let newTaken = 0
  const worth = (one: Ranked) => (1 - lambda) * (relevance.get(one) ?? 0) - lambda * (nearest.get(one) ?? 0)
  return {
    near: (item: ShelfItem) => {
      if (lambda === 0) return
      const alike = similarity(item)
      for (const one of left) nearest.set(one, Math.max(nearest.get(one) ?? 0, alike(one.item)))
    },
    next: (caps: Caps, random: () => number): Next | null => {
      const free = [...left].filter((one) => caps.refuses(one.item) === null)
      const wanted = newTaken < newPlaces ? free : free.filter((one) => !one.isNew)
      const eligible = wanted.length > 0 ? wanted : free
      const tier = eligible.reduce((lowest, one) => Math.min(lowest, one.tier), buriedTier)
      const [first, ...others] = eligible.filter((one) => one.tier === tier)
      if (!first) return null
      const best = others.reduce((top, one) => (worth(one) > worth(top) ? one : top), first)
      const drawable = eligible.filter((one) => one.tier < buriedTier)
      const share = drawable.length > 1 ? content.exploration.share : 0
      const isExplored = share > 0 && random() < share
      const one = isExplored ? (drawable[Math.floor(random() * drawable.length)] ?? best) : best
      left.delete(one)
      if (one.isNew) newTaken++
      const drawn = share > 0 && one.tier < buriedTier ? share / drawable.length : 0
      return { one, propensity: drawn + (one === best ? 1 - share : 0), isExplored: isExplored && one !== best }
    },
  }
}

/** Scores on 0–1 within each tier, so that lambda weighs alike whatever the model's scale. */
function relevanceOf(all: readonly Ranked[]): Map<Ranked, number> {
  const relevance = new Map<Ranked, number>()
  for (const tier of new Set(all.map((one) => one.tier))) {
    const own = all.filter((one) => one.tier === tier)
    const scores = own.map((one) => one.boosted)
    const [low, high] = [Math.min(...scores), Math.max(...scores)]
    for (const one of own) relevance.set(one, high > low ? (one.boosted - low) / (high - low) : 1)
  }
  return relevance
}

type Capped = { caps: Caps; limit: number }

/** What would be among the first by score and a cap kept out. */
function droppedByCaps(sorted: readonly Ranked[], places: readonly Place[], { caps, limit }: Capped): Dropped[] {
  const shown = new Set(places.map((one) => one.item.id))
  const rules = sorted
    .slice(0, limit)
    .filter((one) => !shown.has(one.item.id))
    .flatMap((one) => caps.refuses(one.item) ?? [])
  return [...new Set(rules)].map((rule) => ({
    rule,
    title: ruleTitles[rule],
    count: rules.filter((other) => other === rule).length,
  }))
}

/** 1 − the mean similarity of two shown items, and the first-level categories shown of those that were to be had. */
export function diversityOf(places: readonly Place[], kept: readonly Candidate[], choosing: Choosing) {
  const pairs = places.flatMap((one, at) => {
    const alike = choosing.similarity(one.item)
    return places.slice(at + 1).map((two) => alike(two.item))
  })
  const categories = (all: readonly Candidate[]) => new Set(all.flatMap(({ item }) => item.category.slice(0, 1)))
  const had = categories(kept).size
  return {
    lambda: choosing.lambda,
    intra_list: pairs.length === 0 ? null : 1 - pairs.reduce((sum, one) => sum + one, 0) / pairs.length,
    category_coverage: had === 0 ? null : categories(places).size / had,
  }
}
