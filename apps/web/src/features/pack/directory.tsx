'use client'
// The directory of the packs, given once by the tenant's frame: pages find names in it and load no pack for them.
import type { Directory, DirectoryTask } from '@guildhall/verticals/kit/directory'
import { createContext, type ReactNode, useContext } from 'react'

const Context = createContext<Directory>([])

export function DirectoryProvider({ directory, children }: { directory: Directory; children: ReactNode }) {
  return <Context value={directory}>{children}</Context>
}

export function useDirectory() {
  const verticals = useContext(Context)
  const verticalOf = (slug: string) => verticals.find((one) => one.slug === slug)
  return {
    verticals,
    verticalOf,
    taskOf: ({ vertical, task }: { vertical: string; task: string }): DirectoryTask | undefined =>
      verticalOf(vertical)?.tasks.find((one) => one.slug === task),
    /** A collection with the slug of the vertical that reads it. */
    collectionOf: (name: string) =>
      verticals
        .flatMap(({ slug, collections }) => collections.map((one) => ({ ...one, vertical: slug })))
        .find((one) => one.name === name),
  }
}
