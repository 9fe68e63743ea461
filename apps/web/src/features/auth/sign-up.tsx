'use client'
// Sign-up: the user first, then their tenant. When the tenant fails, the user is signed in and finishes at /new.
import { useMutation } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { authClient, refusalOf } from './client.ts'
import { nextPath } from './next-path.ts'

type Values = { name: string; email: string; password: string; tenant: string }
const leastPassword = 10

export function SignUp() {
  const t = useTranslations('auth')
  const trpc = useTRPC()
  const router = useRouter()
  const next = nextPath(useSearchParams().get('next'))
  const createTenant = useMutation(trpc.tenant.create.mutationOptions())
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null)
  const { register, handleSubmit, formState } = useForm<Values>()
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async ({ tenant, ...user }) => {
    const { error } = await authClient.signUp.email(user)
    setRefusal(refusalOf(error))
    if (error) return
    if (next) return router.push(next)
    const made = await createTenant.mutateAsync({ name: tenant }).catch(() => null)
    router.push(made ? `/t/${made.slug}/start` : '/new')
  })
  const needed = { required: t('needed') }
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t('name')} error={errors.name?.message}>
        {(control) => <TextInput {...control} autoComplete="name" {...register('name', needed)} />}
      </Field>
      {!next && (
        <Field label={t('tenantName')} hint={t('tenantHint')} error={errors.tenant?.message}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization"
              {...register('tenant', { ...needed, minLength: { value: 2, message: t('needed') } })}
            />
          )}
        </Field>
      )}
      <Field label={t('email')} error={errors.email?.message || (refusal === 'taken' && t('taken'))}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="email"
            {...register('email', { ...needed, pattern: { value: /^\S+@\S+\.\S+$/, message: t('badEmail') } })}
          />
        )}
      </Field>
      <Field
        label={t('password')}
        hint={t('passwordHint')}
        error={errors.password?.message || (refusal && refusal !== 'taken' && t(refusal))}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            {...register('password', { ...needed, minLength: { value: leastPassword, message: t('tooShort') } })}
          />
        )}
      </Field>
      <SubmitButton pending={isSubmitting} className="mt-1">
        {t('signUp')}
      </SubmitButton>
    </form>
  )
}
