'use client'
// Exercises from another system: a file of QTI items, sent whole, and what became of each.
import { exerciseLimits } from '@guildhall/contracts/exercise'
import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { LineErrors } from './line-errors.tsx'

export function ImportDocument({ onDone }: { onDone: () => void }) {
  const t = useTranslations('course')
  const collections = useTranslations('collections')
  const trpc = useTRPC()
  const chooser = useRef<HTMLInputElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const load = useMutation(trpc.exercise.import.mutationOptions({ onSuccess: onDone }))
  const { inserted = 0, updated = 0, unchanged = 0, refused = 0, errors = [] } = load.data ?? {}
  const choose = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > exerciseLimits.maxDocumentBytes)
    if (file.size <= exerciseLimits.maxDocumentBytes) load.mutate({ document: await file.text() })
  }
  return (
    <Card className="mb-6">
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-xl text-[13px] text-soft">{t('importText')}</p>
          <Button variant="secondary" pending={load.isPending} onClick={() => chooser.current?.click()}>
            <FileUp className="size-4" aria-hidden />
            {t('import')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".xml,application/xml,text/xml"
            aria-label={t('import')}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void choose(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {isTooLarge && (
          <p role="alert" className="text-bad text-xs">
            {t('tooLarge', { megabytes: exerciseLimits.maxDocumentBytes / 1e6 })}
          </p>
        )}
        {load.isError && <ProblemNote error={load.error} />}
        {load.data && (
          <p role="status" className="text-[13px]">
            {collections('totals', { inserted, updated, unchanged, refused })}
          </p>
        )}
        {errors.length > 0 && <LineErrors errors={errors} />}
      </CardBody>
    </Card>
  )
}
