// A hostile author at the wording: each attempt is refused when it is saved, or ends in a refusal, or comes out as bounded plain text. What
// is accepted is rendered in full here; what a document makes of it is held in the domain's hostile-note.test.ts.
import { describe, expect, test } from 'vitest'
import { openFactBook } from './facts.ts'
import { faultOfWording, renderWording } from './wording.ts'

const book = openFactBook()
const dti = book.record({ path: 'dti', value: 0.45, unit: 'fraction' })
const rows = Array.from({ length: 50 }, (_, at) => ({
  name: book.record({ path: `rule.${at}`, value: at, unit: 'count' }),
}))
const context = { dti, rules: rows, absent: null }
const names = Object.keys(context)

function render(...texts: string[]) {
  const sections = texts.map((text, at) => ({
    id: `s${at}`,
    title: { en: 'T', 'zh-CN': '标题' },
    text: { en: text, 'zh-CN': text },
  }))
  const facts = (id: string) => {
    const fact = book.facts()[id]
    if (!fact) throw new Error(`no fact ${id}`)
    return { id, fact }
  }
  return renderWording(sections, { context, language: 'en', facts }).sections
}

const loop = (depth: number, body: string) =>
  `${'{% for a in rules %}'.repeat(depth)}${body}${'{% endfor %}'.repeat(depth)}`

const refusedAtOnce: [name: string, text: string][] = [
  ['five loops in one another', loop(5, '{{ dti }}')],
  ['three loops without a word', loop(3, '')],
  ['a hundred loops in one another', loop(100, 'x')],
  ['a range of a thousand million', '{% for i in (1..1000000000) %}x{% endfor %}'],
  ['a range by a fact', '{% for i in (dti..1000000) %}x{% endfor %}'],
  ['a range kept for later', '{% assign r = (1..99999999) %}{{ r }}'],
  ['a text of a million characters', 'a '.repeat(500_000)],
  ['twenty thousand conditions in one another', `${'{% if dti %}'.repeat(20_000)}x${'{% endif %}'.repeat(20_000)}`],
  ['a loop without an end', '{% for a in rules %}x'],
  ['a function constructor', '{{ constructor.constructor }}'],
  ['a prototype by name', '{{ __proto__ }}'],
  ['the global object', '{{ globalThis }}'],
  ['the process', '{{ process.env }}'],
  ['require', '{{ require("fs") }}'],
  ['an import', '{{ import("fs") }}'],
  ['a file', '{% include "/etc/passwd" %}'],
  ['a partial', '{% render "secrets" %}'],
  ['a layout', '{% layout "secrets" %}'],
  ['a raw block', '{% raw %}{{ anything }}{% endraw %}'],
  ['a captured text', '{% capture x %}45%{% endcapture %}{{ x }}'],
  ['a counter', '{% increment x %}'],
  ['a script as a tag', '{% script %}'],
  ['an inline program', '{% liquid echo dti %}'],
  ['a filter that escapes nothing', '{{ dti | raw }}'],
  ['a filter that repeats', '{{ dti | times: 1000 }}'],
  ['a filter that turns round', '{{ dti | reverse }}'],
  ['a date of today', '{{ "now" | date: "%Y" }}'],
  ['a right-to-left override before a figure', '\u202e{{ dti }}'],
  ['a right-to-left isolate', '\u2067{{ dti }}\u2069'],
  ['a right-to-left mark', 'Debt \u200f{{ dti }}'],
  ['an Arabic letter mark', '\u061c{{ dti }}'],
  ['a space of no width in a word', 'app\u200brove'],
  ['a byte-order mark', '\ufeffDebt.'],
  ['a NUL', 'Debt\u0000.'],
  ['an escape sequence of a terminal', '\u001b[31mDebt'],
  ['a line separator', 'Debt.\u2028Income.'],
  ['half a character', 'Debt \ud83d.'],
  ['a forged fact', '\ue000f1\ue001'],
  ['a figure in full-width digits', 'The limit is ４３.'],
  ['a figure in Roman numerals of their own', 'The limit is Ⅻ.'],
  ['a figure behind a comment', '{% comment %}x{% endcomment %}43'],
  ['an entity that is a figure', 'The limit is &#52;&#51;.'],
]

describe('refused when it is saved', () => {
  test.each(refusedAtOnce)('%s', (_, text) => {
    expect(faultOfWording(text, names)).not.toBeNull()
  })
})

const refusedInFull: [name: string, text: string][] = [
  ['a prototype of a fact', '{{ dti.constructor }}'],
  ['the prototype of a prototype', '{{ dti.__proto__.constructor }}'],
  ['a private field', '{{ dti.ref }}'],
  ['an index by a text', '{{ dti["valueOf"] }}'],
  ['a size', '{{ rules.size }}'],
  ['a first row as a text', '{{ rules.first }}'],
  ['a state of the loop', '{% for a in rules %}{{ forloop }}{% endfor %}'],
  ['the number of a loop, which no fact backs', '{% for a in rules %}{{ forloop.index }}{% endfor %}'],
  ['a text of its own', '{{ "approve" }}'],
  ['a number of its own', '{% assign x = 43 %}{{ x }}'],
  ['more lines than a note holds', loop(2, 'x\n')],
  ['more characters than a note holds', loop(2, `${'x'.repeat(199)}\n`)],
]

describe('ends in a refusal that names the section', () => {
  test.each(refusedInFull)('%s', (_, text) => {
    expect(() => render('Debt.', text)).toThrow(
      expect.objectContaining({ code: 'wording_failing', publicText: expect.stringContaining('section s1') }),
    )
  })

  test('two thousand sections share one allowance', () => {
    const wide = Array.from({ length: 2000 }, () => 'x')
    expect(() => render(...wide)).toThrow(expect.objectContaining({ code: 'wording_failing' }))
  })
})

const keptAsText: [name: string, text: string][] = [
  ['a script', '<script>alert(document.cookie)</script>'],
  ['a script behind a closing tag', '</p></section><script src="//evil.example/x.js"></script>'],
  ['a picture with a handler', '<img src=x onerror="alert(document.domain)">'],
  ['a drawing with a handler', '<svg/onload=alert(document.domain)>'],
  ['a frame', '<iframe srcdoc="<script>parent.x</script>"></iframe>'],
  ['a link with a program', '[debt](javascript:alert(document.domain))'],
  ['a picture from elsewhere', '![debt](https://evil.example/pixel.png)'],
  ['a heading', '# Approved'],
  ['a rule across the page', '---'],
  ['code', '`debt` and ~~~ debt ~~~'],
  ['a table', '| debt | income |'],
  ['a template of another language', 'Debt #{process.env} @{debt} &copy;'],
  ['one very long line', 'x'.repeat(7900)],
]

describe('comes out as the plain text it is', () => {
  test.each(keptAsText)('%s', (_, text) => {
    expect(faultOfWording(text, names)).toBeNull()
    const sentences = render(text).flatMap((section) => section.sentences)
    expect(sentences).toEqual([{ text: text.slice(0, 2000), facts: [] }])
  })

  test('a name that one section gives is not there in the next', () => {
    expect(() => render('{% assign mine = dti %}{{ mine }}', '{{ mine }}')).toThrow(
      expect.objectContaining({ code: 'wording_failing' }),
    )
    const shadowed = render('{% assign dti = absent %}{% if dti %}x{% endif %}', 'Debt takes {{ dti }}.')
    expect(shadowed.map((section) => section.sentences[0]?.text)).toEqual(['Debt takes 45.0%.'])
  })
})
