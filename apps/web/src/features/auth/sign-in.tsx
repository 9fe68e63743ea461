'use client'
// Sign-in.
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Field, TextInput } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { authClient, refusalOf } from './client.ts'
import { nextPath } from './next-path.ts'

export function SignIn() {
  const t = useTranslations('auth')
  const router = useRouter()
  const next = nextPath(useSearchParams().get('next'))
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null)
  const { register, handleSubmit, formState } = useForm<{ email: string; password: string }>()
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (values) => {
    const { error } = await authClient.signIn.email(values)
    setRefusal(refusalOf(error))
    if (!error) router.push(next ?? '/t')
  })
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t('email')} error={errors.email?.message}>
        {(control) => (
          <TextInput {...control} type="email" autoComplete="email" {...register('email', { required: t('needed') })} />
        )}
      </Field>
      <Field label={t('password')} error={errors.password?.message || (refusal && t(refusal))}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            {...register('password', { required: t('needed') })}
          />
        )}
      </Field>
      <SubmitButton pending={isSubmitting} className="mt-1">
        {t('signIn')}
      </SubmitButton>
      <Link href="/forgot-password" className="self-center text-accent text-[13px] hover:underline">
        {t('forgot')}
      </Link>
    </form>
  )
}
