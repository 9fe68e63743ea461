'use client'
// What this organisation can ask for. Verticals that are off by default say what they are before an admin switches them on.
import type { VerticalObject } from '@guildhall/contracts/vertical'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function VerticalsCard() {
  const t = useTranslations('verticals')
  const trpc = useTRPC()
  const found = useQuery(trpc.tenant.verticals.queryOptions({}))
  return (
    <Card>
      <CardHeader title={t('title')} text={t('text')} />
      <CardBody>
        {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
        {found.isPending && <Skeleton className="h-32" />}
        {found.data && (
          <ul className="flex flex-col divide-y divide-line">
            {found.data.data.map((one) => (
              <VerticalRow key={one.id} value={one} all={found.data.data} />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  )
}

function VerticalRow({ value, all }: { value: VerticalObject; all: readonly VerticalObject[] }) {
  const t = useTranslations('verticals')
  const locale = useLocale()
  const { may } = useTenant()
  const trpc = useTRPC()
  const cache = useQueryClient()
  // What was clicked, until the server has answered: a box that waits looks broken.
  const [wanted, setWanted] = useState<boolean | null>(null)
  const set = useMutation(
    trpc.tenant.setVerticals.mutationOptions({
      onSuccess: (saved) => {
        cache.setQueryData(trpc.tenant.verticals.queryKey({}), saved)
        for (const key of [trpc.template.pathKey(), trpc.model.pathKey(), trpc.collection.pathKey()])
          void cache.invalidateQueries({ queryKey: key })
      },
      onError: (error) => toast.error(error.message),
      onSettled: () => setWanted(null),
    }),
  )
  const change = (isOn: boolean) => {
    setWanted(isOn)
    const others = all.filter((one) => one.is_off_by_default && one.is_on && one.id !== value.id).map((one) => one.id)
    set.mutate({ verticals: isOn ? [...others, value.id] : others })
  }
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{value.title[locale]}</p>
        <p className="text-soft text-[13px]">
          {value.summary?.[locale] ?? value.tasks.map((task) => task.title[locale]).join(', ')}
        </p>
      </div>
      {value.is_off_by_default && may('admin') ? (
        <Checkbox
          label={t('switchedOn', { title: value.title[locale] })}
          checked={wanted ?? value.is_on}
          disabled={set.isPending}
          onChange={(event) => change(event.target.checked)}
        />
      ) : (
        <Badge tone={value.is_on ? 'good' : 'neutral'}>{t(value.is_on ? 'on' : 'off')}</Badge>
      )}
    </li>
  )
}
