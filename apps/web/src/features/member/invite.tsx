'use client'
// Make an invitation link to hand over.
import { createInvitationInput } from '@guildhall/contracts/tenant'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'

const invitable = createInvitationInput.shape.role.options

export function Invite() {
  const [t, names, auth] = [useTranslations('members'), useTranslations('roles'), useTranslations('auth')]
  const trpc = useTRPC()
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.member.invitations.queryKey() })
  const invite = useMutation(trpc.member.invite.mutationOptions({ onSuccess }))
  const { register, handleSubmit, formState } = useForm<{ email: string; role: (typeof invitable)[number] }>({
    defaultValues: { role: 'developer' },
  })
  if (invite.data) {
    return (
      <div className="flex flex-col gap-3">
        <p>{t('linkText')}</p>
        <CodeBlock label={t('link')} code={`${window.location.origin}/invite/${invite.data.token}`} />
      </div>
    )
  }
  return (
    <form onSubmit={handleSubmit((values) => invite.mutate(values))} noValidate className="flex flex-col gap-4">
      <Field label={t('email')} error={formState.errors.email?.message}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            {...register('email', {
              required: auth('needed'),
              pattern: { value: /^\S+@\S+\.\S+$/, message: auth('badEmail') },
            })}
          />
        )}
      </Field>
      <Field label={t('role')}>
        {(control) => (
          <Select {...control} {...register('role')}>
            {invitable.map((role) => (
              <option key={role} value={role}>
                {names(role)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {invite.isError && <ProblemNote error={invite.error} />}
      <Button type="submit" pending={invite.isPending}>
        {t('makeLink')}
      </Button>
    </form>
  )
}
