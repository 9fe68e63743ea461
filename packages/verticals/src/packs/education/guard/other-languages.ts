// The answer in the number words of thirty-odd languages, made from the answer and looked for: no list of words of ours. What is short, or a word of
// English too, counts only where it stands alone or is announced.
import type Fraction from 'fraction.js'
import { toCardinal as arabic } from 'n2words/ar-SA'
import { toCardinal as bengali } from 'n2words/bn-BD'
import { toCardinal as czech } from 'n2words/cs-CZ'
import { toCardinal as danish } from 'n2words/da-DK'
import { toCardinal as german } from 'n2words/de-DE'
import { toCardinal as greek } from 'n2words/el-GR'
import { toCardinal as spanish } from 'n2words/es-ES'
import { toCardinal as persian } from 'n2words/fa-IR'
import { toCardinal as finnish } from 'n2words/fi-FI'
import { toCardinal as filipino } from 'n2words/fil-PH'
import { toCardinal as french } from 'n2words/fr-FR'
import { toCardinal as hebrew } from 'n2words/he-IL'
import { toCardinal as hindi } from 'n2words/hi-IN'
import { toCardinal as croatian } from 'n2words/hr-HR'
import { toCardinal as hungarian } from 'n2words/hu-HU'
import { toCardinal as indonesian } from 'n2words/id-ID'
import { toCardinal as italian } from 'n2words/it-IT'
import { toCardinal as korean } from 'n2words/ko-KR'
import { toCardinal as lithuanian } from 'n2words/lt-LT'
import { toCardinal as norwegian } from 'n2words/nb-NO'
import { toCardinal as dutch } from 'n2words/nl-NL'
import { toCardinal as polish } from 'n2words/pl-PL'
import { toCardinal as portuguese } from 'n2words/pt-PT'
import { toCardinal as romanian } from 'n2words/ro-RO'
import { toCardinal as russian } from 'n2words/ru-RU'
import { toCardinal as swedish } from 'n2words/sv-SE'
import { toCardinal as swahili } from 'n2words/sw-KE'
import { toCardinal as tamil } from 'n2words/ta-IN'
import { toCardinal as thai } from 'n2words/th-TH'
import { toCardinal as turkish } from 'n2words/tr-TR'
import { toCardinal as ukrainian } from 'n2words/uk-UA'
import { toCardinal as vietnamese } from 'n2words/vi-VN'
import { plainText } from '../grading/plain.ts'

const languages = [
  arabic,
  bengali,
  croatian,
  czech,
  danish,
  dutch,
  filipino,
  finnish,
  french,
  german,
  greek,
  hebrew,
  hindi,
  hungarian,
  indonesian,
  italian,
  korean,
  lithuanian,
  norwegian,
  persian,
  polish,
  portuguese,
  romanian,
  russian,
  spanish,
  swahili,
  swedish,
  tamil,
  thai,
  turkish,
  ukrainian,
  vietnamese,
]

const largest = 1_000_000n
/** Longer words are no accident in a hint. */
const minLoose = 5
/** Of that length, and words of English or names all the same. */
const english = new Set(['seven', 'eight', 'three', 'million', 'minus', 'elva', 'fire'])

/** `isLoose`: counts wherever it stands. */
export type ForeignForm = { form: string; isLoose: boolean }

/** Of whole numbers up to a million; in plain characters, as texts are compared. */
export function foreignForms(values: readonly Fraction[]): ForeignForm[] {
  const forms = new Set<string>()
  for (const value of values) {
    if (value.d !== 1n || value.n > largest) continue
    for (const toCardinal of languages) {
      const own = bare(toCardinal(Number(value.n)))
      if (value.s >= 0n) forms.add(own)
      else for (const minus of ['-', 'minus ']) forms.add(minus + own)
      if (value.s < 0n) forms.add(bare(toCardinal(Number(value.s * value.n))))
    }
  }
  return [...forms].map((form) => ({ form, isLoose: isLoose(form) }))
}

const bare = (words: string) => plainText(words).text.toLowerCase().replace(/\s+/g, ' ').trim()

function isLoose(form: string): boolean {
  if (/[a-z]/.test(form)) return form.length >= minLoose && !english.has(form)
  // One syllable of Korean or Thai is a part of very many words.
  return Array.from(form).length > 2
}

/** The place of the first form in a plain, lower-case text; `isAlone` says whether what stands there is all that is said. */
export function findForeign(
  text: string,
  forms: readonly ForeignForm[],
  isAlone: (at: number, end: number) => boolean,
): number | null {
  if (!/[^\x20-\x7e]|[a-z]{2}/.test(text)) return null
  for (const { form, isLoose: counts } of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const end = at + form.length
      if (!isWhole(text, at, end)) continue
      if (counts || isAlone(at, end)) return at
    }
  }
  return null
}

/** Not within a longer word of letters that are put between blanks. */
const isWhole = (text: string, at: number, end: number) =>
  !isLetter(text.charAt(at - 1), text.charAt(at)) && !isLetter(text.charAt(end), text.charAt(end - 1))

/** Thai, Han and the like put no blanks between words. */
const isLetter = (char: string, beside: string) =>
  /[\p{L}\p{M}]/u.test(char) && !/[\p{Script=Thai}\p{Script=Han}\p{Script=Hangul}]/u.test(beside)
