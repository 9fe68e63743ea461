// Grades words: the same after width, case, punctuation and articles are taken off; a slip of spelling earns part of the credit, another word none.
import { distance } from 'fastest-levenshtein'
import type { Exercise } from './exercise.ts'
import type { Marked } from './numeric.ts'
import { plainText } from './plain.ts'

export function gradeWording(exercise: Exercise, raw: string): Marked {
  const normalized = bareText(raw)
  const wanted = [exercise.answer_key, ...(exercise.accepts ?? [])].map(bareText)
  if (wanted.includes(normalized)) return { share: 1, normalized, remark: null }
  return wanted.some((one) => isMisspelt(normalized, one))
    ? { share: 0.5, normalized, remark: 'spelling' }
    : { share: 0, normalized, remark: null }
}

/** The even text without its article. */
export function bareText(raw: string): string {
  return evenText(raw).replace(/^(?:an?|the) (?=\S)/, '')
}

/** Lower case, no punctuation but what stands within a number or a ratio, single spaces. */
export function evenText(raw: string): string {
  return plainText(raw.normalize('NFKC'))
    .text.toLowerCase()
    .replace(/(?<!\d)[.,:]|[.,:](?!\d)/g, ' ')
    .replace(/[!?;"'`()[\]{}<>_~]+/g, (mark) => (mark === "'" ? '' : ' '))
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s*([-+*/^=:])\s*/g, '$1')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** One slip in five letters, two in nine; a prefix such as "un" makes another word, and Chinese words are too short for slips. */
function isMisspelt(given: string, wanted: string): boolean {
  const length = Math.min(given.length, wanted.length)
  if (length < 5 || !/[a-z]/.test(wanted) || /\d/.test(wanted) || given.endsWith(wanted) || wanted.endsWith(given))
    return false
  return distance(given, wanted) <= (wanted.length >= 9 ? 2 : 1)
}
