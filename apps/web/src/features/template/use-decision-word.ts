'use client'
// What a decision of this template's task is called in the reader's language; its own code where the pack has no word for it.
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { usePackTask } from '../pack/use-pack.ts'
import { optionWord } from './words.tsx'

export function useDecisionWord(id: string): (decision: string) => string {
  const trpc = useTRPC()
  const locale = useLocale()
  const template = useQuery(trpc.template.get.queryOptions({ id }))
  const { task } = usePackTask(template.data)
  return (decision) => optionWord(task?.words?.values, decision, locale)
}
