'use client'
// A new template: from a starter of any pack, or as a copy of one that is there.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent, DialogTrigger } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useDirectory } from '../pack/directory.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function NewTemplate() {
  const t = useTranslations('editor')
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button>
          <Plus className="size-4" aria-hidden />
          {t('new')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('new')} text={t('newText')}>
        <Sheet />
      </DialogContent>
    </Dialog>
  )
}

function Sheet() {
  const t = useTranslations('editor')
  const locale = useLocale()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const router = useRouter()
  const { tenant } = useTenant()
  const { verticals } = useDirectory()
  const templates = useQuery(trpc.template.list.queryOptions({ limit: 100 }))
  const starters = verticals.flatMap((vertical) =>
    vertical.tasks.flatMap((task) =>
      task.starters.map((starter) => ({
        key: `s ${vertical.slug} ${task.slug} ${starter.slug}`,
        name: `${vertical.title[locale]} · ${starter.title[locale]}`,
        from: { starter: { vertical: vertical.slug, task: task.slug, slug: starter.slug } },
      })),
    ),
  )
  const copies = (templates.data?.data ?? [])
    .filter((one) => one.live_version !== null)
    .map((one) => ({ key: `c ${one.slug}`, name: t('copyOf', { name: one.slug }), from: { copy: { id: one.slug } } }))
  const sources = [...starters, ...copies]
  const [key, setKey] = useState(sources[0]?.key ?? '')
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.template.create.mutationOptions({
      onSuccess: ({ slug }) => {
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
        router.push(`/t/${tenant.slug}/templates/${slug}`)
      },
    }),
  )
  const source = sources.find((one) => one.key === key)
  return (
    <form
      className="flex flex-col gap-4"
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        if (source) create.mutate({ name: name.trim(), ...source.from })
      }}
    >
      <Field label={t('name')}>
        {(control) => (
          <TextInput {...control} required value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('beginWith')}>
        {(control) => (
          <Select {...control} value={key} onChange={(event) => setKey(event.target.value)}>
            {sources.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {create.isError && <ProblemNote error={create.error} />}
      <Button
        type="submit"
        className="self-end"
        pending={create.isPending}
        disabled={!source || name.trim().length < 2}
      >
        {t('create')}
      </Button>
    </form>
  )
}
