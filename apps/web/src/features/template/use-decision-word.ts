'use client'
// What a decision of this template's task is called in the reader's language; its own code where the pack has no word for it.
import { useLocale } from 'next-intl'
import { useTemplateTask } from './use-template-task.ts'
import { optionWord } from './words.tsx'

export function useDecisionWord(id: string): (decision: string) => string {
  const locale = useLocale()
  const { task } = useTemplateTask(id)
  return (decision) => optionWord(task?.words?.values, decision, locale)
}
