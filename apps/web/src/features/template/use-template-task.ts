'use client'
// The task of a template as its pack has it, loaded by the pages of that template.
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../trpc/client.tsx'
import { usePackTask } from '../pack/use-pack.ts'

/** `id` is the template's slug. */
export function useTemplateTask(id: string) {
  const trpc = useTRPC()
  const template = useQuery(trpc.template.get.queryOptions({ id }))
  const { task, error, retry } = usePackTask(template.data)
  return { task, error: template.error ?? error, retry: template.isError ? () => void template.refetch() : retry }
}
