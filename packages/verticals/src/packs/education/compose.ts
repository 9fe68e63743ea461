// Lesson and mastery -> what the pupil sees and what the teacher reads. A flagged message stops the tutor: then nothing leaves but the way to
// the teacher.
import type { TutorCard } from '@guildhall/contracts/model-card'
import type { Language } from '@guildhall/contracts/run'
import type { Composed } from '../../kit/composed.ts'
import { type FactBook, openFactBook } from '../../kit/facts.ts'
import { type Localized, languages } from '../../kit/localized.ts'
import { renderNote, type Section } from '../../kit/text.ts'
import type { ComposeArgs } from '../../kit/vertical.ts'
import { chosenOf } from './choose.ts'
import type { TutorContent } from './content.ts'
import { type Feedback, feedbackOf } from './feedback.ts'
import { type Explanation, explainWrong } from './grading/misconceptions.ts'
import { lockedBy } from './hint-lock.ts'
import { type Hint, hintOf } from './hints.ts'
import { countOnDay } from './history.ts'
import type { TutorInput } from './input.ts'
import type { Lesson } from './lesson.ts'
import { type Mastery, masteryOf } from './mastery.ts'
import { type Heard, heard } from './message.ts'
import type { Tutored } from './model.ts'
import { describeChoice } from './next-output.ts'
import { lessonNote, stoppedNote } from './note.ts'
import { openWatch, type Watch } from './watch.ts'

type Args = ComposeArgs<TutorInput, TutorContent, TutorCard, Lesson, Tutored>

const maxShown = 60

export function composeTutor(args: Args): Composed {
  const { input, features: lesson, languages: asked } = args
  const book = openFactBook()
  const watch = openWatch(lesson.exercise)
  const message = heard({ message: input.message ?? null, exercise: lesson.exercise, watch })
  const { output, sections } = message?.isStopping
    ? stopped(args, { book, watch, message })
    : taught(args, { book, watch, message })
  return {
    output: { ...output, teacher_note: flat(sections) },
    facts: book.facts(),
    text: Object.fromEntries(asked.map((language) => [language, renderNote(sections, language)])),
  }
}

/** Every part of the contract, for tasks that do not ask for it. */
const nothing = {
  grading: null,
  misconceptions: [],
  mastery: [],
  newly_mastered: [],
  next_exercise: null,
  hint: null,
  feedback: null,
  reply: null,
  attempt: null,
  limits: null,
}

type Heeding = { book: FactBook; watch: Watch; message: Heard | null }
type Parts = { output: Record<string, unknown>; sections: Section[] }

function stopped({ input, content, features: lesson }: Args, { book, watch, message }: Heeding): Parts {
  const kinds = message?.kinds ?? []
  watch.note({ name: 'message_screen', outcome: 'stopped', detail: kinds.join(', ') })
  return {
    output: {
      ...nothing,
      reply: { intent: message?.intent ?? null, text: content.phrases.stopped[0] ?? null },
      safety: safetyOf({ watch, message, texts: [] }),
    },
    sections: stoppedNote({ book, input, content, lesson }, kinds),
  }
}

function taught(args: Args, { book, watch, message }: Heeding): Parts {
  const { input, content, card, features: lesson, prediction } = args
  const { exercise } = lesson
  const raw = input.response?.raw
  const limits = limitsOf(args)
  const isOpen = !limits.is_reached
  if (!isOpen) watch.note({ name: 'daily_limit', outcome: 'stopped', detail: String(limits.attempts_today) })
  const mastery = masteryOf({ lesson, prediction, card }, maxShown)
  const explained = exercise && typeof raw === 'string' ? explainWrong(exercise, raw) : []
  const misconception = explained[0] ?? null
  const choice = lesson.candidates.length > 0 && isOpen ? chosenOf(args, args.probed) : null
  const chosen = choice && describeChoice({ book, lesson, content, choice })
  const isHinting = input.task === 'hint' && exercise && isOpen
  const hint = isHinting
    ? hintOf({ input, content: lockedBy(content, lesson.lock), exercise, seed: lesson.seed, watch })
    : null
  const feedback = feedbackOf({ lesson, content, grade: input.grade ?? null, misconception, watch })
  const reply = isOpen ? message && { intent: message.intent, text: message.reply } : limitReply(content)
  return {
    output: {
      grading: gradingOf(lesson, input),
      misconceptions: explained.map((one) => shownTo(one, { lesson, input, watch })),
      mastery,
      newly_mastered: newlyMastered(mastery, content),
      next_exercise: input.task === 'next_exercise' ? (chosen?.output ?? null) : null,
      hint,
      feedback,
      reply,
      attempt: attemptOf(lesson, input),
      limits,
      safety: safetyOf({ watch, message, texts: textsOf(hint, feedback) }),
    },
    sections: lessonNote(
      { book, input, content, lesson },
      { mastery, misconception, hint, chosen: chosen?.lines ?? [] },
    ),
  }
}

/** Skills that the answer of this run brought over the template's line. */
const newlyMastered = (mastery: readonly Mastery[], { mastered }: TutorContent): string[] =>
  mastery.filter((one) => one.before < mastered && one.p >= mastered).map((one) => one.skill)

/** Ready to be sent to the collection `attempts`: the tutor itself writes nothing. */
function attemptOf({ answered, nowMs }: Lesson, input: TutorInput) {
  return (
    answered && {
      learner_ref: input.learner_ref,
      item_id: answered.item,
      skill: answered.skill,
      correct: answered.isRight,
      ts: new Date(nowMs).toISOString(),
      hints_used: answered.hintsUsed,
      training_allowed: input.consent.training_allowed,
    }
  )
}

function flat(sections: readonly Section[]): Localized {
  const text = (language: Language) =>
    renderNote(sections, language)
      .sections.flatMap((section) => section.sentences.map((sentence) => sentence.text))
      .join(language === 'en' ? ' ' : '')
  return { en: text('en'), 'zh-CN': text('zh-CN') }
}

/** A pupil's own words are kept only by consent; a number, a formula or a choice is no free text. */
function gradingOf({ grading, exercise }: Lesson, { consent }: TutorInput) {
  const isWords = exercise?.answer_type === 'text' && !consent.store_text
  return grading && { ...grading, normalized: isWords ? null : grading.normalized }
}

type Seen = { lesson: Lesson; input: TutorInput; watch: Watch }

/**
 * The way from a misconception to the answer may pass by the right one, and so may its name: then only a teacher gets it. A pupil's own words
 * need consent.
 */
function shownTo(one: Explanation, { lesson, input, watch }: Seen) {
  const isTeacher = input.requested_by === 'teacher'
  const isWords = lesson.exercise?.answer_type === 'text' && !input.consent.store_text
  const hasSafeName = isTeacher || !watch.doTell(languages.map((language) => one.label[language]))
  return {
    ...one,
    label: hasSafeName ? one.label : unnamed,
    evidence: !isWords && (isTeacher || !watch.doTell([one.evidence])) ? one.evidence : null,
  }
}

const unnamed: Localized = { en: 'A known misconception', 'zh-CN': '常见的错误想法' }

function limitsOf({ content, features: lesson }: Args) {
  const today = countOnDay(lesson.responses, lesson.nowMs)
  const max = content.max_attempts_per_day
  return { attempts_today: today, max_attempts_per_day: max, is_reached: max !== null && today >= max }
}

const limitReply = ({ phrases }: TutorContent) => ({ intent: null, text: phrases.limit[0] ?? null })

function textsOf(hint: Hint | null, feedback: Feedback | null): string[] {
  const texts = [hint?.level === 4 ? null : hint?.text, feedback?.text].filter(
    (one) => one !== null && one !== undefined,
  )
  return texts.flatMap((text) => languages.map((language) => text[language]))
}

function safetyOf({ watch, message, texts }: { watch: Watch; message: Heard | null; texts: readonly string[] }) {
  return {
    flagged: message?.isStopping ?? false,
    kinds: message?.kinds ?? [],
    route: message?.isStopping ? 'teacher' : null,
    answer_leak: watch.doTell(texts),
    checks: watch.checks(),
  }
}
