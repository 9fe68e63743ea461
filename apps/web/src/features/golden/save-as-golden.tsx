'use client'
// "Save as golden": a finished run becomes a golden case of its template's draft, held to the values it has.
import type { RunDetail } from '@guildhall/contracts/run-object'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent, DialogTrigger } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function SaveAsGolden({ run }: { run: RunDetail }) {
  const t = useTranslations('goldens')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [zh, setZh] = useState('')
  const save = useMutation(
    trpc.golden.saveFromRun.mutationOptions({
      onSuccess: () => {
        toast.success(t('kept'))
        setOpen(false)
        void cache.invalidateQueries({ queryKey: trpc.golden.pathKey() })
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
      },
    }),
  )
  if (!may('templates:write') || run.status !== 'succeeded') return null
  const slug = slugOf(name)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="secondary">
          <BookmarkPlus className="size-4" aria-hidden />
          {t('saveAs')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('saveAs')} text={t('saveAsText', { template: run.template.slug })}>
        <form
          className="flex flex-col gap-4"
          method="post"
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ run: run.id, slug, title: { en: name.trim(), 'zh-CN': zh.trim() || name.trim() } })
          }}
        >
          <Field label={t('nameEn')} hint={slug}>
            {(control) => (
              <TextInput {...control} required value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Field label={t('nameZh')}>
            {(control) => (
              <TextInput {...control} lang="zh-CN" value={zh} onChange={(event) => setZh(event.target.value)} />
            )}
          </Field>
          {save.isError && <ProblemNote error={save.error} />}
          <Button type="submit" className="self-end" disabled={slug === ''} pending={save.isPending}>
            {t('save')}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  )
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
