'use client'
// Pins and buried items of a template's draft. Every change is saved at once, with a way back; shoppers see it when the draft is published.
import { recommendContent } from '@guildhall/verticals/packs/retail/content'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'

const steered = recommendContent.pick({ pins: true, buried: true }).loose()
type Places = { pins: { item_id: string; rank: number }[]; buried: string[] }

export type Steered = ReturnType<typeof useSteering>

/** Once a page: its parts share it, so that one change waits for another. */
export function useSteering(template: string, isOn: boolean) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const draft = useQuery(trpc.template.draft.queryOptions({ id: template }, { enabled: isOn }))
  const draftKey = trpc.template.draft.queryKey({ id: template })
  const save = useMutation(
    trpc.template.saveDraft.mutationOptions({
      // A reading that began before this change would bring the old draft back.
      onMutate: () => cache.cancelQueries({ queryKey: draftKey }),
      onSuccess: (saved) => {
        cache.setQueryData(draftKey, saved)
      },
      onError: (error) => {
        toast.error(error.message)
        void draft.refetch()
      },
    }),
  )
  const parsed = steered.safeParse(draft.data?.content)
  const now: Places = parsed.success ? parsed.data : { pins: [], buried: [] }
  /** On the draft as it is then: an undo may come long after. */
  const put = (places: Places, onSaved: () => void) => {
    const held = cache.getQueryData(draftKey)
    if (!held) return
    const content = { ...held.content, ...places }
    save.mutate({ id: template, content, digest: held.digest }, { onSuccess: onSaved })
  }
  const change = (to: Places) =>
    put(to, () =>
      toast.success(t('draftSaved'), {
        action: { label: t('undo'), onClick: () => put(now, () => toast.success(t('undone'))) },
      }),
    )
  const without = (itemId: string): Places => ({
    pins: now.pins.filter((one) => one.item_id !== itemId),
    buried: now.buried.filter((one) => one !== itemId),
  })
  return {
    draft,
    ...now,
    isSaving: save.isPending || !draft.data,
    /** A place holds one item: who was pinned there goes. */
    pin: (itemId: string, rank: number) => {
      const rest = without(itemId)
      change({ ...rest, pins: [...rest.pins.filter((one) => one.rank !== rank), { item_id: itemId, rank }] })
    },
    bury: (itemId: string) => {
      const rest = without(itemId)
      change({ ...rest, buried: [...rest.buried, itemId] })
    },
    release: (itemId: string) => change(without(itemId)),
  }
}
