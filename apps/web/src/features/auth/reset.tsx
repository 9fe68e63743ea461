'use client'
// Ask for a reset link, and set the new password with it. The answer never says whether an address has an account.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { Field, TextInput } from '../../ui/field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { authClient, refusalOf } from './client.ts'

export function ForgotPassword() {
  const t = useTranslations('auth')
  const [state, setState] = useState<'asking' | 'sent' | 'tooMany'>('asking')
  const { register, handleSubmit, formState } = useForm<{ email: string }>()
  const submit = handleSubmit(async ({ email }) => {
    const { error } = await authClient.requestPasswordReset({ email, redirectTo: '/reset-password' })
    setState(error?.status === 429 ? 'tooMany' : 'sent')
  })
  if (state === 'sent') return <p role="status">{t('sent')}</p>
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t('email')} error={formState.errors.email?.message || (state === 'tooMany' && t('tooMany'))}>
        {(control) => (
          <TextInput {...control} type="email" autoComplete="email" {...register('email', { required: t('needed') })} />
        )}
      </Field>
      <SubmitButton pending={formState.isSubmitting}>{t('sendLink')}</SubmitButton>
    </form>
  )
}

export function ResetPassword({ token }: { token: string }) {
  const t = useTranslations('auth')
  const router = useRouter()
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null)
  const { register, handleSubmit, formState } = useForm<{ password: string }>()
  const submit = handleSubmit(async ({ password }) => {
    const { error } = await authClient.resetPassword({ newPassword: password, token })
    setRefusal(refusalOf(error))
    if (error) return
    toast.success(t('resetDone'))
    router.push('/sign-in')
  })
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={formState.errors.password?.message || (refusal && t(refusal === 'wrong' ? 'badLink' : refusal))}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            {...register('password', { required: t('needed'), minLength: { value: 10, message: t('tooShort') } })}
          />
        )}
      </Field>
      <SubmitButton pending={formState.isSubmitting}>{t('setPassword')}</SubmitButton>
    </form>
  )
}
