'use client'
// Settings: the tenant's name, how you see it, and the audit trail.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Time } from '../../ui/time.tsx'
import { Preferences } from '../shell/preferences.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { InteropCard } from './interop-card.tsx'
import { VerticalsCard } from './verticals-card.tsx'

const shownEvents = 25

export function Settings() {
  const t = useTranslations('settings')
  const { may } = useTenant()
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <div className="flex flex-col gap-6">
        <TenantCard />
        <Card>
          <CardHeader title={t('look')} />
          <CardBody>
            <Preferences />
          </CardBody>
        </Card>
        <VerticalsCard />
        {may('admin') && <InteropCard />}
        {may('admin') && <AuditCard />}
      </div>
    </>
  )
}

function TenantCard() {
  const [t, common, auth] = [useTranslations('settings'), useTranslations('common'), useTranslations('auth')]
  const trpc = useTRPC()
  const router = useRouter()
  const { tenant, may } = useTenant()
  const onSuccess = () => {
    toast.success(common('saved'))
    router.refresh()
  }
  const rename = useMutation(trpc.tenant.rename.mutationOptions({ onSuccess }))
  const { register, handleSubmit, formState } = useForm({ values: { name: tenant.name } })
  return (
    <Card>
      <CardHeader title={t('tenant')} />
      <CardBody>
        <form
          onSubmit={handleSubmit((values) => rename.mutate(values))}
          noValidate
          className="flex max-w-md flex-col gap-4"
        >
          <Field label={t('name')} error={formState.errors.name?.message}>
            {(control) => (
              <TextInput
                {...control}
                disabled={!may('admin')}
                {...register('name', { required: auth('needed'), minLength: { value: 2, message: auth('needed') } })}
              />
            )}
          </Field>
          <Field label={t('slug')} hint={t('slugHint')}>
            {(control) => (
              <TextInput {...control} readOnly value={tenant.slug} className="bg-raised font-mono text-[13px]" />
            )}
          </Field>
          {rename.isError && <ProblemNote error={rename.error} />}
          {may('admin') && (
            <Button type="submit" className="self-start" pending={rename.isPending}>
              {common('save')}
            </Button>
          )}
        </form>
      </CardBody>
    </Card>
  )
}

function AuditCard() {
  const t = useTranslations('settings')
  const trpc = useTRPC()
  const events = useQuery(trpc.tenant.audit.queryOptions({ limit: shownEvents }))
  return (
    <Card>
      <CardHeader title={t('audit')} text={t('auditText')} />
      <CardBody>
        <ScrollRegion label={t('audit')}>
          {events.isError && <ProblemNote error={events.error} onRetry={() => events.refetch()} />}
          {events.isPending && <Skeleton className="h-32" />}
          {events.data && (
            <table className="w-full text-left text-[13px]">
              <thead className="text-soft text-xs">
                <tr>
                  {(['when', 'what', 'on', 'who'] as const).map((column) => (
                    <th key={column} className="pr-4 pb-2 font-medium">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {events.data.data.map((event) => (
                  <tr key={event.id} className="border-line border-t" title={event.request_id}>
                    <td className="py-2 pr-4">
                      <Time iso={event.created_at} />
                    </td>
                    <td className="py-2 pr-4 font-mono text-xs">{event.verb}</td>
                    <td className="max-w-48 truncate py-2 pr-4 font-mono text-soft text-xs">{event.subject ?? '–'}</td>
                    <td className="max-w-48 truncate py-2 font-mono text-soft text-xs">{event.actor}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </ScrollRegion>
      </CardBody>
    </Card>
  )
}
