'use client'
// The form of a new key. It starts with what a caller of runs needs, and nothing more.
import { type Scope, scopes } from '@guildhall/contracts/scopes'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Checkbox, Field, Select, TextInput } from '../../ui/field.tsx'

type Values = { name: string; scopes: Scope[]; days: string }
const expiryDays = [30, 90, 365]
const dayMs = 86_400_000

export function NewKey({ onCreated }: { onCreated: (key: { secret: string }) => void }) {
  const [t, auth] = [useTranslations('keys'), useTranslations('auth')]
  const trpc = useTRPC()
  const create = useMutation(trpc.key.create.mutationOptions({ onSuccess: onCreated }))
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: { scopes: ['runs:write', 'runs:read'], days: '' },
  })
  const submit = handleSubmit(({ name, scopes: chosen, days }) =>
    create.mutate({
      name,
      scopes: chosen,
      expires_at: days === '' ? null : new Date(Date.now() + Number(days) * dayMs).toISOString(),
    }),
  )
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={formState.errors.name?.message}>
        {(control) => <TextInput {...control} {...register('name', { required: auth('needed'), maxLength: 80 })} />}
      </Field>
      <fieldset>
        <legend className="mb-2 font-medium text-[13px]">{t('scopes')}</legend>
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={<code className="font-mono text-xs">{scope}</code>}
              {...register('scopes', { validate: (chosen) => chosen.length > 0 || auth('needed') })}
            />
          ))}
        </div>
        {formState.errors.scopes && (
          <p role="alert" className="mt-1 text-bad text-xs">
            {formState.errors.scopes.message}
          </p>
        )}
      </fieldset>
      <Field label={t('expiry')}>
        {(control) => (
          <Select {...control} {...register('days')}>
            <option value="">{t('never')}</option>
            {expiryDays.map((days) => (
              <option key={days} value={days}>
                {t('days', { days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {create.isError && <ProblemNote error={create.error} />}
      <Button type="submit" pending={create.isPending}>
        {t('create')}
      </Button>
    </form>
  )
}
