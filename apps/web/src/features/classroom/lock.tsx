'use client'
// The lock on the hints of a class. It holds from the next hint on, and can only be stricter than the template.
import type { HintLock } from '@guildhall/contracts/classroom'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select } from '../../ui/field.tsx'

const levels = [0, 1, 2, 3, 4] as const
const rules = ['never', 'teacher_only', 'after_n'] as const

export function Lock({
  inClass,
  lock,
  onDone,
}: {
  inClass: string
  lock: HintLock | null
  onDone: () => Promise<void>
}) {
  const t = useTranslations('classroom')
  const trpc = useTRPC()
  const set = useMutation(trpc.classroom.lock.mutationOptions({ onSuccess: () => onDone() }))
  // What was chosen stands until the server's answer is read again.
  const held = set.isPending ? set.variables : lock
  const now = { max_hint_level: held?.max_hint_level ?? null, bottom_out: held?.bottom_out ?? null }
  return (
    <div className="flex flex-wrap gap-3">
      <Field label={t('maxHint')}>
        {(control) => (
          <Select
            {...control}
            disabled={set.isPending}
            value={now.max_hint_level ?? ''}
            onChange={(event) => {
              const level = levels.find((one) => String(one) === event.target.value) ?? null
              set.mutate({ class: inClass, ...now, max_hint_level: level })
            }}
          >
            <option value="">{t('byTemplate')}</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`level_${level}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('bottomOut')}>
        {(control) => (
          <Select
            {...control}
            disabled={set.isPending}
            value={now.bottom_out ?? ''}
            onChange={(event) => {
              const rule = rules.find((one) => one === event.target.value) ?? null
              set.mutate({ class: inClass, ...now, bottom_out: rule })
            }}
          >
            <option value="">{t('byTemplate')}</option>
            {rules.map((rule) => (
              <option key={rule} value={rule}>
                {t(`rule_${rule}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {set.isError && <ProblemNote error={set.error} />}
    </div>
  )
}
