'use client'
// Create a further tenant, or the first one when sign-up could not.
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

export function NewTenant() {
  const t = useTranslations('auth')
  const trpc = useTRPC()
  const router = useRouter()
  const create = useMutation(
    trpc.tenant.create.mutationOptions({ onSuccess: ({ slug }) => router.push(`/t/${slug}/start`) }),
  )
  const { register, handleSubmit, formState } = useForm<{ name: string }>()
  return (
    <form
      method="post"
      onSubmit={handleSubmit((values) => create.mutate(values))}
      noValidate
      className="flex flex-col gap-4"
    >
      <Field label={t('tenantName')} hint={t('tenantHint')} error={formState.errors.name?.message}>
        {(control) => (
          <TextInput
            {...control}
            {...register('name', { required: t('needed'), minLength: { value: 2, message: t('needed') } })}
          />
        )}
      </Field>
      {create.isError && <ProblemNote error={create.error} />}
      <SubmitButton pending={create.isPending}>{t('create')}</SubmitButton>
    </form>
  )
}
