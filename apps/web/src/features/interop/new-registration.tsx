'use client'
// A new registration: what the platform says of itself, field by field as platforms name it. What is wrong is said at its field.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { problemOf } from '../../ui/problem.ts'

const fields = [
  { name: 'name', label: 'platformName', hint: 'platformNameHint', sample: 'Moodle', isNeeded: true },
  { name: 'issuer', label: 'issuer', hint: 'issuerHint', sample: 'https://moodle.example.edu', isNeeded: true },
  { name: 'client_id', label: 'clientId', hint: null, sample: '', isNeeded: true },
  { name: 'deployment_ids', label: 'deployments', hint: 'listHint', sample: '1', isNeeded: true },
  {
    name: 'auth_url',
    label: 'authUrl',
    hint: null,
    sample: 'https://moodle.example.edu/mod/lti/auth.php',
    isNeeded: true,
  },
  {
    name: 'token_url',
    label: 'tokenUrl',
    hint: null,
    sample: 'https://moodle.example.edu/mod/lti/token.php',
    isNeeded: true,
  },
  {
    name: 'jwks_url',
    label: 'platformKeys',
    hint: null,
    sample: 'https://moodle.example.edu/mod/lti/certs.php',
    isNeeded: true,
  },
  { name: 'token_audience', label: 'audience', hint: 'audienceHint', sample: '', isNeeded: false },
  { name: 'frame_origins', label: 'frames', hint: 'framesHint', sample: '', isNeeded: false },
] as const
type Name = (typeof fields)[number]['name']
const bases = ['school', 'parent', 'learner'] as const
type Basis = (typeof bases)[number]

const empty = Object.fromEntries(fields.map(({ name }) => [name, '']))
const listOf = (text: string) => text.split(/[\s,]+/).filter((one) => one !== '')

export function NewRegistration() {
  const t = useTranslations('interop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [values, setValues] = useState<Record<string, string>>(empty)
  const [basis, setBasis] = useState<Basis>('school')
  const register = useMutation(
    trpc.lti.register.mutationOptions({
      onSuccess: () => {
        setValues(empty)
        toast.success(t('registered'))
        void cache.invalidateQueries({ queryKey: trpc.lti.pathKey() })
      },
    }),
  )
  const value = (name: Name) => (values[name] ?? '').trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [audience, frames] = [value('token_audience'), listOf(value('frame_origins'))]
    register.mutate({
      name: value('name'),
      issuer: value('issuer'),
      client_id: value('client_id'),
      deployment_ids: listOf(value('deployment_ids')),
      auth_url: value('auth_url'),
      token_url: value('token_url'),
      jwks_url: value('jwks_url'),
      ...(audience === '' ? {} : { token_audience: audience }),
      ...(frames.length === 0 ? {} : { frame_origins: frames }),
      consent_basis: basis,
    })
  }
  const problem = problemOf(register.error)
  const wrong = (name: Name) => problem?.errors.find((one) => one.location.split('.')[1] === name)
  const isAtField = fields.some(({ name }) => wrong(name))
  return (
    <Card>
      <CardHeader title={t('newPlatform')} text={t('newPlatformText')} />
      <CardBody>
        <form className="grid gap-4 sm:grid-cols-2" onSubmit={submit}>
          {fields.map(({ name, label, hint, sample, isNeeded }) => (
            <Field key={name} label={t(label)} hint={hint && t(hint)} error={wrong(name)?.message}>
              {(control) => (
                <TextInput
                  {...control}
                  required={isNeeded}
                  placeholder={sample}
                  autoComplete="off"
                  spellCheck={false}
                  value={values[name] ?? ''}
                  onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label={t('basis')} hint={t('basisHint')}>
            {(control) => (
              <Select
                {...control}
                value={basis}
                onChange={(event) => setBasis(bases.find((one) => one === event.target.value) ?? 'school')}
              >
                {bases.map((one) => (
                  <option key={one} value={one}>
                    {t(`basis_${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="flex items-end sm:col-span-2">
            <Button type="submit" pending={register.isPending}>
              {t('register')}
            </Button>
          </div>
        </form>
        {register.isError && !isAtField && (
          <div className="mt-4">
            <ProblemNote error={register.error} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}
