// Words of the note that claim something, as facts in both languages: results, kinds of messages, steps. The verifier knows them by their facts.
import type { FactBook, FactRef } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import type { Situation } from './feedback.ts'
import type { Hint } from './hints.ts'
import type { NextStep } from './next-step.ts'

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

const situations: Record<Situation, Localized> = {
  right: both('right', '正确'),
  partial: both('partly right', '部分正确'),
  wrong: both('wrong', '错误'),
  unreadable: both('not readable', '无法读取'),
}
const hints: Record<Hint['source'], Localized> = {
  exercise: both('the exercise’s own', '练习自带'),
  worked_example: both('a worked example with other numbers', '换了数字的例题'),
  solution: both('the whole solution', '完整解答'),
  general: both('a general one', '通用提示'),
}
const steps: Record<NextStep['kind'], Localized> = {
  talk: both('talk about the misconception before more practice', '先谈谈这个错误想法，再继续练习'),
  prerequisite: both('practise this first, the exercise builds on it', '先练这个，它是这道题的基础'),
  practise: both('more practice', '继续练习'),
  review: both('move on, and review from time to time', '可以学新的，隔一段时间复习'),
}
const kinds: Record<string, Localized> = {
  self_harm: both('possible self-harm', '可能涉及自伤'),
  abuse: both('possible abuse', '可能涉及虐待'),
  violence: both('possible violence', '可能涉及暴力'),
  sexual: both('sexual content', '涉及性内容'),
  personal_data: both('personal data', '涉及个人信息'),
  distress: both('the learner seems distressed', '学习者似乎很难受'),
}

export const situationFact = (book: FactBook, situation: Situation): FactRef =>
  book.record({ path: 'grading.result', value: situation, unit: 'text', label: situations[situation] })

export const hintFact = (book: FactBook, source: Hint['source']): FactRef =>
  book.record({ path: 'hint.source', value: source, unit: 'text', label: hints[source] })

export const stepFact = (book: FactBook, kind: NextStep['kind']): FactRef =>
  book.record({ path: 'next_step', value: kind, unit: 'text', label: steps[kind] })

export const kindFact = (book: FactBook, kind: string): FactRef =>
  book.record({ path: `safety.${kind}`, value: kind, unit: 'text', label: kinds[kind] ?? both(kind, kind) })

export const methodFact = (book: FactBook): FactRef =>
  book.record({
    path: 'mastery.method',
    value: 'bkt',
    unit: 'text',
    label: both(
      'Bayesian knowledge tracing; the range is 90% of what it gives when its parameters are varied',
      '贝叶斯知识追踪；范围为参数变动时结果的90%',
    ),
  })

export const unknownFact = (book: FactBook): FactRef =>
  book.record({ path: 'skill.unknown', value: 'unknown', unit: 'text', label: both('not known', '未知') })

/** Where the chosen exercise's expected success lies against the band. */
export const bandFact = (book: FactBook, isInBand: boolean): FactRef =>
  book.record({
    path: 'next_exercise.in_band',
    value: isInBand,
    unit: 'text',
    label: isInBand
      ? both('inside it', '在范围内')
      : both('outside it, as the nearest that was worth it', '在范围之外，是值得做的题中最接近的'),
  })

const relaxed: Record<'variety' | 'rest' | 'prerequisites', Localized> = {
  variety: both('another skill in turn', '技能轮换'),
  rest: both('a rest before an exercise comes again', '同题间隔'),
  prerequisites: both('prerequisites first', '先修先行'),
}

export const relaxedFact = (book: FactBook, rule: keyof typeof relaxed): FactRef =>
  book.record({ path: `next_exercise.relaxed.${rule}`, value: rule, unit: 'text', label: relaxed[rule] })
