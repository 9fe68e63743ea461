'use client'
// A template from a file: as a new template, or as the draft of one that is there. What is no template is said before it is sent.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { useTenant } from '../shell/tenant.tsx'

const maxBytes = 1_000_000
const anyDocument = z.record(z.string(), z.unknown())

/** Into a draft: it needs to know on which draft the file is put. */
export function ImportInto({ id }: { id: string }) {
  const trpc = useTRPC()
  const draft = useQuery(trpc.template.draft.queryOptions({ id }))
  return (
    <ImportFile {...(draft.data ? { into: { id, digest: draft.data.digest } } : {})} isReady={Boolean(draft.data)} />
  )
}

type ImportFileProps = { into?: { id: string; digest: string }; isReady?: boolean }

export function ImportFile({ into, isReady = true }: ImportFileProps) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const router = useRouter()
  const { tenant } = useTenant()
  const control = useId()
  const [fault, setFault] = useState<string | null>(null)
  const bring = useMutation(
    trpc.template.import.mutationOptions({
      onSuccess: ({ template, changes }) => {
        toast.success(t('imported', { count: changes.length }))
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
        router.push(`/t/${tenant.slug}/templates/${template.slug}/diff`)
      },
    }),
  )
  const read = async (file: File | undefined) => {
    setFault(null)
    if (!file) return
    if (file.size > maxBytes) return setFault(t('tooLarge'))
    try {
      const document = anyDocument.parse(JSON.parse(await file.text()))
      bring.mutate({ document, ...into })
    } catch {
      setFault(t('notTemplate'))
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <label
        htmlFor={control}
        className="inline-flex h-10 cursor-pointer items-center justify-center gap-2 rounded-lg border border-line bg-surface px-4 font-medium shadow-xs focus-within:outline-2 focus-within:outline-accent hover:bg-raised"
      >
        <Upload className="size-4" aria-hidden />
        {t('import')}
        <input
          id={control}
          type="file"
          accept="application/json,.json"
          className="sr-only"
          disabled={!isReady || bring.isPending}
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {fault && (
        <p role="alert" className="text-bad text-xs">
          {fault}
        </p>
      )}
      {bring.isError && <ProblemNote error={bring.error} />}
    </div>
  )
}
