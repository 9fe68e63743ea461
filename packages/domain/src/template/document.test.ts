// The canonical form: a document that goes out and comes in again is the same, to the byte; what has no such form is refused by name.
import { defaultSettings, goldenList, templateDocument } from '@guildhall/contracts/template-document'
import { verticals } from '@guildhall/verticals/registry'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behaviourOf, canonicalText, digestOf, documentOf, newDocument, partsOf } from './document.ts'
import { documentOfStarter } from './starters.ts'

const starters = verticals.flatMap((vertical) =>
  vertical.tasks.flatMap((task) =>
    task.starters.map((starter) => ({ name: starter.slug, document: documentOfStarter(vertical, task, starter) })),
  ),
)
/** As Postgres keeps it and a file carries it. */
const roundTrip = (document: object) => templateDocument.parse(JSON.parse(canonicalText(document)))

const name = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !refusedText(text))
const refusedText = (text: string) => text.includes('\u0000') || text === '__proto__' || /\p{Surrogate}/u.test(text)
const value = fc.jsonValue({ maxDepth: 4 }).filter((json) => !hasRefusedText(json))
function hasRefusedText(json: unknown): boolean {
  if (typeof json === 'string') return refusedText(json)
  if (typeof json !== 'object' || json === null) return false
  return Object.entries(json).some(([key, inner]) => refusedText(key) || hasRefusedText(inner))
}
const golden = fc.record({
  slug: fc.stringMatching(/^[a-z0-9]{1,20}$/),
  title: fc.record({ en: fc.constant('A case'), 'zh-CN': fc.constant('用例') }),
  input: fc.dictionary(name, value, { maxKeys: 5 }),
  expect: fc.array(fc.record({ path: fc.constant('a.b'), equals: value }), { minLength: 1, maxLength: 3 }),
})
const documents = fc
  .record({
    content: fc.dictionary(name, value, { maxKeys: 6 }),
    binding: fc.oneof(fc.constant('champion' as const), fc.integer({ min: 1, max: 99 })),
    deadline: fc.option(fc.integer({ min: 1, max: 3600 })),
    goldens: fc.uniqueArray(golden, { selector: (one) => one.slug, maxLength: 4 }),
  })
  .map(({ content, binding, deadline, goldens }) =>
    newDocument(
      { vertical: 'finance', task: 'risk_note' },
      {
        content,
        settings: {
          ...defaultSettings,
          model: { binding },
          limits: { deadline_s: deadline, max_text_chars: null },
        },
        goldens: goldenList.parse(goldens),
      },
    ),
  )

describe('a document', () => {
  test('property: import(export(x)) = x, with the same digest and the same bytes', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const back = roundTrip(document)
        expect(canonicalText(back)).toBe(canonicalText(document))
        expect(digestOf(back)).toBe(digestOf(document))
        expect(digestOf(newDocument(document, partsOf(back)))).toBe(digestOf(document))
      }),
      { numRuns: 300 },
    )
  })

  test.each(starters)('the starter $name is a document, and comes back the same', ({ document }) => {
    expect(digestOf(roundTrip(document))).toBe(digestOf(document))
  })

  test('the canonical form is that of RFC 8785', () => {
    // The example of its section 3.2.3, and numbers of its appendix B.
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\u{1f600}': 'Smiley',
    }
    expect(canonicalText(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","€":"Euro Sign","\u{1f600}":"Smiley","\ufb33":"Hebrew"}',
    )
    expect(canonicalText({ '10': 333333333.3333333, '9': 1e30, a: 4.5, b: -0 })).toBe(
      '{"10":333333333.3333333,"9":1e+30,"a":4.5,"b":0}',
    )
  })

  test('the behaviour changes with content and settings, and never with golden cases', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(behaviourOf({ ...a, goldens: b.goldens })).toBe(behaviourOf(a))
        expect(behaviourOf({ ...a, limits: { ...a.limits, deadline_s: 7 } })).not.toBe(
          behaviourOf({ ...a, limits: { ...a.limits, deadline_s: 8 } }),
        )
      }),
    )
  })

  test('a row of before has the default settings and its starter’s cases', () => {
    const [first] = starters
    if (!first) throw new Error('there is no starter')
    const { vertical, task, content } = first.document
    const row = { content, settings: null, goldens: null }
    expect(documentOf(row, { vertical, task, slug: first.name })).toEqual(first.document)
    expect(documentOf(row, { vertical, task, slug: 'their-own' })).toEqual({ ...first.document, goldens: [] })
  })

  test.each([
    ['a NUL', { a: 'b\u0000' }, 'body.a'],
    ['half a character', { a: ['\ud800'] }, 'body.a.0'],
    ['a name with half a character', { 'a\udc00': 1 }, 'body'],
    ['a prototype', JSON.parse('{"a":{"__proto__":{"x":1}}}'), 'body.a'],
    ['too deep a nest', JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`), `body${'.a'.repeat(41)}`],
    ['a million characters', { a: 'x'.repeat(1_000_000) }, 'body'],
  ])('refuses %s, and says where', (_, value, location) => {
    expect(() => canonicalText(value)).toThrow(
      expect.objectContaining({ code: 'input_invalid', errors: [expect.objectContaining({ location })] }),
    )
  })
})
