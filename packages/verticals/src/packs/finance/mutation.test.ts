// The verifier's own test: true notes of all golden cases, each changed in one place. A change of what a note claims must be refused.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { additiveCard, modelCardSchema } from '@guildhall/contracts/model-card'
import type { Language } from '@guildhall/contracts/run'
import { beforeAll, expect, test } from 'vitest'
import type { Composed, Sentence } from '../../kit/composed.ts'
import type { Fact } from '../../kit/facts.ts'
import { formatFact } from '../../kit/format.ts'
import { languages } from '../../kit/localized.ts'
import { verifyNote } from '../../kit/verify.ts'
import { arrangeInput, completed } from './arrange.ts'
import { composeRiskNote } from './compose.ts'
import { riskNoteContent } from './content.ts'
import { examples } from './example.ts'
import { riskFeatures } from './features.ts'
import { goldens } from './goldens.ts'
import { riskNoteInput } from './input.ts'
import { recourseProbes } from './recourse.ts'
import { starters } from './starters.ts'

const card = additiveCard(
  modelCardSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'builtin/card.json'), 'utf8'))),
)
const prediction = { ...(examples.risk_note?.predict(0) as Parameters<typeof composeRiskNote>[0]['prediction']) }
const perNote = 130

const run = { id: 'run_test', seed: 42, asOf: '2026-11-02T00:00:00Z' }

function noteOf(golden: (typeof goldens)[number]): Composed {
  const starter = starters.find((one) => one.slug === golden.template) ?? starters[0]
  const content = riskNoteContent.parse({ ...starter.content, ...golden.content })
  const input = riskNoteInput.parse(arrangeInput(golden.input, content).input)
  const full = completed(input, content).input
  const features = riskFeatures(full)
  const probed = recourseProbes({ input: full, content, features, prediction }).map((one) => ({
    input: one,
    features: riskFeatures(one),
    prediction: { ...prediction, logit: prediction.logit - 1, probability: 0.05 },
  }))
  return composeRiskNote({ input, content, card, features, prediction, records: {}, probed, run, languages })
}

/** `make` builds the changed note; most are never asked for. */
type Mutation = { kind: string; said: string; make: () => Composed }
type Place = { note: Composed; language: Language; section: number; at: number; sentence: Sentence }

function* placesOf(note: Composed): Generator<Place> {
  for (const language of languages)
    for (const [section, { sentences }] of (note.text[language]?.sections ?? []).entries())
      for (const [at, sentence] of sentences.entries()) yield { note, language, section, at, sentence }
}

function put({ note, language, section, at }: Place, change: (sentence: Sentence) => unknown): Composed {
  const copy = structuredClone(note)
  const target = copy.text[language]?.sections[section]?.sentences[at]
  if (!target) throw new Error('the copy lost its sentence')
  change(target)
  return copy
}

const swaps: [kind: string, from: RegExp, to: string][] = [
  ['unit', /(?<=\d) months?\b/, ' years'],
  ['unit', / points?\b/, ' months'],
  ['unit', / 个月/, ' 年'],
  ['unit', / 分(?=[，。；（])/, ' 个月'],
  ['period', / a month\b/, ' a year'],
  ['period', / a year\b/, ' a month'],
  ['period', / a (?:month|year)\b/, ''],
  ['period', /\/月/, '/年'],
  ['period', /\/年/, ''],
  ['percent', /%/, ''],
  ['currency', /\b(?:USD|GBP|EUR|JPY|KWD|CNY) /, 'CHF '],
  ['currency', /\b(?:USD|GBP|EUR|JPY|KWD|CNY) /, ''],
  ['direction', /\brises\b/, 'falls'],
  ['direction', /\bfalls\b/, 'rises'],
  ['direction', /\bwithin\b/, 'in breach of'],
  ['direction', /\bin breach of\b/, 'within'],
  ['direction', /\babove\b/, 'below'],
  ['direction', /\bbelow\b/, 'above'],
  ['direction', /\blowers\b/, 'raises'],
  ['direction', /\braises\b/, 'lowers'],
  ['direction', /上升/, '下降'],
  ['direction', /下降/, '上升'],
  ['direction', /符合/, '违反'],
  ['direction', /违反/, '符合'],
  ['direction', /高于/, '低于'],
  ['direction', /低于/, '高于'],
  ['direction', /降低(?! *金额)/, '提高'],
  ['direction', /提高/, '降低'],
  ['outcome', /: passed/, ': decline'],
  ['outcome', /: refer\b/, ': passed'],
  ['outcome', /：通过/, '：拒绝'],
  ['outcome', /: (?:approve|decline)\b/, ': refer to a person'],
  ['negation', /\b(?:is|was) not\b/, 'is'],
  ['negation', /^No /, 'Some '],
  ['negation', /\b(is|puts|takes|uses|are) /, '$1 not '],
  ['negation', /未(?!来)/, '已'],
  ['negation', /(为|占|使用|得分)/, '不$1'],
]

function* mutationsOf(place: Place): Generator<Mutation> {
  const { sentence, note, language } = place
  const { text } = sentence
  const changed = (kind: string, to: string): Mutation => ({
    kind,
    said: to,
    make: () => put(place, (one) => Object.assign(one, { text: to })),
  })
  for (const match of text.matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
    const [figure] = match
    const other = `${figure.slice(0, -1)}${(Number(figure.at(-1)) + 1) % 10}`
    for (const to of [other, `1${figure}`, `${figure}0`, `−${figure}`, ''])
      yield changed('figure', text.slice(0, match.index) + to + text.slice(match.index + figure.length))
  }
  for (const [kind, from, to] of swaps) if (from.test(text)) yield changed(kind, text.replace(from, to))
  const refs = sentence.facts.flatMap((id) => (note.facts[id] ? [{ id, fact: note.facts[id] }] : []))
  for (const { id, fact } of refs) {
    const own = formatFact(fact, language)
    // The last place: a short name may also be a part of other words.
    const last = text.lastIndexOf(own)
    if (isName(fact) && own !== '' && last >= 0)
      yield changed(
        'name',
        text.slice(0, last) + (language === 'en' ? 'Somebody Else' : '某某') + text.slice(last + own.length),
      )
    if (fact.relates) yield turned(place, { id, fact })
  }
  for (const [at, one] of refs.entries()) {
    const next = refs[at + 1]
    const [a, b] = [formatFact(one.fact, language), next ? formatFact(next.fact, language) : '']
    if (next && isFigure(one.fact) && isFigure(next.fact) && a !== b && !a.includes(b) && !b.includes(a))
      yield changed('exchange', text.replace(a, '\u0000').replace(b, a).replace('\u0000', b))
  }
  if (refs.length > 0) yield { kind: 'unbound', said: text, make: () => put(place, (one) => one.facts.pop()) }
}

const isName = (fact: Fact) => fact.unit === 'text' && !fact.relates
const isFigure = (fact: Fact) => fact.value !== null && !fact.label && fact.unit !== 'text' && fact.unit !== 'date'

const opposites: Record<string, [value: string, en: string, zh: string]> = {
  rises: ['falls', 'falls', '下降'],
  falls: ['rises', 'rises', '上升'],
  above: ['below', 'below', '低于'],
  below: ['above', 'above', '高于'],
  within: ['breaches', 'in breach of', '违反'],
  breaches: ['within', 'within', '符合'],
  raises: ['lowers', 'lowers', '降低'],
  lowers: ['raises', 'raises', '提高'],
  stays: ['rises', 'rises', '上升'],
  level: ['above', 'above', '高于'],
}

/** The word and the fact behind it are turned together, in every sentence of both languages: only the figures tell. */
function turned({ note, sentence }: Place, { id, fact }: { id: string; fact: Fact }): Mutation {
  const [value, en, zh] = opposites[String(fact.value)] ?? ['', '', '']
  const make = () => {
    const copy = structuredClone(note)
    copy.facts[id] = { ...fact, value, label: { en, 'zh-CN': zh } }
    for (const language of languages)
      for (const section of copy.text[language]?.sections ?? [])
        for (const one of section.sentences)
          if (one.facts.includes(id))
            one.text = one.text.replace(formatFact(fact, language), language === 'en' ? en : zh)
    return copy
  }
  return { kind: 'direction and its fact', said: sentence.text, make }
}

const isOfFacts = (kind: string) => kind === 'unbound' || kind === 'direction and its fact'
const rare = new Set(['currency', 'outcome', 'unit'])

let notes: Composed[] = []

beforeAll(() => {
  notes = goldens.map(noteOf)
})

test('no true note is refused', () => {
  for (const note of notes) expect(verifyNote(note, languages).problems).toEqual([])
})

test('every change of a figure, unit, percent, currency, direction, outcome, name, negation or binding is refused', {
  timeout: 60_000,
}, () => {
  const made = new Map<string, number>()
  const passed: string[] = []
  for (const note of notes) {
    const all = [...placesOf(note)].flatMap((place) =>
      [...mutationsOf(place)].filter(({ kind, said }) => said !== place.sentence.text || isOfFacts(kind)),
    )
    // Every so many: each note gives each kind, and the test stays short. Rare kinds are all tried.
    const step = Math.max(1, Math.floor(all.length / perNote))
    for (const [at, { kind, said, make }] of all.entries()) {
      if (at % step !== 0 && !rare.has(kind)) continue
      made.set(kind, (made.get(kind) ?? 0) + 1)
      if (verifyNote(make(), languages).status === 'passed') passed.push(`${kind}: ${said}`)
    }
  }
  expect(passed).toEqual([])
  expect([...made.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2000)
  expect([...made.keys()].sort()).toEqual(
    [
      'figure',
      'unit',
      'period',
      'percent',
      'currency',
      'direction',
      'direction and its fact',
      'outcome',
      'negation',
      'name',
      'exchange',
      'unbound',
    ].sort(),
  )
})
