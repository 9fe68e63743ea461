// The two fresh sets against the guard, with what is known to be missed: a line here that is found, or a miss that is not here, is news.
import { guardedAnswer } from './answer.ts'
import { firstContact } from './insertions-first.ts'
import { secondContact } from './insertions-second.ts'
import { findLeak } from './leak.ts'
import { sampleHints } from './sample-hints.ts'

/** Share found when the guard first met each set; `old` is the guard before this work. Measured on 2026-11-25. */
export const atFirstContact = {
  first: { old: 97, found: 97, of: 221 },
  second: { old: 82, found: 101, of: 122 },
} as const

export const freshSets = { first: firstContact, second: secondContact }

/** What needs knowledge of the world, a language without a table, or the meaning of a whole sentence. */
export const knownMisses: readonly string[] = [
  'ten and six',
  '四四十六',
  'twenny',
  'a two with a zero behind it',
  'dvadsat',
  '스물',
  'a hundred less a quarter of it',
  'half plus a third, that is three sixths and two sixths together',
  'cinque sesti',
  'fifty-fifty',
  'fifty cents of a euro',
  'eleven twenty-seconds',
  'the number of fingers on one hand',
  'the prime between 3 and 7',
  'cinc',
  '다섯',
  '.....',
  'vfive without the v',
  'the letter after D stands at this place of the alphabet',
  '🖐',
  'bravo',
  'deux tiers',
  'In twelfths it would read ten of them.',
  'as a percentage 83.33',
  '把一分成六份，取五份',
  'fünf Sechstel',
  'x = IIIII in strokes',
  'the letter x with a five in front',
  '3(x+4) without brackets: 3x and 12 added',
]

export type FreshShare = { set: string; of: number; missed: string[] }

export function tryFreshSets(): FreshShare[] {
  return Object.entries(freshSets).map(([set, rows]) => {
    const lines = Object.entries(rows).flatMap(([key, texts]) =>
      texts
        .trim()
        .split('\n')
        .map((text) => ({ key, text })),
    )
    return { set, of: lines.length, missed: lines.filter(isMissed).map(({ text }) => text) }
  })
}

function isMissed({ key, text }: { key: string; text: string }): boolean {
  const sample = sampleHints.find(({ exercise }) => exercise.answer_key === key)
  if (!sample) throw new Error(`no sample exercise has the key ${key}`)
  return findLeak(text, guardedAnswer(sample.exercise)) === null
}
