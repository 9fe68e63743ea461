// What a pupil writes: screened first, then answered by its intent. The reply neither confirms nor denies; distress goes to the teacher.
import type { Localized } from '../../kit/localized.ts'
import type { Exercise } from './grading/exercise.ts'
import { readMessage, replyTo } from './guard/message.ts'
import { screenText } from './safety/screen.ts'
import { localize, type Watch } from './watch.ts'

export type Heard = { intent: string; kinds: string[]; isStopping: boolean; reply: Localized | null }

/** Null where nothing was written. Without an exercise only the screen reads it. */
export function heard(given: { message: string | null; exercise: Exercise | null; watch: Watch }): Heard | null {
  const { message, exercise, watch } = given
  if (message === null || message.trim() === '') return null
  const { flagged, kinds } = screenText(message)
  const { intent } = exercise ? readMessage(message, exercise) : { intent: 'help' as const }
  if (flagged || intent === 'distress')
    return { intent, kinds: kinds.length > 0 ? [...kinds] : ['distress'], isStopping: true, reply: null }
  watch.note({ name: 'message_screen', outcome: 'passed', detail: null })
  if (!exercise) return { intent, kinds: [], isStopping: false, reply: null }
  const line = replyTo(intent)
  const reply = localize((language) => watch.firstSafe('reply', [line[language]]))
  return { intent, kinds: [], isStopping: false, reply }
}
