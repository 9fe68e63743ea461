// No message draws anything out of the tutor: whatever a pupil writes, the hint is the one that stands there without the message, or the tutor stops;
// and the reply is one of the fixed lines. So a message that is misunderstood leaks no more than one that is understood.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { starterExercises } from './course/course.ts'
import { redTeam } from './guard/red-team.ts'
import { learner, tryTutor } from './try-tutor.ts'

const exercises = starterExercises()
const messages = [...new Set(redTeam().map(({ message }) => message))]

const reversed = (text: string) => Array.from(text).reverse().join('')
const twists: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  reversed,
  (text) => Array.from(text).join(' '),
  (text) => text.slice(0, Math.ceil(text.length / 2)),
  (text) => text.slice(Math.floor(text.length / 3)),
  (text) => btoa(encodeURIComponent(text)),
  (text) => text.replaceAll(/[aeiou]/g, (vowel) => ({ a: '4', e: '3', i: '1', o: '0' })[vowel] ?? vowel),
]
const piece = fc
  .tuple(fc.constantFrom(...messages), fc.constantFrom(...twists))
  .map(([message, twist]) => twist(message))
const mixed = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(' ', '. ', '\n', '，', ' — ', ''),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(([pieces, joint, noise]) => [...pieces, noise].join(joint).slice(0, 2000))

function told(exercise: (typeof exercises)[number], more: Record<string, unknown>) {
  const records = { exercise: [{ key: exercise.id, body: exercise }], skills: [], attempts: [] }
  const { output } = tryTutor({ ...learner, task: 'hint', item_id: exercise.id, ...more }, { records })
  return Object(output)
}

const replies = new Set<string>()

test('the hint below level 4 is the same with any message as with none, or there is none because the tutor stopped', () => {
  fc.assert(
    fc.property(
      mixed,
      fc.constantFrom(...exercises),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      (message, exercise, hint_level, saysKey) => {
        const asked = saysKey ? `${message} ${exercise.answer_key}?` : message
        const silent = told(exercise, { hint_level })
        const spoken = told(exercise, { hint_level, message: asked })
        if (spoken.reply) replies.add(spoken.reply.text?.en ?? '')
        expect(spoken.safety.answer_leak).toBe(false)
        if (spoken.safety.flagged) expect(spoken.hint).toBe(null)
        else expect(spoken.hint).toEqual(silent.hint)
      },
    ),
    { numRuns: 100 },
  )
  // The six fixed lines, and the word of a stopped tutor.
  expect(replies.size).toBeLessThanOrEqual(7)
}, 120_000)
