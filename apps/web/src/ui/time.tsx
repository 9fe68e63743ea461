'use client'
// A moment, as people say it; the exact UTC time is in the title.
import { useFormatter, useNow } from 'next-intl'

const tickMs = 10_000

export function Time({ iso }: { iso: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: tickMs })
  const date = new Date(iso)
  // A server a second ahead of the browser must not say "in one second".
  const shown = date > now ? now : date
  return (
    <time dateTime={iso} title={iso} suppressHydrationWarning className="whitespace-nowrap">
      {format.relativeTime(shown, now)}
    </time>
  )
}
