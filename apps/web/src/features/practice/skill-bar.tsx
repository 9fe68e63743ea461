// How far a skill has come, told to a learner: a bar and a word, no figure to fear and none to brag with.
import type { PracticeMastery } from '@guildhall/contracts/practice'
import { useLocale, useTranslations } from 'next-intl'

export function SkillBar({ mastery }: { mastery: PracticeMastery }) {
  const t = useTranslations('practice')
  const locale = useLocale()
  const word = mastery.p >= 0.85 ? 'strong' : mastery.p >= 0.6 ? 'growing' : 'starting'
  return (
    <div className="border-line border-t pt-4">
      <p className="flex justify-between gap-3 text-[13px]">
        <span>{mastery.title?.[locale] ?? mastery.skill}</span>
        <span className="text-soft">{t(word)}</span>
      </p>
      <div aria-hidden className="mt-2 h-2 overflow-hidden rounded-full bg-raised">
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-700"
          style={{ width: `${Math.round(mastery.p * 100)}%` }}
        />
      </div>
    </div>
  )
}
