'use client'
// Adds a learner: a pseudonym, a class, and whose consent there is. Training stays off unless it is ticked.
import { useMutation } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Checkbox, Field, Select, TextInput } from '../../ui/field.tsx'

const bases = ['school', 'parent', 'learner'] as const

export function Enrol({ inClass, onDone }: { inClass: string | null; onDone: (inClass: string | null) => void }) {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const [learner, setLearner] = useState('')
  const [own, setClass] = useState(inClass ?? '')
  const [basis, setBasis] = useState<(typeof bases)[number]>('school')
  const [isTraining, setTraining] = useState(false)
  const enrol = useMutation(
    trpc.classroom.enrol.mutationOptions({
      onSuccess: (added) => {
        setLearner('')
        onDone(added.class)
      },
    }),
  )
  return (
    <Card>
      <CardHeader title={t('enrol')} text={t('enrolText')} />
      <CardBody>
        <form
          className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto]"
          onSubmit={(event) => {
            event.preventDefault()
            enrol.mutate({
              learner,
              ...(own.trim() ? { class: own.trim() } : {}),
              consent: { basis, training_allowed: isTraining },
            })
          }}
        >
          <Field label={t('pseudonym')}>
            {(control) => (
              <TextInput
                {...control}
                required
                placeholder="L-0193"
                autoComplete="off"
                value={learner}
                onChange={(event) => setLearner(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('class')}>
            {(control) => (
              <TextInput
                {...control}
                placeholder="class-6b"
                autoComplete="off"
                value={own}
                onChange={(event) => setClass(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('basis')}>
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
          <div className="flex h-10 items-center">
            <Checkbox
              label={t('trainingAllowed')}
              checked={isTraining}
              onChange={(event) => setTraining(event.target.checked)}
            />
          </div>
          <Button type="submit" variant="secondary" pending={enrol.isPending}>
            <UserPlus className="size-4" aria-hidden />
            {t('add')}
          </Button>
        </form>
        {enrol.isError && (
          <div className="mt-3">
            <ProblemNote error={enrol.error} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}
