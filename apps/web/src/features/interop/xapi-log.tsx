'use client'
// Deliveries of xAPI statements, newest first.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Time } from '../../ui/time.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { LogCard } from './log-card.tsx'

const shown = 20
const refreshMs = 10_000

export function XapiLog() {
  const t = useTranslations('interop')
  const trpc = useTRPC()
  const found = useQuery(trpc.xapi.deliveries.queryOptions({ limit: shown }, { refetchInterval: refreshMs }))
  return (
    <LogCard
      title={t('deliveries')}
      text={t('deliveriesText')}
      empty={t('noDeliveries')}
      columns={[t('when'), t('statements'), t('outcome')]}
      found={found}
      cells={(row) => [
        <Time key="when" iso={row.created_at} />,
        row.statements,
        <DeliveryState key="outcome" {...row} />,
      ]}
    />
  )
}
