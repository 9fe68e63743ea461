// A note's wording as template data: LiquidJS, with everything taken out that is not choosing, repeating and naming facts. What stands
// between braces must be a fact, so each sentence knows the facts it states; every line of a section is a sentence.
import type { Language } from '@guildhall/contracts/run'
import { Drop, Liquid, type Template } from 'liquidjs'
import type { NoteText, Sentence } from './composed.ts'
import type { FactRef } from './facts.ts'
import { formatFact } from './format.ts'
import { claimIn } from './lexicon.ts'
import type { Localized } from './localized.ts'

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
const limits = { parseLimit: 20_000, renderLimit: 1000, memoryLimit: 1_000_000 }
const maxSentenceChars = 2000

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
  const templates = engine.parse(text)
  parsed.set(text, templates)
  return templates
}

/** Throws where a wording names what is not there: its template was tested against other facts. A section without a line is left out. */
export function renderWording(
  sections: readonly WordingSection[],
  { context, language, facts }: { context: WordingContext; language: Language; facts: (id: string) => FactRef },
): NoteText {
  const scope = scopeOf(context, language)
  return {
    sections: sections.flatMap((section) => {
      const rendered: unknown = engine.renderSync(parseWording(section.text[language]), scope)
      const sentences = String(rendered)
        .split('\n')
        .map((line) => line.trim().slice(0, maxSentenceChars))
        .filter((line) => line !== '')
        .map((line) => sentenceOf(line, { language, facts }))
      return sentences.length === 0 ? [] : [{ id: section.id, title: section.title[language], sentences }]
    }),
  }
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
  if (text.includes(open) || text.includes(close)) return 'holds characters of the private-use area'
  try {
    const { globals } = engine.parseAndAnalyzeSync(text)
    const unknown = Object.keys(globals).find((name) => !names.includes(name))
    if (unknown !== undefined) return `names "${unknown}", which is not one of ${names.join(', ')}`
  } catch (error) {
    return `is not a wording: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`
  }
  const claim = claimIn(text.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ' '))
  return claim === null ? null : `states "${claim}", which no fact backs`
}
