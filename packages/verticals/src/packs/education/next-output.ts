// The next exercise on the wire and in the note: why it, in words made of facts, and what else there was.
import type { Language } from '@guildhall/contracts/run'
import type { FactBook } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { type Line, line, renderNote } from '../../kit/text.ts'
import type { TutorContent } from './content.ts'
import type { Lesson } from './lesson.ts'
import type { Choice, Ranked } from './next.ts'
import { skillFact } from './note.ts'
import * as words from './words.ts'

type Given = { book: FactBook; lesson: Lesson; content: TutorContent; choice: Choice }

/** `lines` go into the teacher's note; `output` carries the same words as its `why`. */
export function describeChoice(given: Given): { output: Record<string, unknown>; lines: Line[] } {
  const { lesson, choice } = given
  const { chosen, alternatives, relaxed } = choice
  const lines = linesOf(given)
  return {
    lines,
    output: {
      item_id: chosen.item,
      skill: chosen.skill,
      skill_title: lesson.skills.find((one) => one.id === chosen.skill)?.title ?? null,
      stem: lesson.candidates.find((one) => one.item === chosen.item)?.stem ?? null,
      expected_p_correct: chosen.right,
      learning_gain: chosen.gain,
      in_band: chosen.isInBand,
      why: { code: chosen.isDue ? 'due_review' : 'learning_gain', text: textOf(lines) },
      relaxed,
      alternatives: alternatives.map(alternative),
    },
  }
}

function alternative({ item, skill, right, gain, isInBand }: Ranked) {
  return { item_id: item, skill, expected_p_correct: right, learning_gain: gain, in_band: isInBand }
}

function linesOf({ book, lesson, content, choice }: Given): Line[] {
  const { chosen, relaxed } = choice
  const share = (path: string, value: number) => book.record({ path, value, unit: 'fraction' })
  const facts = {
    item: book.record({ path: 'next_exercise.item', value: chosen.item, unit: 'text' }),
    skill: skillFact(book, lesson, chosen.skill),
    right: share('next_exercise.expected', chosen.right),
  }
  const reason = chosen.isDue
    ? {
        en: 'Next exercise: {item}, because {skill} is due for review; expected success: {right}.',
        'zh-CN': '下一题：{item} ，因为该复习 {skill} 了；预计答对率：{right}。',
      }
    : {
        en: 'Next exercise: {item}, because {skill} promises the largest gain in learning now; expected success: {right}.',
        'zh-CN': '下一题：{item} ，因为现在学 {skill} 收获最大；预计答对率：{right}。',
      }
  const band = line(
    {
      en: 'The band for success goes from {low} to {high}; this exercise lies {place}.',
      'zh-CN': '答对率的目标范围从 {low} 到 {high}；这道题{place}。',
    },
    {
      low: share('band.low', content.band.low),
      high: share('band.high', content.band.high),
      place: words.bandFact(book, chosen.isInBand),
    },
  )
  const given = relaxed.map((rule) =>
    line(
      { en: 'Set aside because too few exercises were left: {rule}.', 'zh-CN': '因可选的题太少而放宽：{rule}。' },
      { rule: words.relaxedFact(book, rule) },
    ),
  )
  return [line(reason, facts), band, ...given]
}

function textOf(lines: Line[]): Localized {
  const text = (language: Language) =>
    renderNote([{ id: 'why', title: { en: '', 'zh-CN': '' }, lines }], language)
      .sections.flatMap((section) => section.sentences.map((sentence) => sentence.text))
      .join(language === 'en' ? ' ' : '')
  return { en: text('en'), 'zh-CN': text('zh-CN') }
}
