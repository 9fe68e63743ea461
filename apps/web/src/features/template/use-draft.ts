'use client'
// The draft under the editor: what is typed, its steps back, and saving by itself. A save that meets somebody else's change stops and asks.
import type { TemplateDraft } from '@guildhall/contracts/template'
import { type DraftConflict, draftConflict } from '@guildhall/contracts/template-change'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { problemOf } from '../../ui/problem.ts'
import { changed, openHistory, redone, undone } from './history.ts'

export type Parts = Pick<TemplateDraft, 'content' | 'settings'>
export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict'

const quietMs = 1200

const partsOf = ({ content, settings }: Parts): Parts => ({ content, settings })

/** `id` is the template's slug; `draft` what the server holds, also after somebody changed its golden cases. */
export function useDraft(id: string, draft: TemplateDraft) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [history, setHistory] = useState(() => openHistory(partsOf(draft)))
  const [saved, setSaved] = useState(history.now)
  const [refused, setRefused] = useState<Parts | null>(null)
  const save = useMutation(
    trpc.template.saveDraft.mutationOptions({
      onSuccess: (held) => cache.setQueryData(trpc.template.draft.queryKey({ id }), held),
    }),
  )
  const { now } = history
  const isDirty = now !== saved
  const conflict = conflictOf(save.error)
  const mustWait = save.isPending || conflict !== null || now === refused
  const { mutate } = save
  const { digest } = draft
  useEffect(() => {
    if (!isDirty || mustWait) return
    const timer = setTimeout(
      () =>
        mutate(
          { id, digest, ...changedParts(saved, now) },
          { onSuccess: () => setSaved(now), onError: () => setRefused(now) },
        ),
      quietMs,
    )
    return () => clearTimeout(timer)
  }, [id, digest, isDirty, mustWait, saved, now, mutate])

  /** Settles a conflict: these parts, on top of the draft that the other one left. */
  const resolve = (parts: Parts, theirs: string) => {
    setHistory((own) => changed(own, parts, Date.now()))
    mutate({ id, digest: theirs, ...parts }, { onSuccess: () => setSaved(parts), onError: () => setRefused(parts) })
  }
  const state: SaveState = save.isPending
    ? 'saving'
    : conflict
      ? 'conflict'
      : !isDirty
        ? 'saved'
        : now === refused
          ? 'refused'
          : 'waiting'
  return {
    now,
    isDirty,
    state,
    conflict,
    error: conflict === null && now === refused ? save.error : null,
    set: (parts: Parts) => setHistory((own) => changed(own, parts, Date.now())),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    resolve,
  }
}

function changedParts(saved: Parts, now: Parts): Partial<Parts> {
  return {
    ...(now.content === saved.content ? {} : { content: now.content }),
    ...(now.settings === saved.settings ? {} : { settings: now.settings }),
  }
}

function conflictOf(error: unknown): DraftConflict | null {
  return draftConflict.safeParse(problemOf(error)?.details).data ?? null
}
