// Whether a reference names a person. Pseudonyms pass (`L-0193`, `kid_7f3a`, a UUID); names, addresses and numbers of persons do not.
import { plainText } from '../grading/plain.ts'
import { givenNames, surnamesZh } from './names.ts'

/** What is wrong with the reference, in words for the caller; null for a pseudonym. Never repeats the reference: it may be a name. */
export function nameFault(ref: string): string | null {
  const text = plainText(ref).text.trim()
  if (text === '') return 'is empty'
  if (/^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/i.test(text)) return null
  if (/@|\bat\b.*\bdot\b/i.test(text)) return 'reads like an e-mail address'
  const digits = text.replace(/[\s().-]/g, '')
  if (/^\d{17}[\dx]$/i.test(digits) && /^\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])/.test(digits))
    return 'reads like an identity number'
  if (isPhone(text, digits)) return 'reads like a telephone number'
  if (
    /(?<!\d)(?:19|20)\d{2}[-/.](?:0?\d|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)|(?<!\d)(?:[0-2]?\d|3[01])[-/.](?:0?\d|1[0-2])[-/.](?:19|20)\d{2}(?!\d)/.test(
      text,
    )
  )
    return 'reads like a date of birth'
  return isName(text) ? 'reads like the name of a person' : null
}

function isPhone(text: string, digits: string): boolean {
  if (/^\+\d{8,15}$/.test(digits) || /^1[3-9]\d{9}$/.test(digits) || /^00\d{8,14}$/.test(digits)) return true
  if (/^\(\d{2,4}\)\s*[\d\s-]{6,}$/.test(text)) return true
  return /^\d{2,4}(?:[\s.-]\d{2,4}){2,4}$/.test(text) && digits.length >= 9 && digits.length <= 13
}

/** Words that stand in made-up references and in no name. */
const words =
  'learner|student|pupil|kid|child|user|usr|anon|anonymous|ref|id|uid|sid|lid|class|group|grade|year|form|room|set|section|school|team|test|demo|sample|cohort|seat|row|member|person|account|acct|key|num|no|nr|lrn|stu|std|pup|hash|sha|tmp|x+|alpha|beta|gamma|delta|red|blue|green|yellow|orange|violet|otter|fox|owl|bear|wolf|tiger|lion|eagle|panda|koala|star|moon|sun'
const isWord = new RegExp(`^(?:${words})s?$`, 'i')
const wordsZh = /学生|学员|同学|班|年级|学号|号|组|用户|匿名|测试|座位/

function isName(text: string): boolean {
  if (/\b(?:mr|mrs|ms|miss|dr|prof)\b\.?\s*\p{L}/iu.test(text)) return true
  if (/\p{Script=Han}/u.test(text)) return isChineseName(text)
  const runs = (text.match(/\p{L}+/gu) ?? []).flatMap((run) =>
    /^[\p{Lu}]+$/u.test(run) ? [run] : run.split(/(?<=\p{Ll})(?=\p{Lu})/u),
  )
  const unknown = runs.filter((run) => run.length >= 3 && !isWord.test(run))
  if (unknown.some((run) => givenNames.has(run.toLowerCase()))) return true
  if (/\d/.test(text)) return isSpelledOut(unknown)
  // Without any digit, letters longer than an initial are taken for a name.
  return unknown.length > 0 || (runs.length > 1 && runs.every((run) => run.length >= 2 && !isWord.test(run)))
}

/** Two capitalised words beside a number, such as `Mira-Holm-07`: codes are seldom written so. Hex is no word. */
function isSpelledOut(unknown: readonly string[]): boolean {
  return (
    unknown.filter((run) => /^\p{Lu}\p{Ll}{2,}$/u.test(run) && /[aeiouy]/i.test(run) && !/^[a-f]+$/i.test(run))
      .length >= 2
  )
}

function isChineseName(text: string): boolean {
  if (wordsZh.test(text)) return false
  const han = (text.match(/\p{Script=Han}/gu) ?? []).join('')
  return (han.length >= 2 && han.length <= 4 && surnamesZh.has(han.charAt(0))) || !/\d/.test(text)
}
