'use client'
// What is pinned and buried in the draft, adding an item by its id, and publishing, which tests the draft first.
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { useGoLive } from './use-go-live.ts'
import type { Steered } from './use-steering.ts'

type SteeringProps = { template: string; steering: Steered }

export function Steering({ template, steering }: SteeringProps) {
  const t = useTranslations('shop')
  const { tenant, may } = useTenant()
  const goLive = useGoLive(template)
  const { draft, pins, buried, isSaving, release } = steering
  const titleOf = useTitles([...pins.map((one) => one.item_id), ...buried])
  return (
    <Card>
      <CardHeader
        title={t('steering')}
        text={t('steeringText')}
        action={
          <span className="flex flex-wrap items-center justify-end gap-3">
            {draft.data?.is_changed && <Badge tone="warn">{t('draftChanged')}</Badge>}
            {draft.data?.is_changed && may('templates:publish') && (
              <Button
                size="sm"
                pending={goLive.isPending}
                disabled={isSaving}
                onClick={() => draft.data && goLive.mutate(draft.data)}
              >
                {t('goLive')}
              </Button>
            )}
            <Button asChild size="sm" variant="secondary">
              <Link href={`/t/${tenant.slug}/templates/${template}`}>{t('review')}</Link>
            </Button>
          </span>
        }
      />
      <CardBody className="flex flex-col gap-5">
        {goLive.isPending && <p role="status">{t('testing')}</p>}
        {goLive.isError && <ProblemNote error={goLive.error} />}
        {draft.data?.is_changed && goLive.data && <Failing template={template} cases={goLive.data.failing} />}
        {draft.isPending && <Skeleton className="h-24" />}
        {draft.isError && <ProblemNote error={draft.error} onRetry={() => draft.refetch()} />}
        {draft.data && (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <List title={t('pinned')} empty={t('noPins')}>
                {pins
                  .toSorted((a, b) => a.rank - b.rank)
                  .map((one) => (
                    <Entry
                      key={one.item_id}
                      text={t('pinnedAt', { item: titleOf(one.item_id), rank: one.rank })}
                      label={t('unpin', { item: titleOf(one.item_id) })}
                      isDisabled={isSaving}
                      onRelease={() => release(one.item_id)}
                    />
                  ))}
              </List>
              <List title={t('buried')} empty={t('noBuried')}>
                {buried.map((item) => (
                  <Entry
                    key={item}
                    text={titleOf(item)}
                    label={t('unbury', { item: titleOf(item) })}
                    isDisabled={isSaving}
                    onRelease={() => release(item)}
                  />
                ))}
              </List>
            </div>
            <Add steering={steering} />
          </>
        )}
      </CardBody>
    </Card>
  )
}

function Failing({ template, cases }: { template: string; cases: readonly string[] }) {
  const t = useTranslations('shop')
  const { tenant } = useTenant()
  if (cases.length === 0) return null
  return (
    <p role="alert" className="rounded-lg bg-bad-wash px-4 py-3 text-[13px]">
      {t('notLive', { cases: cases.slice(0, 5).join(', ') })}{' '}
      <Link className="underline underline-offset-2" href={`/t/${tenant.slug}/templates/${template}/goldens`}>
        {t('seeGoldens')}
      </Link>
    </p>
  )
}

/** Titles by item id; the id itself while they are on their way, and for what is not in the catalogue. */
function useTitles(ids: readonly string[]): (id: string) => string {
  const locale = useLocale()
  const trpc = useTRPC()
  const found = useQuery(trpc.shop.titles.queryOptions({ ids: ids.toSorted() }, { enabled: ids.length > 0 }))
  return (id) => found.data?.titles.find((one) => one.item_id === id)?.title[locale] ?? id
}

function List({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-[13px]">{title}</h3>
      {children.length === 0 ? (
        <p className="text-[13px] text-soft">{empty}</p>
      ) : (
        <ul className="text-[13px]">{children}</ul>
      )}
    </div>
  )
}

type EntryProps = { text: string; label: string; isDisabled: boolean; onRelease: () => void }

function Entry({ text, label, isDisabled, onRelease }: EntryProps) {
  const t = useTranslations('shop')
  return (
    <li className="flex items-center justify-between gap-3 border-line border-t py-1.5 first:border-t-0">
      <span className="min-w-0 break-words">{text}</span>
      <Button size="sm" variant="ghost" aria-label={label} disabled={isDisabled} onClick={onRelease}>
        {t('release')}
      </Button>
    </li>
  )
}

function Add({ steering }: { steering: Steered }) {
  const t = useTranslations('shop')
  const { isSaving, pin, bury } = steering
  const [item, setItem] = useState('')
  const [rank, setRank] = useState('1')
  const id = item.trim()
  const place = Math.min(100, Math.max(1, Math.round(Number(rank) || 1)))
  const done = (change: () => void) => {
    change()
    setItem('')
  }
  return (
    <div className="flex flex-wrap items-end gap-3 border-line border-t pt-5">
      <Field label={t('item')} className="min-w-40 flex-1">
        {(control) => <TextInput {...control} value={item} onChange={(event) => setItem(event.target.value)} />}
      </Field>
      <Field label={t('place')} className="w-20">
        {(control) => (
          <TextInput
            {...control}
            type="number"
            min={1}
            max={100}
            value={rank}
            onChange={(event) => setRank(event.target.value)}
          />
        )}
      </Field>
      <Button variant="secondary" disabled={id === '' || isSaving} onClick={() => done(() => pin(id, place))}>
        {t('pin')}
      </Button>
      <Button variant="secondary" disabled={id === '' || isSaving} onClick={() => done(() => bury(id))}>
        {t('bury')}
      </Button>
    </div>
  )
}
