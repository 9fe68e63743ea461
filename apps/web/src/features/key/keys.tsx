'use client'
// API keys: list, create, rotate, disable. A secret is shown once, in the dialog that made it.
import type { KeyObject } from '@guildhall/contracts/key'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ConfirmDialog, Dialog, DialogContent } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { NewKey } from './new-key.tsx'

export function Keys() {
  const t = useTranslations('keys')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [isCreating, setCreating] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const keys = useQuery(trpc.key.list.queryOptions({}))
  const show = (key: { secret: string }) => {
    setCreating(false)
    setSecret(key.secret)
    void cache.invalidateQueries({ queryKey: trpc.key.list.queryKey() })
  }
  const create = (
    <Button onClick={() => setCreating(true)}>
      <Plus className="size-4" aria-hidden />
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={keys.data?.data.length ? create : undefined} />
      {keys.isError && <ProblemNote error={keys.error} onRetry={() => keys.refetch()} />}
      {keys.isPending && <Skeleton className="h-40" />}
      {keys.data && (
        <Card>
          {keys.data.data.length === 0 && (
            <EmptyState
              icon={<KeyRound className="size-5" />}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={create}
            />
          )}
          <ul className="divide-y divide-line">
            {keys.data.data.map((key) => (
              <KeyRow key={key.id} value={key} onRotated={show} />
            ))}
          </ul>
        </Card>
      )}
      <Dialog open={isCreating} onOpenChange={setCreating}>
        <DialogContent title={t('create')}>
          <NewKey onCreated={show} />
        </DialogContent>
      </Dialog>
      <Dialog open={secret !== null} onOpenChange={(isOpen) => !isOpen && setSecret(null)}>
        <DialogContent title={t('secret')} text={t('shownOnce')}>
          <CodeBlock label={t('secret')} code={secret ?? ''} />
          <Button className="mt-4 w-full" onClick={() => setSecret(null)}>
            {t('done')}
          </Button>
        </DialogContent>
      </Dialog>
    </>
  )
}

function stateOf(key: KeyObject): 'active' | 'disabled' | 'expired' {
  if (key.disabled_at) return 'disabled'
  return key.expires_at && new Date(key.expires_at) <= new Date() ? 'expired' : 'active'
}

function KeyRow({ value: key, onRotated }: { value: KeyObject; onRotated: (key: { secret: string }) => void }) {
  const t = useTranslations('keys')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.key.list.queryKey() })
  const rotate = useMutation(trpc.key.rotate.mutationOptions({ onSuccess: onRotated }))
  const disable = useMutation(trpc.key.disable.mutationOptions({ onSuccess: refresh }))
  const state = stateOf(key)
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {key.name}
          <Badge tone={state === 'active' ? 'good' : 'neutral'}>{t(state)}</Badge>
        </p>
        <p className="font-mono text-soft text-xs">{key.start}…</p>
        <p className="mt-1 flex flex-wrap gap-1">
          {key.scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
      </div>
      <dl className="grid grid-cols-[auto_auto] gap-x-3 text-xs">
        <dt className="text-soft">{t('created')}</dt>
        <dd>
          <Time iso={key.created_at} />
        </dd>
        <dt className="text-soft">{t('lastUsed')}</dt>
        <dd>{key.last_used_at ? <Time iso={key.last_used_at} /> : t('neverUsed')}</dd>
        {key.expires_at && (
          <>
            <dt className="text-soft">{t('expires')}</dt>
            <dd className="whitespace-nowrap">{key.expires_at.slice(0, 10)}</dd>
          </>
        )}
      </dl>
      {state === 'active' && (
        <div className="flex gap-2">
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="secondary">
                {t('rotate')}
              </Button>
            }
            title={t('rotateTitle')}
            text={t('rotateText')}
            action={t('rotate')}
            pending={rotate.isPending}
            onConfirm={() => rotate.mutate({ id: key.id })}
          />
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="danger">
                {t('disable')}
              </Button>
            }
            title={t('disableTitle')}
            text={t('disableText')}
            action={t('disable')}
            pending={disable.isPending}
            onConfirm={() => disable.mutate({ id: key.id })}
          />
        </div>
      )}
      {(rotate.isError || disable.isError) && <ProblemNote error={rotate.error ?? disable.error} />}
    </li>
  )
}
