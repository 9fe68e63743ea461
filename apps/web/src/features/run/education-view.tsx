'use client'
// A lesson: how the answer was graded, what the pupil is told, mastery with its likely range, and the next exercise. The teacher's note stands
// below, with its facts. A stopped lesson shows first that a person is needed.
import { useLocale, useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import type { EducationOutput } from './education-output.ts'
import { percent } from './format.ts'
import { MasteryBars } from './mastery-bars.tsx'

type Props = { output: EducationOutput }

export function EducationView({ output }: Props) {
  return (
    <>
      {output.safety.flagged && <Stopped output={output} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Grading output={output} />
        <ForPupil output={output} />
      </div>
      <NextExercise output={output} />
      {output.mastery.length > 0 && <MasteryBars mastery={output.mastery} />}
    </>
  )
}

function Stopped({ output }: Props) {
  const t = useTranslations('tutor')
  return (
    <Card role="alert" className="border-bad">
      <CardHeader
        title={t('flagged')}
        text={t('flaggedText')}
        action={
          <span className="flex gap-1">
            {output.safety.kinds.map((kind) => (
              <Badge key={kind} tone="bad">
                {t(`kind_${kind}`)}
              </Badge>
            ))}
          </span>
        }
      />
      <CardBody />
    </Card>
  )
}

const tones: Record<'right' | 'partial' | 'wrong' | 'unreadable', Tone> = {
  right: 'good',
  partial: 'warn',
  wrong: 'bad',
  unreadable: 'neutral',
}

function Grading({ output: { grading, misconceptions } }: Props) {
  const t = useTranslations('tutor')
  const locale = useLocale()
  if (!grading) return null
  const right = grading.correct ? 'right' : grading.score > 0 ? 'partial' : 'wrong'
  const result = grading.refusal ? 'unreadable' : right
  return (
    <Card>
      <CardHeader title={t('grading')} action={<Badge tone={tones[result]}>{t(result)}</Badge>} />
      <CardBody className="flex flex-col gap-3 text-sm">
        <p className="text-soft">
          {t('score', { score: percent(grading.score, '') })} ·{' '}
          {grading.normalized === null ? t('notKept') : t('answer', { answer: grading.normalized })}
        </p>
        {misconceptions.length > 0 && (
          <div>
            <h3 className="mb-1 font-medium">{t('misconceptions')}</h3>
            <ul className="flex flex-col gap-1">
              {misconceptions.map((one) => (
                <li key={one.id}>
                  {one.label[locale]}{' '}
                  <span className="text-soft text-xs">{t('belief', { share: percent(one.p, '') })}</span>
                  {one.evidence !== null && <code className="block font-mono text-soft text-xs">{one.evidence}</code>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </CardBody>
    </Card>
  )
}

function ForPupil({ output: { hint, feedback, reply, limits, safety } }: Props) {
  const t = useTranslations('tutor')
  const locale = useLocale()
  const changed = safety.checks.filter((check) => check.outcome !== 'passed')
  if (!hint && !feedback && !reply?.text) return null
  const level = feedback?.reading_level
  const grade = level?.[locale].grade ?? 0
  return (
    <Card>
      <CardHeader
        title={t('pupil')}
        action={limits?.is_reached ? <Badge tone="warn">{t('limit')}</Badge> : undefined}
      />
      <CardBody className="flex flex-col gap-4 text-[15px] leading-relaxed">
        {reply?.text && <Said title={t('reply')} text={reply.text[locale]} />}
        {hint && (
          <Said
            title={`${t('hint', { level: hint.level })} · ${t(`source_${hint.source}`)}`}
            text={hint.text[locale]}
            more={t('levels', { levels: hint.levels_available.join(', ') })}
          />
        )}
        {feedback && (
          <Said
            title={t('feedback')}
            text={feedback.text[locale]}
            more={
              typeof level?.target === 'number'
                ? t('readingTarget', { grade, target: level.target })
                : t('readingGrade', { grade })
            }
          />
        )}
        {changed.length > 0 && (
          <p className="flex flex-wrap items-center gap-1 text-soft text-xs">
            {t('checks')}
            {changed.map((check) => (
              <Badge key={check.name} tone="warn">
                {check.name}: {t(`check_${check.outcome}`)}
              </Badge>
            ))}
          </p>
        )}
      </CardBody>
    </Card>
  )
}

function Said({ title, text, more }: { title: string; text: string; more?: string }) {
  return (
    <div>
      <h3 className="text-soft text-xs">{title}</h3>
      <p className="whitespace-pre-line">{text}</p>
      {more && <p className="text-soft text-xs">{more}</p>}
    </div>
  )
}

function NextExercise({ output: { next_exercise: next } }: Props) {
  const t = useTranslations('tutor')
  const locale = useLocale()
  if (!next) return null
  return (
    <Card>
      <CardHeader
        title={t('next')}
        text={next.skill_title?.[locale] ?? next.skill}
        action={<Badge tone={next.in_band ? 'good' : 'warn'}>{t(next.in_band ? 'inBand' : 'outside')}</Badge>}
      />
      <CardBody className="flex flex-col gap-3 text-sm">
        <p className="text-[15px] leading-relaxed">
          {next.stem?.[locale]} <code className="font-mono text-soft text-xs">{next.item_id}</code>
        </p>
        <p className="text-soft">{next.why.text[locale]}</p>
        {next.alternatives.length > 0 && (
          <div>
            <h3 className="mb-1 font-medium text-[13px]">{t('others')}</h3>
            <ul className="text-[13px] text-soft">
              {next.alternatives.map((one) => (
                <li key={one.item_id}>
                  <code className="font-mono">{one.item_id}</code> · {one.skill} ·{' '}
                  {t('expected', { share: percent(one.expected_p_correct, '') })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </CardBody>
    </Card>
  )
}
