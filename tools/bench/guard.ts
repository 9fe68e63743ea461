// What the leak guard catches and what it takes: the answer put by rule into every hint of the starter course, and every true hint as it stands.
import { starterExercises } from '@guildhall/verticals/packs/education/course/course'
import { guardedAnswer } from '@guildhall/verticals/packs/education/guard/answer'
import { atFirstContact, tryFreshSets } from '@guildhall/verticals/packs/education/guard/fresh-insertions'
import { findLeak, findLeakInAll } from '@guildhall/verticals/packs/education/guard/leak'
import { mutationsOf } from '@guildhall/verticals/packs/education/guard/mutations'

type Share = { form: string; inserted: number; caught: number }
type Guarding = { hints: number; wronglyHeld: number; forms: Share[]; meanMs: number }

/** Every hint below level 4, both languages. */
export function benchGuard(): Guarding {
  const shares = new Map<string, Share>()
  const startedAt = performance.now()
  let [hints, wronglyHeld, read] = [0, 0, 0]
  for (const exercise of starterExercises()) {
    const answer = guardedAnswer(exercise)
    const texts = exercise.hints.filter(({ level }) => level < 4).flatMap(({ text }) => [text.en, text['zh-CN']])
    hints += texts.length
    wronglyHeld += texts.filter((text) => findLeak(text, answer) !== null).length
    for (const { form, texts: added } of mutationsOf(exercise, answer)) {
      const share = shares.get(form) ?? { form, inserted: 0, caught: 0 }
      share.inserted += texts.length
      share.caught += texts.filter((text) => findLeakInAll([text, ...added], answer) !== null).length
      shares.set(form, share)
      read += texts.length
    }
  }
  return { hints, wronglyHeld, forms: [...shares.values()], meanMs: (performance.now() - startedAt) / (read + hints) }
}

/** Ways to tell that were written before the guard met them: what it found then, and what it finds now. */
export function benchFresh() {
  const [first, second] = tryFreshSets()
  return [
    { ...first, ...atFirstContact.first },
    { ...second, ...atFirstContact.second },
  ].map(({ set = '', missed = [], ...counts }) => ({ set, missed, ...counts }))
}
