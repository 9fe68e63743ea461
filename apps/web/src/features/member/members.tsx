'use client'
// Members: roles, removal, invitations by link.
import { roleSchema, roles } from '@guildhall/contracts/scopes'
import type { MemberObject } from '@guildhall/contracts/tenant'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog, Dialog, DialogContent } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Invitations } from './invitations.tsx'
import { Invite } from './invite.tsx'

export function Members() {
  const t = useTranslations('members')
  const trpc = useTRPC()
  const { may } = useTenant()
  const [isInviting, setInviting] = useState(false)
  const members = useQuery(trpc.member.list.queryOptions({}))
  const invite = may('admin') && (
    <Button onClick={() => setInviting(true)}>
      <Plus className="size-4" aria-hidden />
      {t('invite')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={invite} />
      {members.isError && <ProblemNote error={members.error} onRetry={() => members.refetch()} />}
      {members.isPending && <Skeleton className="h-32" />}
      {members.data && (
        <Card>
          <ul className="divide-y divide-line">
            {members.data.data.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
        </Card>
      )}
      {may('admin') && <Invitations />}
      <Dialog open={isInviting} onOpenChange={setInviting}>
        <DialogContent title={t('invite')}>
          <Invite />
        </DialogContent>
      </Dialog>
    </>
  )
}

function MemberRow({ member }: { member: MemberObject }) {
  const [t, names] = [useTranslations('members'), useTranslations('roles')]
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { userId, may } = useTenant()
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.member.list.queryKey() })
  const change = useMutation(trpc.member.changeRole.mutationOptions({ onSuccess }))
  const remove = useMutation(trpc.member.remove.mutationOptions({ onSuccess }))
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex items-center gap-2 font-medium">
          {member.name}
          {member.user_id === userId && <Badge tone="info">{t('you')}</Badge>}
        </p>
        <p className="truncate text-soft text-xs">{member.email}</p>
      </div>
      <span className="text-soft text-xs">
        {t('joined')} <Time iso={member.created_at} />
      </span>
      {may('admin') ? (
        <div className="flex gap-2">
          <Select
            aria-label={`${t('role')}: ${member.name}`}
            className="h-8 w-auto text-[13px]"
            value={member.role}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ id: member.id, role: roleSchema.parse(event.target.value) })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {names(role)}
              </option>
            ))}
          </Select>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="danger">
                {t('remove')}
              </Button>
            }
            title={t('removeTitle')}
            text={t('removeText')}
            action={t('remove')}
            pending={remove.isPending}
            onConfirm={() => remove.mutate({ id: member.id })}
          />
        </div>
      ) : (
        <Badge>{names(member.role)}</Badge>
      )}
      {(change.isError || remove.isError) && <ProblemNote error={change.error ?? remove.error} />}
    </li>
  )
}
