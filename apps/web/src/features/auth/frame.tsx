// The frame of the pages before a tenant: a mark, a card, and nothing that distracts.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mark } from '../shell/mark.tsx'
import { Preferences } from '../shell/preferences.tsx'

export function AuthFrame({
  title,
  text,
  children,
  footer,
}: {
  title: ReactNode
  text?: ReactNode
  children: ReactNode
  footer?: ReactNode
}) {
  return (
    <div className="flex min-h-screen flex-col">
      <header className="flex items-center justify-between px-5 py-4">
        <Link href="/" className="rounded-md">
          <Mark />
        </Link>
        <Preferences />
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[6vh] pb-16">
        <div className="w-full max-w-[400px]">
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {text && <p className="mt-1 text-soft">{text}</p>}
          <div className="mt-6 rounded-xl border border-line bg-surface p-6 shadow-xs">{children}</div>
          {footer && <p className="mt-4 text-center text-soft text-[13px]">{footer}</p>}
        </div>
      </main>
    </div>
  )
}
