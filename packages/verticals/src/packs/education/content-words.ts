// The content of a tutor's template as people read it in differences of versions, and what its results are held to and compared by.
import type { ContentWords } from '../../kit/document-diff.ts'
import { valueAt } from '../../kit/golden.ts'
import { hints, values } from './content-hints.ts'

export const contentWords: ContentWords = {
  hints,
  values,
  titles: {
    band: { en: 'Band of expected success', 'zh-CN': '预计答对率范围' },
    outside_band: { en: 'What gain outside the band counts for', 'zh-CN': '范围外收获的权重' },
    order: { en: 'Order of choosing', 'zh-CN': '选题顺序' },
    mastered: { en: 'Mastered from', 'zh-CN': '视为掌握的水平' },
    prerequisite: { en: 'Prerequisites from', 'zh-CN': '先修技能的水平' },
    rest: { en: 'Rest of an exercise answered right', 'zh-CN': '答对题目的间隔' },
    max_hint_level: { en: 'Highest hint level', 'zh-CN': '最高提示层级' },
    bottom_out: { en: 'Who may see the solution', 'zh-CN': '谁可看解答' },
    bottom_out_after: { en: 'Solution after attempts', 'zh-CN': '多少次尝试后可看解答' },
    max_attempts_per_day: { en: 'Attempts a day', 'zh-CN': '每日作答上限' },
    reading_grade: { en: 'Reading grade', 'zh-CN': '阅读年级' },
    low: { en: 'From', 'zh-CN': '下限' },
    high: { en: 'To', 'zh-CN': '上限' },
    right: { en: 'Where the answer is right', 'zh-CN': '答对时' },
    partial: { en: 'Where it is partly right', 'zh-CN': '部分正确时' },
    wrong: { en: 'Where it is wrong', 'zh-CN': '答错时' },
    wrong_named: { en: 'Where the misconception is known', 'zh-CN': '已识别误解时' },
    stopped: { en: 'Where the tutor stops', 'zh-CN': '停止辅导时' },
    phrases: { en: 'Phrases', 'zh-CN': '用语' },
    safe_hints: { en: 'Safe hints', 'zh-CN': '安全提示' },
  },
  groups: {
    band: 'thresholds',
    order: 'rules',
    max_hint_level: 'rules',
    bottom_out: 'rules',
    bottom_out_after: 'rules',
    max_attempts_per_day: 'rules',
    phrases: 'wording',
  },
}

/** What a teacher would notice: the grade, the level of the hint, the exercise chosen, or that the tutor stopped. */
export function decisionOf(output: Record<string, unknown>): string | null {
  if (valueAt(output, 'safety.flagged') === true) return 'stopped'
  const [correct, level, item] = ['grading.correct', 'hint.level', 'next_exercise.item_id'].map((path) =>
    valueAt(output, path),
  )
  if (typeof correct === 'boolean') return correct ? 'right' : 'not right'
  if (typeof level === 'number') return `hint ${level}`
  return typeof item === 'string' ? item : null
}

/** The exercises considered, best first. */
export function listOf(output: Record<string, unknown>): readonly string[] | null {
  const [item, others] = [valueAt(output, 'next_exercise.item_id'), valueAt(output, 'next_exercise.alternatives')]
  if (typeof item !== 'string' || !Array.isArray(others)) return null
  return [item, ...others.map((one) => String(Object(one).item_id))]
}

/** Mastery is the champion's to change; these are not. */
export const goldenPaths = ['grading.correct', 'grading.score', 'hint.level', 'safety.flagged', 'safety.answer_leak']
