'use client'
// The expectations of one golden case in a small form: a path, what is asked of it, and the value.
import { type Expectation, expectationSchema, type Golden } from '@guildhall/contracts/golden'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent, DialogTrigger } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select, TextInput } from '../../ui/field.tsx'
import { expectationOf, kinds, type Line, lineOf } from './expectation-line.ts'

type EditGoldenProps = { id: string; slug: string; onSaved: () => void }

export function EditGolden({ id, slug, onSaved }: EditGoldenProps) {
  const t = useTranslations('goldens')
  const trpc = useTRPC()
  const [isOpen, setOpen] = useState(false)
  const draft = useQuery(trpc.template.draft.queryOptions({ id }, { enabled: isOpen }))
  const golden = draft.data?.goldens.find((one) => one.slug === slug)
  const done = () => {
    setOpen(false)
    onSaved()
  }
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="ghost" className="px-2" aria-label={t('edit', { name: slug })}>
          <Pencil className="size-4" aria-hidden />
        </Button>
      </DialogTrigger>
      <DialogContent title={t('edit', { name: slug })} text={t('editText')}>
        {golden ? <Lines id={id} golden={golden} onSaved={done} /> : <Skeleton className="h-40" />}
      </DialogContent>
    </Dialog>
  )
}

function Lines({ id, golden, onSaved }: { id: string; golden: Golden; onSaved: () => void }) {
  const t = useTranslations('goldens')
  const trpc = useTRPC()
  const [lines, setLines] = useState<Line[]>(() => golden.expect.flatMap(lineOf))
  const save = useMutation(trpc.golden.save.mutationOptions({ onSuccess: onSaved }))
  const expect = lines.map(expectationOf)
  const isGood =
    expect.length > 0 && expect.every((one): one is Expectation => expectationSchema.safeParse(one).success)
  const set = (at: number, part: Partial<Line>) => setLines(lines.with(at, { ...lines[at], ...part } as Line))
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={at} className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[5fr_4fr_4fr_auto]">
            <TextInput
              aria-label={t('path')}
              placeholder="recommendation.action"
              className="col-span-2 font-mono text-xs sm:col-span-1"
              value={line.path}
              onChange={(event) => set(at, { path: event.target.value })}
            />
            <Select
              aria-label={t('kind')}
              className="col-span-2 sm:col-span-1"
              value={line.kind}
              onChange={(event) => set(at, { kind: kinds.find((one) => one === event.target.value) ?? 'equals' })}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </Select>
            <TextInput
              aria-label={t('value')}
              className="font-mono text-xs"
              value={line.value}
              onChange={(event) => set(at, { value: event.target.value })}
            />
            <Button
              variant="ghost"
              className="px-2"
              aria-label={t('removeLine')}
              onClick={() => setLines(lines.filter((_, index) => index !== at))}
            >
              <Trash2 className="size-4" aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      {save.isError && <ProblemNote error={save.error} />}
      <div className="flex justify-between gap-2">
        <Button
          size="sm"
          variant="secondary"
          onClick={() => setLines([...lines, { path: '', kind: 'equals', value: '' }])}
        >
          <Plus className="size-4" aria-hidden />
          {t('addLine')}
        </Button>
        <Button
          size="sm"
          disabled={!isGood}
          pending={save.isPending}
          onClick={() => isGood && save.mutate({ id, golden: { ...golden, expect } })}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
