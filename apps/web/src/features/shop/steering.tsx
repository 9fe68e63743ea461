'use client'
// What is pinned and buried in the draft, and adding an item, found by its title.
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { RecordField } from '../rules/record-field.tsx'
import { useRecordTitles } from '../rules/use-rule-facts.ts'
import { useTenant } from '../shell/tenant.tsx'
import type { Steered } from './use-steering.ts'

type SteeringProps = { template: string; steering: Steered }

export function Steering({ template, steering }: SteeringProps) {
  const t = useTranslations('shop')
  const { tenant } = useTenant()
  const { draft, pins, buried, isSaving, release } = steering
  const [item, setItem] = useState('')
  const titles = useRecordTitles(template, [...pins.map((one) => one.item_id), ...buried, item])
  const locale = useLocale()
  const titleOf = (key: string) => titles(key)[locale]
  return (
    <Card>
      <CardHeader
        title={t('steering')}
        text={t('steeringText')}
        action={
          <span className="flex flex-wrap items-center justify-end gap-3">
            {draft.data?.is_changed && <Badge tone="warn">{t('draftChanged')}</Badge>}
            <Button asChild size="sm" variant="secondary">
              <Link href={`/t/${tenant.slug}/templates/${template}`}>{t('review')}</Link>
            </Button>
          </span>
        }
      />
      <CardBody className="flex flex-col gap-5">
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
            <Add {...{ template, steering, item, setItem }} titleOf={titles} />
          </>
        )}
      </CardBody>
    </Card>
  )
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

type AddProps = SteeringProps & {
  item: string
  setItem: (item: string) => void
  titleOf: (key: string) => { en: string; 'zh-CN': string }
}

function Add({ template, steering, item, setItem, titleOf }: AddProps) {
  const t = useTranslations('shop')
  const { isSaving, pin, bury } = steering
  const [rank, setRank] = useState('1')
  const place = Math.min(100, Math.max(1, Math.round(Number(rank) || 1)))
  const done = (change: () => void) => {
    change()
    setItem('')
  }
  return (
    <div className="flex flex-wrap items-start gap-3 border-line border-t pt-5">
      <div className="min-w-40 flex-1">
        <RecordField
          id={template}
          titleOf={titleOf}
          label={t('item')}
          values={item === '' ? [] : [item]}
          isSingle
          onChange={([next = '']) => setItem(next)}
        />
      </div>
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
      <Button
        variant="secondary"
        className="sm:mt-6"
        disabled={item === '' || isSaving}
        onClick={() => done(() => pin(item, place))}
      >
        {t('pin')}
      </Button>
      <Button
        variant="secondary"
        className="sm:mt-6"
        disabled={item === '' || isSaving}
        onClick={() => done(() => bury(item))}
      >
        {t('bury')}
      </Button>
    </div>
  )
}
