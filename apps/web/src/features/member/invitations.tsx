'use client'
// Invitations that nobody has accepted yet.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'

export function Invitations() {
  const [t, names] = [useTranslations('members'), useTranslations('roles')]
  const trpc = useTRPC()
  const cache = useQueryClient()
  const open = useQuery(trpc.member.invitations.queryOptions({}))
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.member.invitations.queryKey() })
  const revoke = useMutation(trpc.member.revoke.mutationOptions({ onSuccess }))
  if (!open.data || open.data.data.length === 0) return null
  return (
    <Card className="mt-6">
      <CardHeader title={t('open')} />
      <ul className="mt-3 divide-y divide-line border-line border-t">
        {open.data.data.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <span className="min-w-0 truncate">{one.email}</span>
            <span className="flex items-center gap-3">
              <Badge>{names(one.role)}</Badge>
              <span className="text-soft text-xs">
                {t('expires')} {one.expires_at.slice(0, 10)}
              </span>
              <Button
                size="sm"
                variant="danger"
                pending={revoke.isPending}
                onClick={() => revoke.mutate({ id: one.id })}
              >
                {t('revoke')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
