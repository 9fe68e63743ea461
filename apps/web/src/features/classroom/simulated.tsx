'use client'
// The simulated class: offered where there is no learner yet, named as made up wherever it is seen, and taken away again by a button.
import { useMutation } from '@tanstack/react-query'
import { Sparkles, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'

type Props = { onDone: () => void }

export function LoadSimulated({ onDone }: Props) {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const load = useMutation(trpc.classroom.simulate.mutationOptions({ onSuccess: onDone }))
  return (
    <div className="flex flex-col items-center gap-2">
      <Button variant="secondary" pending={load.isPending} onClick={() => load.mutate({})}>
        <Sparkles className="size-4" aria-hidden />
        {t('simulate')}
      </Button>
      {load.isError && <ProblemNote error={load.error} />}
    </div>
  )
}

export function SimulatedNote({ onDone }: Props) {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const remove = useMutation(trpc.classroom.removeSimulated.mutationOptions({ onSuccess: onDone }))
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-[13px]">
      <Badge tone="warn">{t('simulated')}</Badge>
      <p className="min-w-0 flex-1 basis-60 text-soft">{t('simulatedText')}</p>
      <Button size="sm" variant="secondary" pending={remove.isPending} onClick={() => remove.mutate({})}>
        <Trash2 className="size-4" aria-hidden />
        {t('removeSimulated')}
      </Button>
      {remove.isError && <ProblemNote error={remove.error} />}
    </div>
  )
}
