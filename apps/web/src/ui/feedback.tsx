'use client'
// What a page shows while it has nothing yet, has nothing at all, or could not get it.
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'
import { problemOf } from './problem.ts'

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-raised', className)} />
}

export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode
  title: string
  text: string
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <div className="mb-1 rounded-full bg-accent-wash p-3 text-accent">{icon}</div>
      <h2 className="font-semibold text-[15px]">{title}</h2>
      <p className="max-w-sm text-soft">{text}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

/** What went wrong, what to do next, and the request id to send us. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('common')
  const problem = problemOf(error)
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-lg border border-bad/30 bg-bad-wash px-4 py-3 text-[13px]"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{problem?.detail ?? t('unreachable')}</p>
        {problem?.errors.map((one) => (
          <p key={one.location} className="mt-1 text-soft">
            <code className="font-mono text-xs">{one.location}</code> {one.message}. {one.fix}.
          </p>
        ))}
        {problem?.request_id && <p className="mt-1 font-mono text-soft text-xs">{problem.request_id}</p>}
      </div>
      {onRetry && (
        <Button size="sm" variant="secondary" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
