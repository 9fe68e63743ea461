'use client'
// All templates: what serves, and the way to its editor.
import { findVertical } from '@guildhall/verticals/registry'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function Templates() {
  const t = useTranslations('templates')
  const locale = useLocale()
  const trpc = useTRPC()
  const { tenant } = useTenant()
  const templates = useQuery(trpc.template.list.queryOptions({ limit: 100 }))
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      {templates.isError && <ProblemNote error={templates.error} onRetry={() => templates.refetch()} />}
      {templates.isPending && <Skeleton className="h-40" />}
      {templates.data && (
        <Card>
          <ul className="divide-y divide-line">
            {templates.data.data.map((one) => (
              <li key={one.id}>
                <Link
                  href={`/t/${tenant.slug}/templates/${one.slug}`}
                  className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4 hover:bg-raised"
                >
                  <span className="min-w-0 flex-1 basis-60">
                    <span className="block font-medium">{one.name}</span>
                    <code className="font-mono text-soft text-xs">{one.slug}</code>
                  </span>
                  <Badge>{findVertical(one.vertical)?.title[locale] ?? one.vertical}</Badge>
                  <Badge tone={one.live_version === null ? 'warn' : 'good'}>
                    {one.live_version === null ? t('neverPublished') : t('live', { version: one.live_version })}
                  </Badge>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
