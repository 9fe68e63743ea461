// The verifier: finds every fact a sentence names in the sentence, in order and as it reads in that language. What is left may hold no figure,
// no direction word and no negation; a direction word is worked out again from the figures it is about.
import type { Language } from '@guildhall/contracts/run'
import type { Composed, NoteText, Sentence } from './composed.ts'
import type { Fact, Facts } from './facts.ts'
import { formatFact } from './format.ts'
import { claimIn } from './lexicon.ts'
import { isTrueRelation } from './relation.ts'

/** `sentence` is its index in the section, -1 for the title. */
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

/** Refuses a changed figure, sign, currency, percent, unit, name, direction or negation, a claim without a fact, an unknown fact, and languages that differ. */
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
      const stray = claimIn(section.title)
      if (stray !== null)
        problems.push({ language, section: section.id, sentence: -1, message: `the title states "${stray}"` })
      for (const [at, sentence] of section.sentences.entries()) {
        sentences++
        claims += sentence.facts.length
        const place = { language, section: section.id, sentence: at }
        for (const message of checkSentence(sentence, { facts: composed.facts, language }))
          problems.push({ ...place, message })
      }
    }
  }
  problems.push(...checkParity(composed, languages), ...checkRelations(composed.facts))
  const failed = problems.length
  return { status: failed === 0 ? 'passed' : 'failed', sentences, claims, failed, mode: 'deterministic', problems }
}

/** Facts are looked for in the order in which the sentence lists them, so two exchanged figures are refused as well. */
function checkSentence({ text, facts: ids }: Sentence, at: { facts: Facts; language: Language }): string[] {
  const messages: string[] = []
  let rest = ''
  let from = 0
  for (const id of ids) {
    const fact = at.facts[id]
    if (!fact) {
      messages.push(`names the fact ${id}, which does not exist`)
      continue
    }
    const rendering = formatFact(fact, at.language)
    const start = findWhole({ text, rendering, from, isFigure: isFigure(fact) })
    if (start === null) messages.push(`does not state "${rendering}" as its fact has it, in its place`)
    else {
      rest += `${text.slice(from, start)} `
      from = start + rendering.length
    }
  }
  const stray = claimIn(rest + text.slice(from))
  if (stray !== null) messages.push(`states "${stray}", which is no fact of this sentence`)
  return messages
}

function checkRelations(facts: Facts): VerificationProblem[] {
  const all = Object.values(facts)
  const byPath = new Map(all.map((fact) => [fact.path, fact]))
  return all
    .filter((fact) => !isTrueRelation(fact, byPath))
    .map(({ path, value }) => ({
      language: 'en',
      section: '',
      sentence: 0,
      message: `the fact ${path} says "${value}", which its figures do not`,
    }))
}

function isFigure(fact: Fact): boolean {
  return fact.value !== null && fact.label === undefined && fact.unit !== 'text' && fact.unit !== 'date'
}

// What may not stand right before a figure, or right after it.
const beforeFigure = /[\p{N}\p{Sc}.,%％+±~≈<>≤≥−-]\s?$/u
const moreDigits = /^(?:\p{N}|[.,]\p{N}|\s*[%％‰])/u
const unitOrScale =
  /^\s*(?:[%％‰]|(?:[kmb]|bn|mn|points?|days?|weeks?|months?|years?|times|bps|basis)\b|[万亿千百十兆成倍年天周分点]|个月)/iu
const wordEdge = /[A-Za-z\p{N}]/u
const han = /\p{Script=Han}/u

/** Where the rendering stands on its own at or after `from`; null when it does not. */
function findWhole(options: { text: string; rendering: string; from: number; isFigure: boolean }): number | null {
  const { text, rendering, isFigure: figureOnly } = options
  for (let at = text.indexOf(rendering, options.from); at >= 0; at = text.indexOf(rendering, at + 1)) {
    const before = text.slice(options.from, at)
    const after = text.slice(at + rendering.length)
    const isInsideWord =
      (wordEdge.test(rendering.slice(0, 1)) && wordEdge.test(before.slice(-1))) ||
      (wordEdge.test(rendering.slice(-1)) && wordEdge.test(after.slice(0, 1)))
    // One Han character is a part of many words: it must stand by itself.
    const isInsideHan =
      rendering.length === 1 && han.test(rendering) && (han.test(before.slice(-1)) || han.test(after.slice(0, 1)))
    // A reference or a date may begin or end with digits too; only what is a figure has a unit or a scale behind it.
    const isInsideFigure =
      ((figureOnly || /^\p{N}/u.test(rendering)) && isSigned(before)) ||
      (/\p{N}$/u.test(rendering) && moreDigits.test(after)) ||
      (figureOnly && unitOrScale.test(after))
    if (!isInsideWord && !isInsideHan && !isInsideFigure) return at
  }
  return null
}

/** A comma or full stop with a blank after it ends a clause; every other mark touches the figure. */
function isSigned(before: string): boolean {
  return beforeFigure.test(before) && !/[.,]\s$/.test(before)
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
