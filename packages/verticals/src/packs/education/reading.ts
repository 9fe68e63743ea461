// How hard a text reads, as a school grade. English: the Flesch–Kincaid grade. Chinese has no such standard: ours is stated below and is a
// measure to compare our own phrases by, not a norm.
import type { Language } from '@guildhall/contracts/run'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { commonCharacters } from './common-characters.ts'

const lowest = 0
const highest = 14

/** School grade, one decimal, from 0 to 14; 0 for a text without words. */
export function readingGrade(text: string, language: Language): number {
  const grade = language === 'en' ? gradeOfEnglish(text) : gradeOfChinese(text)
  return Math.round(Math.min(Math.max(grade, lowest), highest) * 10) / 10
}

function gradeOfEnglish(text: string): number {
  const words = text.match(/[A-Za-z’']+/g) ?? []
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({ sentence: sentencesOf(text), word: words.length, syllable: syllables })
}

/**
 * Grade = characters per clause / 4 + 10 · share of characters outside the two hundred most frequent. Eight common characters a clause give
 * grade 2, twelve with a fifth of rarer ones grade 5.
 */
function gradeOfChinese(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu) ?? []
  if (characters.length === 0) return 0
  const clauses = Math.max(1, (text.match(/[^，。！？；：、,.!?;:\s]+/g) ?? []).length)
  const rare = characters.filter((one) => !commonCharacters.has(one)).length
  return characters.length / clauses / 4 + (10 * rare) / characters.length
}

const sentencesOf = (text: string) =>
  Math.max(1, (text.match(/[^.!?]+[.!?]*/g) ?? []).filter((one) => /\w/.test(one)).length)
