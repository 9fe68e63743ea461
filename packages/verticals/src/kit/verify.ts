// The verifier: takes every fact a sentence names out of the sentence, as it reads in that language. What is left may hold no figure.
import type { Language } from '@guildhall/contracts/run'
import type { Composed, NoteText, Sentence } from './composed.ts'
import type { Facts } from './facts.ts'
import { formatFact } from './format.ts'

type VerificationProblem = { language: Language; section: string; sentence: number; message: string }
export type Verification = {
  status: 'passed' | 'failed'
  sentences: number
  /** Facts stated, summed over the sentences. */
  claims: number
  failed: number
  mode: 'deterministic'
  problems: VerificationProblem[]
}

/** Refuses a changed figure, sign, currency, percent or unit, a figure without a fact, an unknown fact, and languages that differ. */
export function verifyNote(composed: Composed, languages: readonly Language[]): Verification {
  const problems: VerificationProblem[] = []
  let sentences = 0
  let claims = 0
  for (const language of languages) {
    const note = composed.text[language]
    if (!note) {
      problems.push({ language, section: '', sentence: 0, message: 'the text is missing in this language' })
      continue
    }
    for (const section of note.sections) {
      for (const [at, sentence] of section.sentences.entries()) {
        sentences++
        claims += sentence.facts.length
        const place = { language, section: section.id, sentence: at }
        for (const message of checkSentence(sentence, { facts: composed.facts, language }))
          problems.push({ ...place, message })
      }
    }
  }
  problems.push(...checkParity(composed, languages))
  const failed = problems.length
  return { status: failed === 0 ? 'passed' : 'failed', sentences, claims, failed, mode: 'deterministic', problems }
}

// Digits of any script, Chinese numerals in the company of a figure's words, and signs that only stand beside figures.
const figure = /\p{Nd}|[%％‰]|百分之|[〇零一二两三四五六七八九十百千万亿]+(?=[成倍年月分元])/u
// "One" is left out: it is a pronoun as often as a figure.
const figureWord =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|percent|half|twice|double|triple)\b/i
const currencyCode = /\b[A-Z]{3}\b/
// Codes that are words of the trade, not currencies.
const tradeWords = /\b(?:DTI|LTV|APR|AML|KYC)\b/g

function checkSentence({ text, facts: ids }: Sentence, at: { facts: Facts; language: Language }): string[] {
  const messages: string[] = []
  const renderings: string[] = []
  for (const id of ids) {
    const fact = at.facts[id]
    if (fact) renderings.push(formatFact(fact, at.language))
    else messages.push(`names the fact ${id}, which does not exist`)
  }
  let rest = text
  // The longest first: "560" must not be taken out of "1,560".
  for (const rendering of renderings.sort((a, b) => b.length - a.length)) {
    const cut = takeOut(rest, rendering)
    if (cut === null) messages.push(`does not state "${rendering}" as its fact has it`)
    else rest = cut
  }
  const bare = rest.replace(tradeWords, '')
  const stray = figure.exec(bare) ?? figureWord.exec(bare) ?? currencyCode.exec(bare)
  if (stray) messages.push(`states "${stray[0]}", which is no fact of this sentence`)
  return messages
}

/** The text without this rendering; null when it does not stand there on its own, free of further digits, signs and separators. */
function takeOut(text: string, rendering: string): string | null {
  const edge = /[\p{Nd}.,%％−-]/u
  let found = false
  let rest = text
  for (let from = rest.indexOf(rendering); from >= 0; from = rest.indexOf(rendering, from)) {
    const before = rest[from - 1] ?? ' '
    const after = rest.slice(from + rendering.length, from + rendering.length + 2)
    const isNumber = /\p{Nd}/u.test(rendering)
    const isInside = isNumber && (edge.test(before) || /^(?:\p{Nd}|[.,]\p{Nd}|[%％])/u.test(after))
    if (isInside) {
      from += 1
      continue
    }
    found = true
    rest = `${rest.slice(0, from)} ${rest.slice(from + rendering.length)}`
  }
  return found ? rest : null
}

function checkParity(composed: Composed, languages: readonly Language[]): VerificationProblem[] {
  const [first, ...others] = languages
  const shape = first && composed.text[first]
  if (!shape) return []
  return others.flatMap((language) => {
    const note = composed.text[language]
    const place = { language, section: '', sentence: 0 }
    if (!note) return []
    return sameClaims(shape, note) ? [] : [{ ...place, message: `states other facts than the ${first} text` }]
  })
}

function sameClaims(a: NoteText, b: NoteText): boolean {
  const claims = (note: NoteText) =>
    JSON.stringify(note.sections.map((one) => [one.id, one.sentences.map((sentence) => [...sentence.facts].sort())]))
  return claims(a) === claims(b)
}
