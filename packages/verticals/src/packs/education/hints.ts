// The hint ladder: 0 reflect, 1 strategy, 2 point to the place, 3 a worked example with other numbers, 4 the solution. A text below 4 that would
// tell the answer gives way to the next safe one.
import type { Localized } from '../../kit/localized.ts'
import type { TutorContent } from './content.ts'
import { bottomOut } from './course/bottom-out.ts'
import { parallelExample } from './course/parallel.ts'
import type { CourseExercise } from './exercise-record.ts'
import { bottomOuts, maxLevel, type TutorInput } from './input.ts'
import { localize, type Watch } from './watch.ts'

export type Hint = {
  level: number
  levels_available: number[]
  text: Localized
  source: 'exercise' | 'worked_example' | 'solution' | 'general'
}
type Given = { input: TutorInput; content: TutorContent; exercise: CourseExercise; seed: number; watch: Watch }
type Rung = { level: number; text: Localized; source: Hint['source'] }

/** The rung asked for, or the next one down that is allowed and there; null where the lock leaves none that does not tell. */
export function hintOf(given: Given): Hint | null {
  const { input, content, watch } = given
  const rungs = rungsOf(given)
  const wanted = input.hint_level ?? Math.min(input.response?.hints_used ?? 0, maxLevel)
  const reachable = rungs.filter((one) => one.level <= wanted)
  const rung = reachable.at(-1)
  if (!rung) return null
  if (rung.level < wanted) watch.note({ name: 'hint_policy', outcome: 'lowered', detail: `${wanted} to ${rung.level}` })
  const levels = rungs.map((one) => one.level)
  if (rung.level === maxLevel) return { ...rung, levels_available: levels }
  // The text itself, then every safe text from its level down.
  const safe = content.phrases.safe_hints.slice(0, rung.level + 1).reverse()
  const text = localize((language) =>
    watch.firstSafe('hint', [rung.text[language], ...safe.map((one) => one[language])]),
  )
  if (text === null) return null
  const isOwn = text.en === rung.text.en && text['zh-CN'] === rung.text['zh-CN']
  return { ...rung, text, source: isOwn ? rung.source : 'general', levels_available: levels }
}

function rungsOf(given: Given): Rung[] {
  const { input, content } = given
  const highest = Math.min(content.max_hint_level, input.policy?.max_hint_level ?? maxLevel)
  return Array.from({ length: highest + 1 }, (_, level) => rungAt(level, given)).filter((rung) => rung !== null)
}

function rungAt(level: number, given: Given): Rung | null {
  const { content, exercise, seed } = given
  if (level === maxLevel) return mayTell(given) ? { level, text: solutionOf(exercise), source: 'solution' } : null
  const own = exercise.hints.find((hint) => hint.level === level)
  if (own) return { level, text: own.text, source: 'exercise' }
  if (level < 3) {
    const text = content.phrases.safe_hints[level]
    return text ? { level, text, source: 'general' } : null
  }
  const example = parallelExample({ exercise, seed })
  return example && { level, text: inLines(example.lines), source: 'worked_example' }
}

/** The stricter of template and request decides; a teacher may see it unless it is `never`. */
function mayTell({ input, content }: Given): boolean {
  const rules = [content.bottom_out, input.policy?.bottom_out ?? content.bottom_out]
  const rule = bottomOuts.find((one) => rules.includes(one))
  if (rule === 'never') return false
  if (input.requested_by === 'teacher') return true
  return rule === 'after_n' && (input.response?.attempt_no ?? 1) >= content.bottom_out_after
}

function solutionOf(exercise: CourseExercise): Localized {
  const drawn = bottomOut(exercise)
  if (drawn) return inLines(drawn.lines)
  const own = exercise.hints.find((hint) => hint.level === maxLevel)
  const key = exercise.choices?.find((choice) => choice.id === exercise.answer_key)?.text
  const { answer_key: answer } = exercise
  return own?.text ?? { en: `The answer is ${key?.en ?? answer}.`, 'zh-CN': `答案是 ${key?.['zh-CN'] ?? answer}。` }
}

const inLines = (lines: readonly Localized[]): Localized => ({
  en: lines.map((line) => line.en).join('\n'),
  'zh-CN': lines.map((line) => line['zh-CN']).join('\n'),
})
