'use client'
// The pages of one template: editing, its golden cases, what changed, what that would do, and its versions.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '../../ui/back-link.tsx'
import { cn } from '../../ui/cn.ts'
import { useTenant } from '../shell/tenant.tsx'

const pages = ['edit', 'goldens', 'diff', 'impact', 'versions'] as const
type Page = (typeof pages)[number]

export function TemplateFrame({ id, page, children }: { id: string; page: Page; children: ReactNode }) {
  const [t, templates] = [useTranslations('editor'), useTranslations('templates')]
  const { tenant } = useTenant()
  const base = `/t/${tenant.slug}/templates`
  return (
    <>
      <BackLink href={base}>{templates('title')}</BackLink>
      <nav aria-label={t('pages')} className="mb-6 flex max-w-full gap-1 overflow-x-auto border-line border-b">
        {pages.map((one) => (
          <Link
            key={one}
            href={one === 'edit' ? `${base}/${id}` : `${base}/${id}/${one}`}
            aria-current={one === page ? 'page' : undefined}
            className={cn(
              '-mb-px whitespace-nowrap border-transparent border-b-2 px-3 py-2 font-medium text-[13px] text-soft hover:text-ink',
              one === page && 'border-accent text-ink',
            )}
          >
            {t(`page.${one}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}
