// The watch over every text a pupil gets below level 4: the leak guard, with a record of what it held back.
import type { Language } from '@guildhall/contracts/run'
import type { Localized } from '../../kit/localized.ts'
import type { Exercise } from './grading/exercise.ts'
import { guardedAnswer } from './guard/answer.ts'
import { findLeak, findLeakInAll } from './guard/leak.ts'

/** `replaced`: another text stands in its place. `withheld`: there is none. */
type Check = {
  name: string
  outcome: 'passed' | 'replaced' | 'withheld' | 'lowered' | 'stopped'
  detail: string | null
}
export type Watch = {
  /** The first text that does not tell the answer; null when all do. Notes the outcome under the name. */
  firstSafe: (name: string, texts: readonly string[]) => string | null
  /** Whether these texts together tell the answer. */
  doTell: (texts: readonly string[]) => boolean
  note: (check: Check) => void
  checks: () => Check[]
}

/** Without an exercise there is nothing to tell, and every text passes. */
export function openWatch(exercise: Exercise | null): Watch {
  const answer = exercise ? guardedAnswer(exercise) : null
  const checks = new Map<string, Check>()
  const worse = ['passed', 'replaced', 'lowered', 'withheld', 'stopped']
  const note = (check: Check) => {
    const known = checks.get(check.name)
    if (!known || worse.indexOf(check.outcome) > worse.indexOf(known.outcome)) checks.set(check.name, check)
  }
  return {
    firstSafe(name, texts) {
      const leaks = texts.map((text) => (answer ? findLeak(text, answer) : null))
      const at = leaks.indexOf(null)
      const outcome = at === 0 ? 'passed' : at > 0 ? 'replaced' : 'withheld'
      note({ name: `leak_${name}`, outcome, detail: leaks[0]?.form ?? null })
      return texts[at] ?? null
    },
    doTell: (texts) => answer !== null && texts.length > 0 && findLeakInAll(texts, answer) !== null,
    note,
    checks: () => [...checks.values()],
  }
}

/** A text in both languages, or null where either is not to be had. */
export function localize(make: (language: Language) => string | null): Localized | null {
  const [en, zh] = [make('en'), make('zh-CN')]
  return en === null || zh === null ? null : { en, 'zh-CN': zh }
}
