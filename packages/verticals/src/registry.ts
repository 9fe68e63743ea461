// The verticals this server has. A new pack is one folder and one line here.
import type { Collection } from './kit/collection.ts'
import type { Task, Vertical } from './kit/vertical.ts'
import { education } from './packs/education/pack.ts'
import { finance } from './packs/finance/pack.ts'
import { retail } from './packs/retail/pack.ts'

export const verticals: readonly Vertical[] = [finance, retail, education]

export function findTask(vertical: string, task: string): Task | undefined {
  return verticals.find((one) => one.slug === vertical)?.tasks.find((one) => one.slug === task)
}

export const collections: readonly Collection[] = verticals.flatMap((vertical) => vertical.collections)

export function findCollection(name: string): Collection | undefined {
  return collections.find((one) => one.name === name)
}
