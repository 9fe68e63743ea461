'use client'
// The state of a run in a word.
import type { RunStatus } from '@guildhall/contracts/run'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'

const tones: Record<RunStatus, Tone> = {
  queued: 'info',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'neutral',
  expired: 'warn',
}

export function StatusBadge({ status }: { status: RunStatus }) {
  const t = useTranslations('run')
  return <Badge tone={tones[status]}>{t(status)}</Badge>
}
