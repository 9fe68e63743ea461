// A teacher's lock on the hints of a class: a record that every run of the class reads, so that it holds from the next hint on.
import type { TenantRecord } from '../../kit/vertical.ts'
import type { ClassRecord } from './class-collections.ts'
import type { TutorContent } from './content.ts'
import { bottomOuts, maxLevel } from './input.ts'

export type HintLock = NonNullable<ClassRecord['hint_lock']>

/** Guarantee: a record was parsed by the schema of `classes` before it was stored. */
export function lockOf(records: readonly TenantRecord[]): HintLock | null {
  const [record] = records
  return (record?.body as ClassRecord | undefined)?.hint_lock ?? null
}

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
