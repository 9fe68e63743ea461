'use client'
// What the shopper did, newest first.
import { useQuery } from '@tanstack/react-query'
import { History as Clock } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'

const kinds = ['view', 'cart', 'purchase', 'like'] as const
const tones = { view: 'neutral', cart: 'info', purchase: 'good', like: 'info' } as const

export function History({ shopper }: { shopper: string | null }) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const format = useFormatter()
  const trpc = useTRPC()
  const found = useQuery(
    trpc.shop.history.queryOptions(
      { user_ref: shopper ?? '', limit: 15 },
      { enabled: shopper !== null, refetchOnMount: 'always' },
    ),
  )
  const events = found.data?.events ?? []
  return (
    <Card className="max-lg:order-last">
      <CardHeader title={t('history')} text={shopper ?? t('nobody')} />
      <CardBody>
        {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
        {found.isPending && shopper !== null && <Skeleton className="h-48" />}
        {(shopper === null || (found.data && events.length === 0)) && (
          <EmptyState icon={<Clock className="size-5" />} title={t('noHistory')} text={t('noHistoryText')} />
        )}
        <ol className="flex flex-col text-[13px]">
          {events.map((event) => {
            const kind = kinds.find((one) => one === event.type)
            return (
              <li
                key={`${event.at} ${event.type} ${event.item_id}`}
                className="flex items-baseline justify-between gap-3 border-line border-t py-2 first:border-t-0"
              >
                <span className="min-w-0">
                  <Badge tone={kind ? tones[kind] : 'neutral'} className="mr-2">
                    {kind ? t(`kinds.${kind}`) : event.type}
                  </Badge>
                  <span className="break-words">{event.title?.[locale] ?? event.item_id}</span>
                </span>
                <time className="shrink-0 text-soft text-xs tabular-nums" dateTime={event.at ?? undefined}>
                  {event.at && format.dateTime(new Date(event.at), { dateStyle: 'short', timeStyle: 'short' })}
                </time>
              </li>
            )
          })}
        </ol>
      </CardBody>
    </Card>
  )
}
