'use client'
// Planning an experiment: a name, two published versions, the share of B, and the smallest effect that would matter.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'

type NewExperimentProps = { template: string; liveVersion: number | null }

export function NewExperiment({ template, liveVersion }: NewExperimentProps) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const live = liveVersion ?? 1
  const [name, setName] = useState('')
  const [a, setA] = useState(Math.max(1, live - 1))
  const [b, setB] = useState(live)
  const [share, setShare] = useState('50')
  const [effect, setEffect] = useState('1')
  const create = useMutation(
    trpc.experiment.create.mutationOptions({
      onSuccess: () => {
        setName('')
        void cache.invalidateQueries({ queryKey: trpc.experiment.pathKey() })
      },
    }),
  )
  if (live < 2)
    return (
      <Card>
        <CardHeader title={t('ab.new')} text={t('ab.needsTwo')} />
        <div className="pb-5" />
      </Card>
    )
  return (
    <Card>
      <CardHeader title={t('ab.new')} text={t('ab.newText')} />
      <CardBody>
        <form
          className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4"
          onSubmit={(event) => {
            event.preventDefault()
            create.mutate({
              template,
              name,
              version_a: a,
              version_b: b,
              share_b: Number(share) / 100,
              smallest_effect: Number(effect) / 100,
            })
          }}
        >
          <Field label={t('ab.name')} className="sm:col-span-2 lg:col-span-4">
            {(control) => (
              <TextInput
                {...control}
                required
                placeholder={t('ab.namePlaceholder')}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Versions label={t('ab.versionA')} live={live} value={a} onChange={setA} />
          <Versions label={t('ab.versionB')} live={live} value={b} onChange={setB} />
          <Percent label={t('ab.shareB')} range={[1, 99]} value={share} onChange={setShare} />
          <Percent
            label={t('ab.effect')}
            hint={t('ab.effectHint')}
            range={[0.1, 50]}
            value={effect}
            onChange={setEffect}
          />
          <div className="flex justify-end sm:col-span-2 lg:col-span-4">
            <Button type="submit" pending={create.isPending}>
              {t('ab.plan')}
            </Button>
          </div>
        </form>
        {create.isError && (
          <div className="mt-4">
            <ProblemNote error={create.error} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}

type VersionsProps = { label: string; live: number; value: number; onChange: (version: number) => void }

function Versions({ label, live, value, onChange }: VersionsProps) {
  const t = useTranslations('shop')
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {Array.from({ length: live }, (_, at) => live - at).map((version) => (
            <option key={version} value={version}>
              {version === live ? t('ab.live', { version }) : t('versionNumber', { version })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

type PercentProps = {
  label: string
  hint?: string
  range: readonly [number, number]
  value: string
  onChange: (value: string) => void
}

function Percent({ label, hint, range: [min, max], value, onChange }: PercentProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          required
          min={min}
          max={max}
          step={min < 1 ? 0.1 : 1}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
