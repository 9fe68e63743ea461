// The golden cases a starter template begins with: those of its pack that ask nothing but the starter's own content.
import type { Golden } from '@guildhall/contracts/golden'
import { findTask } from '@guildhall/verticals/registry'

/** Empty for a template that is no starter, or whose pack is gone. Cases that bring a content of their own test the pack, not the template. */
export function goldensOfStarter({ vertical, task, slug }: { vertical: string; task: string; slug: string }): Golden[] {
  const found = findTask(vertical, task)
  if (!found?.starters.some((starter) => starter.slug === slug)) return []
  const first = found.starters[0].slug
  return found.goldens
    .filter((golden) => golden.content === undefined && (golden.template ?? first) === slug)
    .map(({ slug: own, title, input, expect }) => ({ slug: own, title, input, expect }))
}
