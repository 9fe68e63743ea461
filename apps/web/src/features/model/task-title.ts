'use client'
// What a model answers, in words: the title of its task in the pack; its name where a pack trains for a task it does not have yet.
import { findTask } from '@guildhall/verticals/registry'
import { useLocale, useTranslations } from 'next-intl'

export function useTaskTitle(): (model: { vertical: string; task: string }) => string {
  const t = useTranslations('models')
  const locale = useLocale()
  return ({ vertical, task }) =>
    findTask(vertical, task)?.title[locale] ??
    (t.has(`tasks.${task as 'tutor'}`) ? t(`tasks.${task as 'tutor'}`) : `${vertical}.${task}`)
}
