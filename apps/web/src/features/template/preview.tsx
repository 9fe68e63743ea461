'use client'
// Tries the draft as it stands, saved or not, on a golden case or a sample: a real run by the real worker that no list shows.
import type { TemplateDraft } from '@guildhall/contracts/template'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { usePackTask } from '../pack/use-pack.ts'
import { LiveResult } from '../run/live-result.tsx'
import type { Parts } from './use-draft.ts'

type PreviewProps = { id: string; draft: TemplateDraft; parts: Parts }

export function Preview({ id, draft, parts }: PreviewProps) {
  const t = useTranslations('editor')
  const locale = useLocale()
  const trpc = useTRPC()
  const template = useQuery(trpc.template.get.queryOptions({ id }))
  const { task } = usePackTask(template.data)
  const cases = [
    ...draft.goldens.map((one) => ({ key: `g ${one.slug}`, title: one.title[locale], input: one.input })),
    ...(task?.samples ?? [])
      .filter((one) => (one.template ?? task?.starters[0].slug) === id)
      .map((one) => ({ key: `s ${one.slug}`, title: one.title[locale], input: one.input })),
  ]
  const [key, setKey] = useState<string | null>(null)
  const chosen = cases.find((one) => one.key === key) ?? cases[0]
  const preview = useMutation(trpc.template.preview.mutationOptions())
  const action = (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t('previewOn')}
        className="h-8 w-auto max-w-64 text-[13px]"
        value={chosen?.key ?? ''}
        onChange={(event) => setKey(event.target.value)}
      >
        {cases.map((one) => (
          <option key={one.key} value={one.key}>
            {one.title}
          </option>
        ))}
      </Select>
      <Button
        size="sm"
        variant="secondary"
        disabled={!chosen}
        pending={preview.isPending}
        onClick={() => chosen && preview.mutate({ id, input: chosen.input, ...parts })}
      >
        <Play className="size-4" aria-hidden />
        {t('preview')}
      </Button>
    </div>
  )
  return (
    <Card>
      <CardHeader title={t('previewTitle')} text={t('previewText')} action={action} />
      <CardBody className="flex flex-col gap-5">
        {preview.isError && <ProblemNote error={preview.error} />}
        {preview.data && <LiveResult key={preview.data.id} id={preview.data.id} title={t('previewTitle')} />}
      </CardBody>
    </Card>
  )
}
