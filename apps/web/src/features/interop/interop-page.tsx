'use client'
// Interoperability: what to paste into a learning platform, the platforms there are, what came of launches and scores, and xAPI out.
import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Launches, Scores } from './lti-log.tsx'
import { NewRegistration } from './new-registration.tsx'
import { Registrations } from './registrations.tsx'
import { ToolCard } from './tool-card.tsx'
import { XapiCard } from './xapi-card.tsx'
import { XapiLog } from './xapi-log.tsx'

export function InteropPage() {
  const t = useTranslations('interop')
  const { tenant, may } = useTenant()
  return (
    <>
      <BackLink href={`/t/${tenant.slug}/settings`}>{t('toSettings')}</BackLink>
      <PageHeader title={t('title')} text={t('text')} />
      {may('admin') ? (
        <div className="flex flex-col gap-6">
          <Lti />
          <XapiCard />
          <XapiLog />
        </div>
      ) : (
        <Card>
          <EmptyState icon={<Lock className="size-5" />} title={t('adminsOnly')} text={t('adminsOnlyText')} />
        </Card>
      )}
    </>
  )
}

function Lti() {
  const trpc = useTRPC()
  const tool = useQuery(trpc.lti.tool.queryOptions({}))
  if (tool.isError) return <ProblemNote error={tool.error} onRetry={() => tool.refetch()} />
  if (!tool.data) return <Skeleton className="h-96" />
  return (
    <>
      <ToolCard tool={tool.data} />
      <Registrations registrations={tool.data.registrations} />
      <NewRegistration />
      <Launches />
      <Scores />
    </>
  )
}
