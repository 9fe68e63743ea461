'use client'
// A learner's practice: one exercise at a time, over the same API that customers call. Whatever the tutor says is announced; nothing depends on
// colour, and every step is a key.
import type { PracticeAnswer, PracticeHint } from '@guildhall/contracts/practice'
import { useMutation } from '@tanstack/react-query'
import { Check, HandHeart, Lightbulb, RotateCcw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { AnswerForm } from './answer-form.tsx'
import { SkillBar } from './skill-bar.tsx'

export function PracticePage({ learner }: { learner: string }) {
  const t = useTranslations('practice')
  const { tenant, may } = useTenant()
  return (
    <div className="mx-auto max-w-2xl">
      {may('collections:write') && <BackLink href={`/t/${tenant.slug}/class`}>{t('toClass')}</BackLink>}
      <PageHeader title={t('title')} text={t('text', { learner })} />
      <Practice learner={learner} />
    </div>
  )
}

/** One exercise at a time. Of a pupil from a learning platform the server knows who it is, whatever `learner` says. */
export function Practice({ learner }: { learner: string }) {
  const t = useTranslations('practice')
  const locale = useLocale()
  const work = usePractice(learner)
  const { exercise, answered, hints, stopped } = work
  return (
    <>
      {work.error !== null && <ProblemNote error={work.error} onRetry={work.retry} />}
      {stopped && (
        <Card role="status">
          <CardBody className="flex gap-3 text-[15px] leading-relaxed">
            <HandHeart className="mt-1 size-5 shrink-0 text-accent" aria-hidden />
            <p>{stopped[locale]}</p>
          </CardBody>
        </Card>
      )}
      {work.isChoosing && <Skeleton className="h-72" />}
      {exercise && !stopped && !work.isChoosing && (
        <Card>
          <CardBody className="flex flex-col gap-5">
            <div>
              <p className="text-soft text-xs">
                {exercise.skill_title?.[locale] ?? exercise.skill}
                {work.why && ` · ${t(`why_${work.why.code}`)}`}
              </p>
              <h2 ref={work.heading} tabIndex={-1} className="mt-1 text-xl leading-relaxed outline-none">
                {exercise.stem[locale]}
              </h2>
            </div>
            <AnswerForm
              key={exercise.item_id}
              exercise={exercise}
              isSolved={answered?.correct === true}
              isPending={work.isGrading}
              onAnswer={work.answer}
            />
            <Said answered={answered} hints={hints} />
            <div className="flex flex-wrap gap-2">
              {answered?.correct === true ? (
                <Button ref={work.forward} onClick={work.next}>
                  {t('next')}
                </Button>
              ) : (
                <>
                  <Button ref={work.helper} variant="secondary" pending={work.isHinting} onClick={work.hint}>
                    <Lightbulb className="size-4" aria-hidden />
                    {t('hint')}
                  </Button>
                  <Button variant="ghost" onClick={work.next}>
                    {t('skip')}
                  </Button>
                </>
              )}
            </div>
            {answered?.mastery && <SkillBar mastery={answered.mastery} />}
          </CardBody>
        </Card>
      )}
    </>
  )
}

/** Polite, so that a reader finishes its sentence. Hints first: they stay while answers change. */
function Said({ answered, hints }: { answered: PracticeAnswer | null; hints: readonly PracticeHint[] }) {
  const t = useTranslations('practice')
  const locale = useLocale()
  return (
    <div aria-live="polite" className="flex flex-col gap-3 text-[15px] leading-relaxed empty:hidden">
      {hints.map((hint) => (
        <div key={hint.run} className="rounded-lg bg-raised px-4 py-3">
          <h3 className="font-medium text-[13px] text-soft">
            {hint.level === null ? t('noHint') : t('hintLevel', { level: hint.level + 1 })}
          </h3>
          {hint.text && <p className="whitespace-pre-line">{hint.text[locale]}</p>}
        </div>
      ))}
      {answered && (
        <div className="rounded-lg border border-line px-4 py-3">
          <h3 className="flex items-center gap-2 font-medium">
            {answered.correct === true ? (
              <Check className="size-4 text-good" aria-hidden />
            ) : (
              <RotateCcw className="size-4 text-warn" aria-hidden />
            )}
            {answered.correct === null ? t('unreadable') : t(answered.correct ? 'right' : 'wrong')}
          </h3>
          <p className="whitespace-pre-line">{(answered.refusal ?? answered.feedback)?.[locale]}</p>
        </div>
      )}
    </div>
  )
}

function usePractice(learner: string) {
  const trpc = useTRPC()
  const heading = useRef<HTMLHeadingElement>(null)
  const forward = useRef<HTMLButtonElement>(null)
  const helper = useRef<HTMLButtonElement>(null)
  const [answered, setAnswered] = useState<PracticeAnswer | null>(null)
  const [hints, setHints] = useState<readonly PracticeHint[]>([])
  const choose = useMutation(
    trpc.practice.next.mutationOptions({
      onSuccess: () => {
        setAnswered(null)
        setHints([])
      },
    }),
  )
  const grade = useMutation(trpc.practice.answer.mutationOptions({ onSuccess: setAnswered }))
  const help = useMutation(
    trpc.practice.hint.mutationOptions({ onSuccess: (hint) => setHints((before) => [...before, hint]) }),
  )
  const exercise = choose.data?.exercise ?? null
  const { mutate } = choose
  useEffect(() => mutate({ learner }), [mutate, learner])
  const shown = exercise?.item_id
  useEffect(() => {
    if (shown) heading.current?.focus()
  }, [shown])
  useEffect(() => {
    if (answered?.correct) forward.current?.focus()
  }, [answered])
  // A pending button is disabled and loses the focus: it comes back, so that the next hint is a key away.
  useEffect(() => {
    if (hints.length > 0) helper.current?.focus()
  }, [hints])
  const item = exercise?.item_id ?? ''
  const last = [answered, hints.at(-1), choose.data].find((one) => one?.is_stopped)
  return {
    heading,
    forward,
    helper,
    exercise,
    why: choose.data?.why ?? null,
    answered,
    hints,
    stopped: last?.reply ?? null,
    error: choose.error ?? grade.error ?? help.error,
    isChoosing: choose.isPending,
    isGrading: grade.isPending,
    isHinting: help.isPending,
    answer: (answer: string) => grade.mutate({ learner, item_id: item, answer }),
    hint: () => help.mutate({ learner, item_id: item }),
    next: () => choose.mutate({ learner, ...(item ? { after: item } : {}) }),
    retry: () => choose.mutate({ learner }),
  }
}
