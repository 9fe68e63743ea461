'use client'
// All templates by vertical: what serves, what is tried on a share of callers, and the way to the editor.
import type { TemplateObject } from '@guildhall/contracts/template'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useDirectory } from '../pack/directory.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { ImportFile } from './import-template.tsx'
import { NewTemplate } from './new-template.tsx'

export function Templates() {
  const [t, editor] = [useTranslations('templates'), useTranslations('editor')]
  const locale = useLocale()
  const trpc = useTRPC()
  const { may } = useTenant()
  const { verticals } = useDirectory()
  const [archived, setArchived] = useState(false)
  const templates = useQuery(trpc.template.list.queryOptions({ limit: 100, archived }))
  const groups = verticals
    .map(({ slug, title }) => ({
      title: title[locale],
      own: templates.data?.data.filter((one) => one.vertical === slug) ?? [],
    }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          may('templates:write') && (
            <>
              <ImportFile />
              <NewTemplate />
            </>
          )
        }
      />
      {templates.isError && <ProblemNote error={templates.error} onRetry={() => templates.refetch()} />}
      {templates.isPending && <Skeleton className="h-40" />}
      <div className="flex flex-col gap-5">
        {groups.map(({ title, own }) => (
          <Card key={title}>
            <CardHeader title={title} />
            <ul className="mt-3 divide-y divide-line border-line border-t">
              {own.map((one) => (
                <Row key={one.id} template={one} />
              ))}
            </ul>
          </Card>
        ))}
        {templates.data && groups.length === 0 && <p className="text-soft">{editor('noneHere')}</p>}
        <Checkbox
          label={editor('showArchived')}
          checked={archived}
          onChange={(event) => setArchived(event.target.checked)}
        />
      </div>
    </>
  )
}

function Row({ template }: { template: TemplateObject }) {
  const [t, editor] = [useTranslations('templates'), useTranslations('editor')]
  const { tenant } = useTenant()
  const { canary, live_version: live } = template
  return (
    <li>
      <Link
        href={`/t/${tenant.slug}/templates/${template.slug}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5 hover:bg-raised"
      >
        <span className="min-w-0 flex-1 basis-60">
          <span className="block font-medium">{template.name}</span>
          <code className="font-mono text-soft text-xs">{template.slug}</code>
        </span>
        {canary && (
          <Badge tone="info">
            {editor('canaryMark', { version: canary.version, share: `${Math.round(canary.share * 100)} %` })}
          </Badge>
        )}
        <Badge tone={live === null ? 'warn' : 'good'}>
          {live === null ? t('neverPublished') : t('live', { version: live })}
        </Badge>
      </Link>
    </li>
  )
}
