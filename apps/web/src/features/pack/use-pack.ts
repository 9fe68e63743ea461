'use client'
// One pack, loaded by the page that shows it: the others stay on the server. Undefined until it is there, and where there is none.
import type { Task, Vertical } from '@guildhall/verticals/kit/vertical'
import { loaders } from '@guildhall/verticals/loaders.gen'
import { useQuery } from '@tanstack/react-query'

export function usePack(slug: string | undefined) {
  const load = slug === undefined || !Object.hasOwn(loaders, slug) ? undefined : loaders[slug]
  const { data, error, refetch } = useQuery<Vertical>({
    queryKey: ['pack', slug],
    queryFn: () => load?.() ?? Promise.reject(new Error(`no pack ${slug}`)),
    enabled: load !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // It holds functions: there is nothing to compare.
    structuralSharing: false,
  })
  return { pack: data, error, retry: () => void refetch() }
}

export function usePackTask(of: { vertical: string; task: string } | undefined): {
  task: Task | undefined
  error: Error | null
  retry: () => void
} {
  const { pack, error, retry } = usePack(of?.vertical)
  return { task: pack?.tasks.find((one) => one.slug === of?.task), error, retry }
}
