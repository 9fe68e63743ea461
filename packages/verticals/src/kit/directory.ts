// What lists and menus know of every pack without holding any: names, and what a page asks before it loads the one it shows. A pack weighs up
// to a megabyte in a browser; this weighs some kilobytes.
import { formPaths } from './form.ts'
import type { Localized } from './localized.ts'
import type { Task, Vertical } from './vertical.ts'

export type DirectoryTask = {
  slug: string
  title: Localized
  starters: readonly { slug: string; title: Localized }[]
  /** A row of a file is flat: a task takes it where its fields have paths that say how to nest it. */
  takesFlatRows: boolean
  /** Answers before anything was trained. */
  answersUntrained: boolean
}
type DirectoryVertical = {
  slug: string
  title: Localized
  tasks: readonly DirectoryTask[]
  collections: readonly DirectoryCollection[]
}
type DirectoryCollection = { name: string; title: Localized; summary: Localized; hasStarterRecords: boolean }
export type Directory = readonly DirectoryVertical[]

export function directoryOf(verticals: readonly Vertical[]): Directory {
  return verticals.map(({ slug, title, tasks, collections, starterRecords }) => ({
    slug,
    title,
    tasks: tasks.map(entryOf),
    collections: collections.map((one) => ({
      name: one.name,
      title: one.title,
      summary: one.summary,
      hasStarterRecords: starterRecords?.[one.name] !== undefined,
    })),
  }))
}

function entryOf({ slug, title, starters, form, model }: Task): DirectoryTask {
  return {
    slug,
    title,
    starters: starters.map((one) => ({ slug: one.slug, title: one.title })),
    takesFlatRows: formPaths(form).some((path) => path.includes('.')),
    answersUntrained: model === null || model.builtin !== null || model.withoutModel !== undefined,
  }
}
