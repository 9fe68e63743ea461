'use client'
// The dialog that starts a training: what it may cost, and the few settings that are a person's to choose.
import type { ModelObject } from '@guildhall/contracts/model'
import type { TrainingOptions } from '@guildhall/contracts/training'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'

type Chosen = Pick<TrainingOptions, 'precision' | 'family' | 'jurisdiction' | 'operating_pd'>
const start: Chosen = { precision: 'fp32', family: 'additive-logit', jurisdiction: 'OTHER', operating_pd: 0.2 }
const precisions = ['fp32', 'fp16', 'int8'] as const
const families = ['additive-logit', 'woe-scorecard'] as const
const jurisdictions = ['US', 'EU', 'UK', 'CN', 'OTHER'] as const

export function StartTraining({ model }: { model: ModelObject }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(start)
  const train = useMutation(
    trpc.model.train.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        void cache.invalidateQueries({ queryKey: trpc.model.trainings.pathKey() })
      },
    }),
  )
  const choose = <K extends keyof Chosen>(key: K, values: readonly Chosen[K][]) => (
    <Field label={t(`option.${key as 'precision'}`)} hint={t(`optionHint.${key as 'precision'}`)}>
      {(control) => (
        <Select
          {...control}
          value={String(chosen[key])}
          onChange={(event) => {
            const value = values.find((one) => one === event.target.value)
            if (value !== undefined) setChosen({ ...chosen, [key]: value })
          }}
        >
          {values.map((value) => (
            <option key={String(value)}>{String(value)}</option>
          ))}
        </Select>
      )}
    </Field>
  )
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <Button onClick={() => setOpen(true)}>
        <Sparkles className="size-4" aria-hidden />
        {t('train')}
      </Button>
      <DialogContent title={t('train')} text={t('trainText')}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            train.mutate({ id: model.id, options: chosen })
          }}
        >
          {choose('precision', precisions)}
          {model.vertical === 'finance' && (
            <>
              {choose('family', families)}
              {choose('jurisdiction', jurisdictions)}
              <Field label={t('option.operating_pd')} hint={t('optionHint.operating_pd')}>
                {(control) => (
                  <TextInput
                    {...control}
                    type="number"
                    min={0.01}
                    max={0.99}
                    step={0.01}
                    value={chosen.operating_pd}
                    onChange={(event) => setChosen({ ...chosen, operating_pd: event.target.valueAsNumber })}
                  />
                )}
              </Field>
            </>
          )}
          {train.isError && <ProblemNote error={train.error} />}
          <Button type="submit" pending={train.isPending}>
            {t('startTraining')}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  )
}
