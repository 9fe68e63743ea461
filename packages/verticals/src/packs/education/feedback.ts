// Feedback at the pupil's reading level: of the phrases for what happened, the one nearest to the target that does not tell the answer.
import type { Language } from '@guildhall/contracts/run'
import type { Localized } from '../../kit/localized.ts'
import type { TutorContent } from './content.ts'
import type { Explanation } from './grading/misconceptions.ts'
import type { Lesson } from './lesson.ts'
import { readingGrade } from './reading.ts'
import { localize, type Watch } from './watch.ts'

export type Situation = 'right' | 'partial' | 'wrong' | 'unreadable'
/** Grades are measured on the text that is shown; `is_within_one` of the target. */
export type Feedback = {
  text: Localized
  reading_level: { target: number | null } & Record<Language, { grade: number; is_within_one: boolean | null }>
}

export function situationOf({ grading }: Lesson): Situation | null {
  if (!grading) return null
  if (grading.refusal) return 'unreadable'
  if (grading.correct) return 'right'
  return grading.score > 0 ? 'partial' : 'wrong'
}

type Given = {
  lesson: Lesson
  content: TutorContent
  grade: number | null
  misconception: Explanation | null
  watch: Watch
}

/** Null where there was no answer, or every wording would tell. */
export function feedbackOf(given: Given): Feedback | null {
  const { content, watch } = given
  const target = content.reading_grade ?? given.grade
  const options = optionsFor(given)
  if (options.length === 0) return null
  const text = localize((language) => {
    const ranked = rankedBy(
      options.map((one) => one[language]),
      { language, target },
    )
    return watch.firstSafe('feedback', ranked)
  })
  if (text === null) return null
  const level = (language: Language) => {
    const grade = readingGrade(text[language], language)
    return { grade, is_within_one: target === null ? null : Math.abs(grade - target) <= 1 }
  }
  return { text, reading_level: { target, en: level('en'), 'zh-CN': level('zh-CN') } }
}

/** Wordings for the situation; those that name the misconception first, those without it where that would tell or read too hard. */
function optionsFor({ lesson, content, misconception }: Given): readonly Localized[] {
  const { phrases } = content
  const situation = situationOf(lesson)
  const refusal = lesson.grading?.refusal
  if (situation === 'unreadable') return refusal ? [refusal.message] : []
  if (situation === 'partial') {
    const remark = lesson.grading?.remark?.message
    return phrases.partial.map((text) => (remark ? joined(text, remark) : text))
  }
  if (situation === 'wrong' && misconception)
    return [...phrases.wrong_named.map((text) => filled(text, misconception.label)), ...phrases.wrong]
  return situation === null ? [] : phrases[situation]
}

function filled(text: Localized, value: Localized): Localized {
  const put = (language: Language) => text[language].replace('{value}', () => bare(value[language]))
  return { en: put('en'), 'zh-CN': put('zh-CN') }
}

/** Without its own full stop: it goes into a sentence. */
const bare = (text: string) => text.trim().replace(/[.。]$/u, '')

const joined = (a: Localized, b: Localized): Localized => ({
  en: `${a.en} ${b.en}`,
  'zh-CN': `${a['zh-CN']}${b['zh-CN']}`,
})

/**
 * What is within a grade of the target comes first, in the order given, so that a misconception is named where pupils can read it; then the
 * nearest. Without a target the order stands.
 */
function rankedBy(texts: readonly string[], { language, target }: { language: Language; target: number | null }) {
  if (target === null) return texts
  const off = (text: string) => Math.abs(readingGrade(text, language) - target)
  const near = texts.filter((text) => off(text) <= 1)
  return [...near, ...texts.filter((text) => off(text) > 1).sort((a, b) => off(a) - off(b))]
}
