'use client'
// The button that puts a vertical's own records into an empty collection: a course, a small shop. Nothing for collections without them.
import { useMutation } from '@tanstack/react-query'
import { PackageOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { useDirectory } from '../pack/directory.tsx'

export function LoadStarter({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTranslations('course')
  const trpc = useTRPC()
  const load = useMutation(trpc.collection.loadStarter.mutationOptions({ onSuccess: onDone }))
  const known = useDirectory().collectionOf(name)
  if (!known?.hasStarterRecords) return null
  const { vertical } = known
  return (
    <div className="flex flex-col items-center gap-2">
      <Button variant="secondary" pending={load.isPending} onClick={() => load.mutate({ vertical })}>
        <PackageOpen className="size-4" aria-hidden />
        {t('load', { vertical })}
      </Button>
      {load.isError && <ProblemNote error={load.error} />}
    </div>
  )
}
