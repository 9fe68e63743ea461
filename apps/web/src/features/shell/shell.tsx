'use client'
// Sidebar on wide screens, a sheet on narrow ones; tenant switcher above, user below.
import type { MyTenant } from '@guildhall/contracts/tenant'
import { LogOut, Menu, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { authClient } from '../auth/client.ts'
import { Mark } from './mark.tsx'
import { Pages } from './pages.tsx'
import { Preferences } from './preferences.tsx'
import { useTenant } from './tenant.tsx'

type ShellProps = { tenants: readonly MyTenant[]; user: { name: string; email: string }; children: ReactNode }

export function Shell({ tenants, user, children }: ShellProps) {
  const t = useTranslations('common')
  const [isOpen, setOpen] = useState(false)
  const side = <Side tenants={tenants} user={user} onNavigate={() => setOpen(false)} />
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[248px_1fr]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 hidden h-screen border-line border-r bg-surface lg:block">{side}</aside>
      <div className="sticky top-0 z-30 flex items-center justify-between border-line border-b bg-surface px-4 py-2.5 lg:hidden">
        <Mark />
        <Radix.Root open={isOpen} onOpenChange={setOpen}>
          <Radix.Trigger asChild>
            <Button variant="ghost" size="sm" aria-label={t('menu')}>
              <Menu className="size-5" aria-hidden />
            </Button>
          </Radix.Trigger>
          <Radix.Portal>
            <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
            <Radix.Content
              aria-describedby={undefined}
              className="fixed inset-y-0 left-0 z-50 w-[272px] bg-surface shadow-xl"
            >
              <Radix.Title className="sr-only">{t('menu')}</Radix.Title>
              <Radix.Close
                className="absolute top-4 right-3 rounded-md p-1.5 text-soft hover:bg-raised"
                aria-label={t('close')}
              >
                <X className="size-4" />
              </Radix.Close>
              {side}
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      </div>
      <main id="content" className="min-w-0 px-4 py-8 sm:px-8">
        <div className="mx-auto max-w-5xl has-[[data-wide]]:max-w-[1700px]">{children}</div>
      </main>
    </div>
  )
}

function Side({ tenants, user, onNavigate }: Omit<ShellProps, 'children'> & { onNavigate: () => void }) {
  const { tenant } = useTenant()
  const t = useTranslations('common')
  const router = useRouter()
  const signOut = async () => {
    await authClient.signOut()
    router.push('/sign-in')
    router.refresh()
  }
  return (
    <div className="flex h-full flex-col">
      <div className="px-4 pt-4 pb-3">
        <Mark />
      </div>
      <div className="px-3 pb-2">
        <label className="sr-only" htmlFor="tenant">
          {t('switchTenant')}
        </label>
        <select
          id="tenant"
          value={tenant.slug}
          onChange={(event) => router.push(event.target.value === '' ? '/new' : `/t/${event.target.value}/start`)}
          className="h-9 w-full truncate rounded-lg border border-line bg-surface px-2 font-medium text-[13px]"
        >
          {tenants.map((one) => (
            <option key={one.slug} value={one.slug}>
              {one.name}
            </option>
          ))}
          <option value="">+ {t('newTenant')}</option>
        </select>
      </div>
      <nav className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-3 py-2">
        <Pages onNavigate={onNavigate} />
      </nav>
      <div className="border-line border-t p-3">
        <Preferences />
        <div className="mt-1 flex items-center justify-between gap-2 px-2">
          <div className="min-w-0 text-[13px]">
            <p className="truncate font-medium">{user.name}</p>
            <p className="truncate text-soft text-xs">{user.email}</p>
          </div>
          <Button
            variant="ghost"
            size="sm"
            className="px-2"
            onClick={signOut}
            aria-label={t('signOut')}
            title={t('signOut')}
          >
            <LogOut className="size-4" aria-hidden />
          </Button>
        </div>
      </div>
    </div>
  )
}
