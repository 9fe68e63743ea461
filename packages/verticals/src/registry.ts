// The verticals this server has, and how to find a task or a collection. The list itself is generated from the folders under packs/.
import type { Collection } from './kit/collection.ts'
import type { Task, Vertical } from './kit/vertical.ts'
import { packs } from './registry.gen.ts'

export const verticals: readonly Vertical[] = packs

export function findVertical(slug: string): Vertical | undefined {
  return verticals.find((one) => one.slug === slug)
}

export function findTask(vertical: string, task: string): Task | undefined {
  return findVertical(vertical)?.tasks.find((one) => one.slug === task)
}

export const collections: readonly Collection[] = verticals.flatMap((vertical) => vertical.collections)

export function findCollection(name: string): Collection | undefined {
  return collections.find((one) => one.name === name)
}
