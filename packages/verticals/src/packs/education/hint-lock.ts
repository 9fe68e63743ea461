// A teacher's lock on the hints of a class: a record that every run about a learner of the class reads, whoever asks, so that it holds from
// the next hint on.
import type { TenantRecord } from '../../kit/vertical.ts'
import type { ClassRecord } from './class-collections.ts'
import type { TutorContent } from './content.ts'
import { bottomOuts, maxLevel } from './input.ts'

export type HintLock = NonNullable<ClassRecord['hint_lock']>

/** Of several classes the strictest, rule by rule; null where none is locked. */
export function lockOf(records: readonly TenantRecord[]): HintLock | null {
  const locks = records.map(lockIn).filter((one) => one !== null)
  if (locks.length === 0) return null
  const levels = locks.flatMap((one) => one.max_hint_level ?? [])
  return {
    max_hint_level: levels.length > 0 ? Math.min(...levels) : null,
    bottom_out: bottomOuts.find((rule) => locks.some((one) => one.bottom_out === rule)) ?? null,
  }
}

/** Guarantee: a record was parsed by the schema of `classes` before it was stored. */
const lockIn = (record: TenantRecord): HintLock | null => (record.body as ClassRecord).hint_lock ?? null

/** The template's content under the lock: the stricter of the two, rule by rule. */
export function lockedBy(content: TutorContent, lock: HintLock | null): TutorContent {
  if (!lock) return content
  const rules = [content.bottom_out, lock.bottom_out ?? content.bottom_out]
  return {
    ...content,
    max_hint_level: Math.min(content.max_hint_level, lock.max_hint_level ?? maxLevel),
    bottom_out: bottomOuts.find((one) => rules.includes(one)) ?? content.bottom_out,
  }
}
