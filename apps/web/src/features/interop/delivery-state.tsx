'use client'
// What became of a delivery: a word, the receiver's status, what was wrong, and when it is tried again.
import { faultIn } from '@guildhall/contracts/delivery-fault'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'

const tones = { waiting: 'warn', delivered: 'good', failed: 'bad' } as const

type Delivery = {
  status: 'waiting' | 'delivered' | 'failed'
  attempts: number
  due_at: string | null
  answer: number | null
  fault: string | null
}

export function DeliveryState({ status, attempts, answer, fault, due_at }: Delivery) {
  const t = useTranslations('interop')
  const locale = useLocale()
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={tones[status]}>{t(status)}</Badge>
      <span className="text-soft text-xs">
        {t('attempts', { count: attempts })}
        {answer !== null && ` · HTTP ${answer}`}
        {fault !== null && ` · ${faultIn(locale, fault)}`}
        {due_at !== null && attempts > 0 && (
          <>
            {' · '}
            {t('again')} <Time iso={due_at} />
          </>
        )}
      </span>
    </span>
  )
}
