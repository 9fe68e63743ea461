'use client'
// What a model answers, in words: the title of its task in the pack; its name where a pack trains for a task it does not have yet.
import { useLocale, useTranslations } from 'next-intl'
import { useDirectory } from '../pack/directory.tsx'

export function useTaskTitle(): (model: { vertical: string; task: string }) => string {
  const t = useTranslations('models')
  const locale = useLocale()
  const { taskOf } = useDirectory()
  return ({ vertical, task }) =>
    taskOf({ vertical, task })?.title[locale] ??
    (t.has(`tasks.${task as 'tutor'}`) ? t(`tasks.${task as 'tutor'}`) : `${vertical}.${task}`)
}
