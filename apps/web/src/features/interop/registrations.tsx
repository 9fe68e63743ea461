'use client'
// Platforms this tenant is registered with: each can be checked, which asks the platform for its keys and a token, and removed.
import { faultIn } from '@guildhall/contracts/delivery-fault'
import type { LtiRegistration } from '@guildhall/contracts/lti'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleX, School } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote } from '../../ui/feedback.tsx'

export function Registrations({ registrations }: { registrations: readonly LtiRegistration[] }) {
  const t = useTranslations('interop')
  if (registrations.length === 0)
    return (
      <Card>
        <EmptyState icon={<School className="size-5" />} title={t('noPlatforms')} text={t('noPlatformsText')} />
      </Card>
    )
  return registrations.map((one) => <Registration key={one.id} registration={one} />)
}

function Registration({ registration }: { registration: LtiRegistration }) {
  const t = useTranslations('interop')
  const locale = useLocale()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const check = useMutation(trpc.lti.check.mutationOptions())
  const remove = useMutation(
    trpc.lti.remove.mutationOptions({
      onSuccess: () => {
        toast.success(t('removed'))
        void cache.invalidateQueries({ queryKey: trpc.lti.pathKey() })
      },
      onError: (error) => toast.error(error.message),
    }),
  )
  const { id, name } = registration
  return (
    <Card>
      <CardHeader
        title={name}
        text={<Badge>{t(`basis_${registration.consent_basis}`)}</Badge>}
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="sm" variant="secondary" pending={check.isPending} onClick={() => check.mutate({ id })}>
              {t('check')}
            </Button>
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="danger" aria-label={`${t('remove')}: ${name}`}>
                  {t('remove')}
                </Button>
              }
              title={t('remove')}
              text={t('removeText')}
              action={t('remove')}
              pending={remove.isPending}
              onConfirm={() => remove.mutate({ id })}
            />
          </span>
        }
      />
      <CardBody className="flex flex-col gap-4">
        <Facts registration={registration} />
        <div aria-live="polite" className="flex flex-col gap-2 text-[13px] empty:hidden">
          {check.data?.findings.map((one) => (
            <p key={one.what} className="flex items-start gap-2">
              {one.is_ok ? (
                <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
              ) : (
                <CircleX className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
              )}
              <span className="min-w-0 break-words">
                {t(`${one.what}_${one.is_ok ? 'ok' : 'wrong'}`)}{' '}
                <span className="text-soft">{faultIn(locale, one.detail)}</span>
              </span>
            </p>
          ))}
        </div>
        {check.isError && <ProblemNote error={check.error} />}
      </CardBody>
    </Card>
  )
}

function Facts({ registration }: { registration: LtiRegistration }) {
  const t = useTranslations('interop')
  const rows = [
    [t('issuer'), registration.issuer],
    [t('clientId'), registration.client_id],
    [t('deployments'), registration.deployment_ids.join(', ')],
    [t('authUrl'), registration.auth_url],
    [t('tokenUrl'), registration.token_url],
    [t('platformKeys'), registration.jwks_url],
    [t('frames'), registration.frame_origins.join(', ') || '–'],
  ] as const
  return (
    <dl className="grid gap-x-6 gap-y-2 text-[13px] sm:grid-cols-[12rem_1fr]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd className="min-w-0 break-all font-mono text-xs leading-5">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
