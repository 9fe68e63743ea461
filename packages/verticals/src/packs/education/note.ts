// The teacher's note, from facts alone: what happened, mastery before and after, the misconception, the next step, and how sure the model is.
// It never states an answer: a platform may show it where pupils look.
import type { FactBook, FactRef } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { type Line, line, type Section } from '../../kit/text.ts'
import type { TutorContent } from './content.ts'
import { situationOf } from './feedback.ts'
import type { Explanation } from './grading/misconceptions.ts'
import type { Hint } from './hints.ts'
import type { TutorInput } from './input.ts'
import type { Lesson } from './lesson.ts'
import type { Mastery } from './mastery.ts'
import { nextStepOf } from './next-step.ts'
import * as words from './words.ts'

export type Told = {
  mastery: readonly Mastery[]
  misconception: Explanation | null
  hint: Hint | null
  /** Lines about the exercise that was chosen. */
  chosen: readonly Line[]
}
type About = { book: FactBook; input: TutorInput; content: TutorContent; lesson: Lesson }

const maxSkills = 6

/** The sections of a lesson that went its way. */
export function lessonNote(about: About, told: Told): Section[] {
  return [
    { id: 'happened', title: { en: 'What happened', 'zh-CN': '发生了什么' }, lines: happened(about, told) },
    {
      id: 'mastery',
      title: { en: 'Mastery', 'zh-CN': '掌握度' },
      lines: told.mastery.slice(0, maxSkills).map((one) => masteryLine(about, one)),
    },
    { id: 'next', title: { en: 'Next step', 'zh-CN': '下一步' }, lines: nextLines(about, told) },
    { id: 'certainty', title: { en: 'How sure this is', 'zh-CN': '把握程度' }, lines: certainty(about) },
  ]
}

/** Where a message stopped the tutor: nothing but the way to the teacher. The message itself is not stated. */
export function stoppedNote({ book, input }: About, kinds: readonly string[]): Section[] {
  const lines = kinds.map((kind) =>
    line(
      {
        en: 'A message of learner {learner} was held back for you: {kind}. Please talk with the learner today.',
        'zh-CN': '学习者 {learner} 的消息已转给您：{kind}。请今天就与其交谈。',
      },
      { learner: learnerFact(book, input), kind: words.kindFact(book, kind) },
    ),
  )
  return [{ id: 'safety', title: { en: 'For the teacher now', 'zh-CN': '请老师马上处理' }, lines }]
}

const learnerFact = (book: FactBook, input: TutorInput) =>
  book.record({ path: 'learner', value: input.learner_ref, unit: 'text' })

/** The skill's title where the collection has it, else its id. */
export function skillFact(book: FactBook, lesson: Lesson, skill: string): FactRef {
  const title: Localized | undefined = lesson.skills.find((one) => one.id === skill)?.title
  return book.record({ path: `skills.${skill}`, value: skill, unit: 'text', ...(title ? { label: title } : {}) })
}

function happened({ book, input, lesson }: About, { misconception, hint }: Told): Line[] {
  const learner = learnerFact(book, input)
  const { exercise, grading } = lesson
  if (!exercise) {
    const text = { en: 'Learner {learner} asked for practice.', 'zh-CN': '学习者 {learner} 请求练习。' }
    return [line(text, { learner })]
  }
  const facts = { learner, item: book.record({ path: 'exercise', value: exercise.id, unit: 'text' }) }
  const lines = [
    line({ en: 'Learner {learner} worked on exercise {item}.', 'zh-CN': '学习者 {learner} 做了练习 {item} 。' }, facts),
  ]
  const situation = situationOf(lesson)
  if (situation && grading)
    lines.push(
      line(
        {
          en: 'The answer was {result}; score: {score}; attempt: {attempt}; hints used before: {hints}.',
          'zh-CN': '作答：{result}；得分：{score}；第几次尝试：{attempt}；之前用过的提示：{hints}。',
        },
        {
          result: words.situationFact(book, situation),
          score: book.record({ path: 'grading.score', value: grading.score, unit: 'fraction' }),
          attempt: count(book, 'response.attempt_no', input.response?.attempt_no ?? 1),
          hints: count(book, 'response.hints_used', input.response?.hints_used ?? 0),
        },
      ),
    )
  if (misconception)
    lines.push(
      line(
        {
          en: 'It fits a known misconception: {misconception}; share of belief: {share}.',
          'zh-CN': '像是已知的错误想法：{misconception}；可信份额：{share}。',
        },
        {
          misconception: book.record({
            path: 'misconception',
            value: misconception.id,
            unit: 'text',
            label: misconception.label,
          }),
          share: book.record({ path: 'misconception.p', value: misconception.p, unit: 'fraction' }),
        },
      ),
    )
  if (hint)
    lines.push(
      line(
        { en: 'A hint was given: {kind}; level: {level}.', 'zh-CN': '给出了提示：{kind}；层级：{level}。' },
        { kind: words.hintFact(book, hint.source), level: count(book, 'hint.level', hint.level) },
      ),
    )
  return lines
}

const count = (book: FactBook, path: string, value: number) => book.record({ path, value, unit: 'count' })

function masteryLine({ book, lesson }: About, one: Mastery): Line {
  const share = (name: string, value: number) =>
    book.record({ path: `mastery.${one.skill}.${name}`, value, unit: 'fraction' })
  const [low, high] = one.interval_90
  const facts = {
    skill: skillFact(book, lesson, one.skill),
    after: share('after', one.p),
    low: share('low', low),
    high: share('high', high),
    n: count(book, `mastery.${one.skill}.n`, one.n),
  }
  if (lesson.answered?.skill !== one.skill)
    return line(
      {
        en: '{skill}: mastery: {after}, likely from {low} to {high}; responses so far: {n}.',
        'zh-CN': '{skill}：掌握度：{after}，大致在 {low} 到 {high}；已有作答：{n}。',
      },
      facts,
    )
  return line(
    {
      en: '{skill}: mastery before: {before}, after: {after}, likely from {low} to {high}; responses so far: {n}.',
      'zh-CN': '{skill}：掌握度，之前：{before}，之后：{after}，大致在 {low} 到 {high}；已有作答：{n}。',
    },
    { ...facts, before: share('before', one.before) },
  )
}

function nextLines(about: About, told: Told): Line[] {
  const { book, lesson, content } = about
  const step = nextStepOf({ lesson, mastery: told.mastery, misconception: told.misconception, content })
  const own = step && [
    line(
      { en: 'Suggested for {skill}: {step}.', 'zh-CN': '关于 {skill} 的建议：{step}。' },
      { skill: skillFact(book, lesson, step.skill), step: words.stepFact(book, step.kind) },
    ),
  ]
  return [...(own ?? []), ...told.chosen]
}

function certainty({ book, lesson }: About): Line[] {
  const read = count(book, 'history.read', lesson.responses.length)
  const lines = [
    line(
      {
        en: 'Earlier responses read: {read}; method: {method}.',
        'zh-CN': '读取的以往作答：{read}；方法：{method}。',
      },
      { read, method: words.methodFact(book) },
    ),
  ]
  if (lesson.withoutSkill > 0)
    lines.push(
      line(
        {
          en: 'Responses set aside because their skill is {unknown}: {left}.',
          'zh-CN': '因技能{unknown}而搁置的作答：{left}。',
        },
        { unknown: words.unknownFact(book), left: count(book, 'history.without_skill', lesson.withoutSkill) },
      ),
    )
  return lines
}
