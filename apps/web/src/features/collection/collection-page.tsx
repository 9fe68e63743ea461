'use client'
// One collection: a file to bring in, the expectations report, and the records themselves.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Database, Trash2, Upload } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useDirectory } from '../pack/directory.tsx'
import { usePack } from '../pack/use-pack.ts'
import { useTenant } from '../shell/tenant.tsx'
import { ImportDocument } from './import-document.tsx'
import { LoadStarter } from './load-starter.tsx'
import { Report } from './report.tsx'
import { UploadFile } from './upload-file.tsx'

export function CollectionPage({ name }: { name: string }) {
  const t = useTranslations('collections')
  const locale = useLocale()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { tenant, may } = useTenant()
  const [isUploading, setUploading] = useState(false)
  const known = useDirectory().collectionOf(name)
  const { pack, error, retry } = usePack(known?.vertical)
  const collection = pack?.collections.find((one) => one.name === name)
  const report = useQuery(trpc.collection.report.queryOptions({ name }))
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.collection.pathKey() })
  const language = locale === 'zh-CN' ? 'zh-CN' : 'en'
  const start = (
    <Button onClick={() => setUploading(true)}>
      <Upload className="size-4" aria-hidden />
      {t('upload')}
    </Button>
  )
  const isEmpty = report.data?.rows === 0
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/collections`}>{t('title')}</BackLink>
      <PageHeader
        title={known?.title[language] ?? name}
        text={known?.summary[language]}
        actions={
          may('collections:write') && !isUploading && report.data && !isEmpty ? (
            <>
              {start}
              <DeleteAll name={name} onDone={refresh} />
            </>
          ) : undefined
        }
      />
      {isUploading && collection && (
        <UploadFile collection={collection} onClose={() => setUploading(false)} onDone={refresh} />
      )}
      {name === 'exercises' && !isUploading && may('collections:write') && <ImportDocument onDone={refresh} />}
      {error && <ProblemNote error={error} onRetry={retry} />}
      {report.isError && <ProblemNote error={report.error} onRetry={() => report.refetch()} />}
      {report.isPending && <Skeleton className="h-64" />}
      {isEmpty && !isUploading && (
        <Card>
          <EmptyState
            icon={<Database className="size-5" />}
            title={t('emptyTitle')}
            text={t('emptyText', { path: `/v1/collections/${name}/records` })}
            action={
              <div className="flex flex-wrap items-start justify-center gap-2">
                {start}
                {may('collections:write') && <LoadStarter name={name} onDone={refresh} />}
              </div>
            }
          />
        </Card>
      )}
      {report.data && report.data.rows > 0 && (
        <div className="flex flex-col gap-6">
          <Card>
            <CardHeader title={t('report')} text={t('reportText', { rows: report.data.rows })} />
            <CardBody>
              <Report value={report.data} />
            </CardBody>
          </Card>
          <Records name={name} />
        </div>
      )}
    </>
  )
}

function DeleteAll({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTranslations('collections')
  const trpc = useTRPC()
  const remove = useMutation(trpc.collection.remove.mutationOptions({ onSuccess: onDone }))
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger">
          <Trash2 className="size-4" aria-hidden />
          {t('deleteAll')}
        </Button>
      }
      title={t('deleteAll')}
      text={t('deleteAllText')}
      action={t('deleteAll')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ name, all: true })}
    />
  )
}

function Records({ name }: { name: string }) {
  const t = useTranslations('collections')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const records = useInfiniteQuery(
    trpc.collection.records.infiniteQueryOptions(
      { name, limit: 20 },
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  )
  const rows = records.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Card>
      <CardHeader title={t('recordsTitle')} />
      <CardBody>
        {records.isPending && <Skeleton className="h-40" />}
        {records.isError && <ProblemNote error={records.error} onRetry={() => records.refetch()} />}
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id} className="py-2.5">
              <p className="truncate font-mono text-xs">{row.id}</p>
              <p className="line-clamp-2 break-all font-mono text-soft text-xs">{JSON.stringify(row.body)}</p>
            </li>
          ))}
        </ul>
        {records.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button variant="secondary" pending={records.isFetchingNextPage} onClick={() => records.fetchNextPage()}>
              {common('more')}
            </Button>
          </div>
        )}
      </CardBody>
    </Card>
  )
}
