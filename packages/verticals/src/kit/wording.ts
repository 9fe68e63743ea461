// A note's wording as template data: LiquidJS, with everything taken out that is not choosing, repeating and naming facts. What stands
// between braces must be a fact, so each sentence knows the facts it states; every line of a section is a sentence.

import { AppError } from '@guildhall/contracts/errors'
import type { Language } from '@guildhall/contracts/run'
import { Context, Drop, Liquid, type Template } from 'liquidjs'
import type { NoteText, Sentence } from './composed.ts'
import type { FactRef } from './facts.ts'
import { formatFact } from './format.ts'
import { claimIn } from './lexicon.ts'
import type { Localized } from './localized.ts'
import { strayCharacterIn } from './plain-text.ts'

export type WordingSection = { id: string; title: Localized; text: Localized }

/** A text of the template with `{value}` where its fact stands. */
export type Phrase = { text: Localized; value: FactRef | null }

/** What a wording can name: facts, phrases, lists of such, and nothing for what is not there. */
export type WordingValue = FactRef | Phrase | readonly WordingContext[] | null
export type WordingContext = { readonly [name: string]: WordingValue }

// Private-use characters, which neither inputs nor wordings may hold.
const [open, close] = ['\uE000', '\uE001']
const token = /\uE000(\w+)\uE001/g
const allowedTags = ['if', 'unless', 'for', 'case', 'assign', 'comment']
// Of a whole note in one language. A list has some fifty rows, so two loops one in another are what a page can need.
const limits = { parseLimit: 20_000, renderLimit: 1000, memoryLimit: 1_000_000 }
const maxLoopDepth = 2
const maxSentenceChars = 2000
const maxSentences = 1000
const maxNoteChars = 200_000

/** Compares as its value, reads as its token. */
class FactDrop extends Drop {
  readonly #ref: FactRef
  constructor(ref: FactRef) {
    super()
    this.#ref = ref
  }
  override valueOf() {
    const { value, unit } = this.#ref.fact
    return unit === 'currency' && typeof value === 'string' ? Number(value) : value
  }
  token(): string {
    return `${open}${this.#ref.id}${close}`
  }
}

class PhraseDrop extends Drop {
  readonly #text: string
  constructor(text: string) {
    super()
    this.#text = text
  }
  token(): string {
    return this.#text
  }
}

const engine = newEngine()

function newEngine(): Liquid {
  const liquid = new Liquid({
    ...limits,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    jsTruthy: false,
    outputEscape: (value: unknown) => {
      if (value instanceof FactDrop || value instanceof PhraseDrop) return value.token()
      throw new Error('only a fact may stand between braces')
    },
  })
  for (const tag of Object.keys(liquid.tags)) if (!allowedTags.includes(tag)) delete liquid.tags[tag]
  for (const filter of Object.keys(liquid.filters)) if (filter !== 'escape') delete liquid.filters[filter]
  return liquid
}

const parsed = new Map<string, Template[]>()
const maxParsed = 2000

function parseWording(text: string): Template[] {
  const known = parsed.get(text)
  if (known) return known
  if (parsed.size >= maxParsed) parsed.clear()
  const fault = loopFault(text)
  if (fault !== null) throw new Error(fault)
  const templates = engine.parse(text)
  parsed.set(text, templates)
  return templates
}

/** Loops multiply: three of fifty rows each are a hundred thousand lines. A range is only good for more. */
function loopFault(text: string): string | null {
  let depth = 0
  for (const [, tag] of text.matchAll(/\{%-?\s*(for|endfor)\b/g)) {
    depth += tag === 'for' ? 1 : -1
    if (depth > maxLoopDepth) return `has loops more than ${maxLoopDepth} deep`
  }
  return /\{[{%][^%}]*\.\.[^%}]*[}%]\}/.test(text) ? 'has a range; go through a list of facts' : null
}

type Rendering = { context: WordingContext; language: Language; facts: (id: string) => FactRef }

/**
 * A section without a line is left out. Throws wording_failing where a wording names what is not there (it was tried against other facts), or
 * does or says more than a note may: all its sections share one allowance.
 */
export function renderWording(sections: readonly WordingSection[], { context, language, facts }: Rendering): NoteText {
  const scope = scopeOf(context, language)
  const allowance = new Context({}, engine.options, { sync: true }, { liquid: engine })
  let room = { chars: maxNoteChars, sentences: maxSentences }
  return {
    sections: sections.flatMap((section) => {
      const lines = linesOf(section, { language, context: allowance.spawn(scope) })
      room = {
        chars: room.chars - lines.reduce((sum, line) => sum + line.length, 0),
        sentences: room.sentences - lines.length,
      }
      if (room.chars < 0 || room.sentences < 0)
        throw failing(section, `a note holds at most ${maxNoteChars} characters and ${maxSentences} lines`)
      const sentences = lines.map((line) => sentenceOf(line, { language, facts }))
      return sentences.length === 0 ? [] : [{ id: section.id, title: section.title[language], sentences }]
    }),
  }
}

function linesOf(section: WordingSection, { language, context }: { language: Language; context: Context }): string[] {
  try {
    const rendered: unknown = engine.renderSync(parseWording(section.text[language]), context)
    return String(rendered)
      .split('\n')
      .map((line) => line.trim().slice(0, maxSentenceChars))
      .filter((line) => line !== '')
  } catch (error) {
    throw failing(section, error instanceof Error ? error.message.slice(0, 200) : 'unreadable', error)
  }
}

function failing({ id }: WordingSection, why: string, cause?: unknown): AppError {
  return new AppError('wording_failing', {
    public: `The wording of the section ${id} fails: ${why}. Mend it in the template`,
    cause,
  })
}

function sentenceOf(
  line: string,
  { language, facts }: { language: Language; facts: (id: string) => FactRef },
): Sentence {
  const used: string[] = []
  const text = line.replace(token, (_, id: string) => {
    used.push(id)
    return formatFact(facts(id).fact, language)
  })
  return { text, facts: used }
}

function scopeOf(context: WordingContext, language: Language): Record<string, unknown> {
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [name, scopeValue(value, language)]))
}

function scopeValue(value: WordingValue, language: Language): unknown {
  if (value === null) return null
  if ('fact' in value) return new FactDrop(value)
  if ('text' in value) return new PhraseDrop(phraseText(value, language))
  return value.map((one) => scopeOf(one, language))
}

/** Types: an interface with `text` and `value` is told from a list by its `text`. */
function phraseText({ text, value }: Phrase, language: Language): string {
  return text[language].replaceAll('{value}', () => (value ? `${open}${value.id}${close}` : ''))
}

/** Why a text cannot serve as a wording over these names; null when it can. `names` are the top-level names of the context. */
export function faultOfWording(text: string, names: readonly string[]): string | null {
  const stray = strayCharacterIn(text)
  if (stray !== null) return `holds the character ${stray}, which nobody sees`
  try {
    parseWording(text)
    const { globals } = engine.parseAndAnalyzeSync(text)
    const unknown = Object.keys(globals).find((name) => !names.includes(name))
    if (unknown !== undefined) return `names "${unknown}", which is not one of ${names.join(', ')}`
  } catch (error) {
    return `is not a wording: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`
  }
  const claim = claimIn(text.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ' '))
  return claim === null ? null : `states "${claim}", which no fact backs`
}
