// A family draws exercises of a kind from a seed. It may draw anything: what would be ambiguous, trivial or give itself away is thrown back here.
import type { Localized } from '../../../kit/localized.ts'
import { type Answer, answerText, isLinear, sameAnswer } from './answer.ts'
import { formsOf, statesAny } from './figures.ts'
import type { MisconceptionId } from './misconceptions.ts'
import { openRandom, type Random } from './random.ts'

/** Levels 0 reflect, 1 strategy, 2 point to the place. They state no figure at all. */
export type Hints = readonly [Localized, Localized, Localized]

export type Draft = {
  stem: Localized
  answer: Answer
  hints: Hints
  wrong: readonly Wrong[]
  /** The whole solution; the last line states the answer. */
  lines: readonly Localized[]
  /** An independent computation back from the answer to what the stem gives. */
  check: { line: Localized; holds: boolean }
  choices?: readonly Choice[]
  unit?: string
}
/** What a pupil with this misconception answers; `as` is the way there, for the teacher, and has the same value. */
export type Wrong = { id: MisconceptionId; answer: Answer; as?: string }
export type Choice = { id: string; text: Localized }

export type Family = {
  id: string
  skill: string
  type: 'numeric' | 'expression' | 'choice'
  /** In logits: 0 is what half of the pupils who meet the skill for the first time can do. */
  difficulty: number
  readingGrade: number
  /** Exercises of it in the starter course. */
  starters: number
  isDecimal?: boolean
  /** The stem shows the answer's value in another form, as when a fraction is to be reduced. */
  restatesAnswer?: boolean
  /** `turn` is the seed, to tell stories in turn. Null where the figures do not make an exercise: then others are drawn. */
  draft: (random: Random, turn: number) => Draft | null
}

export const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })
/** The same for both languages: figures and signs. */
export const same = (text: string): Localized => both(text, text)
/** One of a list, in turn: neighbouring seeds tell different stories. */
export const inTurn = <T>(from: readonly [T, ...T[]], turn: number): T => from[turn % from.length] ?? from[0]

const maxDraws = 500
// Too easily guessed, or said by chance in any sentence.
const trivial = ['0', '1', '2', '10', '100', '1000']

/** The exercise of a family and seed. Throws when a family hardly ever draws a sound one, which is a slip of its author. */
export function draftOf(family: Family, seed: number): Draft {
  for (let draw = 0; draw < maxDraws; draw++) {
    const draft = family.draft(openRandom(`${family.id}/${seed}/${draw}`), seed)
    if (draft && isSound(family, draft)) return draft
  }
  throw new Error(`family ${family.id} drew nothing sound from seed ${seed}`)
}

function isSound(family: Family, draft: Draft): boolean {
  const { answer, wrong, stem, check } = draft
  if (!check.holds) throw new Error(`family ${family.id} is wrong about its own answer ${answerText(answer)}`)
  if (typeof answer === 'object' && !isLinear(answer) && trivial.includes(answer.abs().toFraction())) return false
  if (family.type !== 'choice' && !family.restatesAnswer && statesAny(stem.en, formsOf(answer))) return false
  const all = [answer, ...wrong.map((one) => one.answer)]
  const areApart = all.every((one, at) => all.slice(at + 1).every((other) => !sameAnswer(one, other)))
  const texts = (draft.choices ?? []).map((choice) => choice.text.en)
  return areApart && new Set(texts).size === texts.length
}
