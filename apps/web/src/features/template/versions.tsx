'use client'
// All versions of a template: who published what when, which one answers, and the ways back, out and in.
import type { TemplateObject } from '@guildhall/contracts/template'
import type { TemplateVersionObject } from '@guildhall/contracts/template-version'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { ImportInto } from './import-template.tsx'
import { NumberInput } from './number-input.tsx'
import { TemplateFrame } from './template-frame.tsx'

export function Versions({ id }: { id: string }) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const { may } = useTenant()
  const template = useQuery(trpc.template.get.queryOptions({ id }))
  const versions = useQuery(trpc.template.versions.queryOptions({ id, limit: 100 }))
  return (
    <TemplateFrame id={id} page="versions">
      <PageHeader
        title={t('versionsTitle')}
        text={t('versionsText')}
        actions={
          <>
            <ExportButton id={id} label={t('exportDraft')} />
            {may('templates:write') && <ImportInto id={id} />}
          </>
        }
      />
      <div className="flex flex-col gap-5">
        {template.data?.canary && may('templates:publish') && <Canary id={id} canary={template.data.canary} />}
        {versions.isPending && <Skeleton className="h-64" />}
        {versions.isError && <ProblemNote error={versions.error} onRetry={() => versions.refetch()} />}
        {versions.data && (
          <Card>
            {versions.data.data.length === 0 && (
              <EmptyState icon={<Download className="size-5" />} title={t('noVersions')} text={t('noVersionsText')} />
            )}
            <ul className="divide-y divide-line">
              {versions.data.data.map((one) => (
                <Version key={one.version} id={id} own={one} />
              ))}
            </ul>
          </Card>
        )}
        {template.data && may('templates:publish') && <Archive template={template.data} />}
      </div>
    </TemplateFrame>
  )
}

function Version({ id, own }: { id: string; own: TemplateVersionObject }) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { tenant, may } = useTenant()
  const rollback = useMutation(
    trpc.template.rollback.mutationOptions({
      onSuccess: ({ live }) => {
        toast.success(t('rolledBack', { version: live?.version ?? 0 }))
        void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
      },
    }),
  )
  return (
    <li className="flex flex-col gap-1.5 px-5 py-3.5 text-[13px]">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <span className="font-semibold">{t('versionNumber', { version: own.version })}</span>
        {own.channel && <Badge tone={own.channel === 'stable' ? 'good' : 'info'}>{t(own.channel)}</Badge>}
        {own.equals_version !== null && (
          <span className="text-soft">{t('equals', { version: own.equals_version })}</span>
        )}
        <span className="text-soft">
          {own.published_by} {own.published_at && <Time iso={own.published_at} />}
        </span>
        <span className="flex flex-1 justify-end gap-1">
          <Button asChild size="sm" variant="ghost">
            <Link href={`/t/${tenant.slug}/templates/${id}/diff?from=${own.version}&to=live`}>{t('compare')}</Link>
          </Button>
          <ExportButton id={id} version={own.version} label={t('export', { version: own.version })} isSmall />
          {may('templates:publish') && own.channel !== 'stable' && (
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="ghost">
                  {t('rollback')}
                </Button>
              }
              title={t('rollback')}
              text={t('rollbackText', { version: own.version })}
              action={t('rollback')}
              pending={rollback.isPending}
              onConfirm={() => rollback.mutate({ id, version: own.version })}
            />
          )}
        </span>
      </div>
      <code className="truncate font-mono text-soft text-xs">{own.digest}</code>
      {own.overridden && (
        <p className="text-warn">
          {t('overridden', { name: own.overridden.by, cases: own.overridden.failing.join(', ') })}{' '}
          {own.overridden.reason}
        </p>
      )}
      {rollback.isError && <ProblemNote error={rollback.error} />}
    </li>
  )
}

function Canary({ id, canary }: { id: string; canary: { version: number; share: number } }) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [share, setShare] = useState(canary.share)
  const onSuccess = () => void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
  const set = useMutation(trpc.template.setCanary.mutationOptions({ onSuccess }))
  const promote = useMutation(trpc.template.promoteCanary.mutationOptions({ onSuccess }))
  const error = set.error ?? promote.error
  return (
    <Card>
      <CardHeader title={t('canaryTitle', { version: canary.version })} text={t('canaryText')} />
      <CardBody className="flex flex-wrap items-end gap-3">
        <Field label={t('shareOf')} className="w-40">
          {(control) => <NumberInput {...control} isPercent value={share} onChange={setShare} />}
        </Field>
        <Button variant="secondary" pending={set.isPending} onClick={() => set.mutate({ id, share })}>
          {t('setShare')}
        </Button>
        <Button variant="secondary" onClick={() => set.mutate({ id, share: 0 })}>
          {t('endCanary')}
        </Button>
        <Button pending={promote.isPending} onClick={() => promote.mutate({ id })}>
          {t('promoteCanary')}
        </Button>
        {error && <ProblemNote error={error} />}
      </CardBody>
    </Card>
  )
}

function Archive({ template }: { template: TemplateObject }) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const onSuccess = () => void cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
  const archive = useMutation(trpc.template.archive.mutationOptions({ onSuccess }))
  const back = useMutation(trpc.template.unarchive.mutationOptions({ onSuccess }))
  if (template.archived_at)
    return (
      <Button className="self-start" variant="secondary" onClick={() => back.mutate({ id: template.id })}>
        {t('unarchive')}
      </Button>
    )
  return (
    <div className="self-start">
      <ConfirmDialog
        trigger={<Button variant="danger">{t('archive')}</Button>}
        title={t('archive')}
        text={t('archiveText')}
        action={t('archive')}
        pending={archive.isPending}
        onConfirm={() => archive.mutate({ id: template.id })}
      />
    </div>
  )
}

type ExportButtonProps = { id: string; label: string; version?: number; isSmall?: boolean }

/** Fetched when asked for: a document is some 60 KB. */
function ExportButton({ id, label, version, isSmall = false }: ExportButtonProps) {
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [isPending, setPending] = useState(false)
  const download = async () => {
    setPending(true)
    try {
      const options = trpc.template.export.queryOptions({ id, ...(version ? { version } : {}) })
      const { text, filename } = await cache.fetchQuery(options)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      link.download = filename
      link.click()
      URL.revokeObjectURL(link.href)
    } finally {
      setPending(false)
    }
  }
  return (
    <Button
      size={isSmall ? 'sm' : 'md'}
      variant={isSmall ? 'ghost' : 'secondary'}
      pending={isPending}
      aria-label={label}
      title={label}
      onClick={() => void download()}
    >
      <Download className="size-4" aria-hidden />
      {!isSmall && label}
    </Button>
  )
}
