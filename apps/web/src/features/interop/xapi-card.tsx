'use client'
// Where xAPI statements go: set, shown once with its signing secret, removed.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { problemOf } from '../../ui/problem.ts'

export function XapiCard() {
  const t = useTranslations('interop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const found = useQuery(trpc.xapi.get.queryOptions({}))
  const refresh = () => void cache.invalidateQueries({ queryKey: trpc.xapi.pathKey() })
  const set = useMutation(trpc.xapi.set.mutationOptions({ onSuccess: refresh }))
  const remove = useMutation(
    trpc.xapi.remove.mutationOptions({
      onSuccess: () => {
        set.reset()
        toast.success(t('xapiRemoved'))
        refresh()
      },
      onError: (error) => toast.error(error.message),
    }),
  )
  const endpoint = found.data?.endpoint
  return (
    <Card>
      <CardHeader
        title={t('xapi')}
        text={t('xapiText')}
        action={
          endpoint && (
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="danger">
                  {t('xapiRemove')}
                </Button>
              }
              title={t('xapiRemove')}
              text={t('xapiRemoveText')}
              action={t('xapiRemove')}
              pending={remove.isPending}
              onConfirm={() => remove.mutate({})}
            />
          )
        }
      />
      <CardBody className="flex flex-col gap-4">
        {found.isPending && <Skeleton className="h-24" />}
        {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
        {endpoint && (
          <p className="flex flex-wrap items-center gap-2 break-all text-[13px]">
            <Badge tone={endpoint.disabled_at === null ? 'good' : 'bad'}>
              {t(endpoint.disabled_at === null ? 'xapiOn' : 'xapiGone')}
            </Badge>
            <code className="font-mono text-xs">{endpoint.url}</code>
          </p>
        )}
        {found.data && !endpoint && <p className="text-[13px] text-soft">{t('xapiNone')}</p>}
        {set.data && (
          <div role="status" className="flex flex-col gap-2">
            <p className="font-medium text-[13px]">{t('xapiOnce')}</p>
            <CodeBlock label={t('xapiSecret')} code={set.data.secret} />
          </div>
        )}
        {found.data && (
          <EndpointForm error={set.error} isPending={set.isPending} isNew={!endpoint} onSet={(to) => set.mutate(to)} />
        )}
      </CardBody>
    </Card>
  )
}

type FormProps = {
  error: unknown
  isPending: boolean
  isNew: boolean
  onSet: (to: { url: string; home_page: string }) => void
}

function EndpointForm({ error, isPending, isNew, onSet }: FormProps) {
  const t = useTranslations('interop')
  const [url, setUrl] = useState('')
  const [homePage, setHomePage] = useState('')
  const problem = problemOf(error)
  const wrong = (name: string) => problem?.errors.find((one) => one.location === `body.${name}`)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSet({ url: url.trim(), home_page: homePage.trim() })
  }
  return (
    <form className="grid gap-4 sm:grid-cols-2" onSubmit={submit}>
      <Field label={t('xapiUrl')} error={wrong('url')}>
        {(control) => (
          <TextInput
            {...control}
            required
            placeholder="https://lrs.example.edu/xapi/statements"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('homePage')} hint={t('homePageHint')} error={wrong('home_page')}>
        {(control) => (
          <TextInput
            {...control}
            required
            placeholder="https://school.example.edu"
            value={homePage}
            onChange={(event) => setHomePage(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="self-start justify-self-start" pending={isPending}>
        {t(isNew ? 'xapiSet' : 'xapiReplace')}
      </Button>
      {error !== null && error !== undefined && !wrong('url') && !wrong('home_page') && (
        <div className="sm:col-span-2">
          <ProblemNote error={error} />
        </div>
      )}
    </form>
  )
}
