'use client'
// Where a learner answers: a choice as radio buttons, all else as a line of text with a picture of what the grader reads.
import type { PracticeExercise } from '@guildhall/contracts/practice'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { MathsPreview } from './maths-preview.tsx'

type Exercise = NonNullable<PracticeExercise['exercise']>
type Props = { exercise: Exercise; isSolved: boolean; isPending: boolean; onAnswer: (answer: string) => void }

export function AnswerForm({ exercise, isSolved, isPending, onAnswer }: Props) {
  const t = useTranslations('practice')
  const [answer, setAnswer] = useState('')
  const isChoice = exercise.choices.length > 0
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (answer.trim() !== '') onAnswer(answer.trim())
      }}
    >
      {isChoice ? (
        <Choices exercise={exercise} value={answer} isSolved={isSolved} onChange={setAnswer} />
      ) : (
        <Field label={exercise.unit ? t('answerIn', { unit: exercise.unit }) : t('answer')} hint={t('answerHint')}>
          {(control) => (
            <TextInput
              {...control}
              className="text-lg"
              value={answer}
              readOnly={isSolved}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              maxLength={2000}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
      )}
      {!isChoice && <MathsPreview text={answer} label={t('reads')} />}
      {!isSolved && (
        <Button type="submit" className="self-start" pending={isPending} disabled={answer.trim() === ''}>
          {t('check')}
        </Button>
      )}
    </form>
  )
}

type ChoiceProps = { exercise: Exercise; value: string; isSolved: boolean; onChange: (id: string) => void }

function Choices({ exercise, value, isSolved, onChange }: ChoiceProps) {
  const t = useTranslations('practice')
  const locale = useLocale()
  return (
    <fieldset className="flex flex-col gap-2" disabled={isSolved}>
      <legend className="mb-1 font-medium text-[13px]">{t('choose')}</legend>
      {exercise.choices.map((choice) => (
        <label
          key={choice.id}
          className="flex items-center gap-3 rounded-lg border border-line px-4 py-2.5 text-[15px] has-checked:border-accent has-checked:bg-accent-wash"
        >
          <input
            type="radio"
            name={exercise.item_id}
            className="size-4 accent-[var(--accent)]"
            value={choice.id}
            checked={value === choice.id}
            onChange={() => onChange(choice.id)}
          />
          {choice.text[locale]}
        </label>
      ))}
    </fieldset>
  )
}
