// The way back to the list a page came from.
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="mb-3 inline-flex items-center gap-1 rounded-md text-soft text-[13px] hover:text-ink">
      <ChevronLeft className="size-4" aria-hidden />
      {children}
    </Link>
  )
}
