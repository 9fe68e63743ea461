// Wordings are written by tenants: they may choose and name facts, and nothing else. Hostile ones end in a refusal, never in a hang.
import { expect, test } from 'vitest'
import { openFactBook } from './facts.ts'
import { relate } from './relation.ts'
import { faultOfWording, renderWording } from './wording.ts'

const book = openFactBook()
const dti = book.record({ path: 'dti', value: 0.45, unit: 'fraction' })
const limit = book.record({ path: 'limit', value: 0.43, unit: 'fraction' })
const unknown = book.record({ path: 'ltv', value: null, unit: 'fraction' })
const context = {
  dti,
  limit,
  unknown,
  side: relate(book, 'dti.side', { kind: 'max', of: dti, to: limit }),
  absent: null,
  rules: [{ name: dti }, { name: limit }],
  phrase: { text: { en: 'Debt: {value}.', 'zh-CN': '负债：{value}。' }, value: dti },
}
const names = Object.keys(context)

function render(text: string) {
  const section = { id: 's', title: { en: 'T', 'zh-CN': '标题' }, text: { en: text, 'zh-CN': text } }
  return renderWording([section], { context, language: 'en', facts: refOf }).sections[0]?.sentences
}

function refOf(id: string) {
  const fact = book.facts()[id]
  if (!fact) throw new Error(`no fact ${id}`)
  return { id, fact }
}

test('a line is a sentence that knows its facts, in their order', () => {
  expect(render('It is {{ dti }}, {{ side }} {{ limit }}.\n\n{{ phrase }} It is debt.')).toEqual([
    { text: 'It is 45.0%, in breach of 43.0%.', facts: ['f1', 'f4', 'f2'] },
    { text: 'Debt: 45.0%. It is debt.', facts: ['f1'] },
  ])
})

test('facts compare as their values, and what is absent or unknown is false', () => {
  expect(render('{% if dti > 0.43 %}A{% else %}B{% endif %}')?.[0]?.text).toBe('A')
  expect(render('{% if absent %}A{% else %}B{% endif %}')?.[0]?.text).toBe('B')
  expect(render('{% if unknown %}A{% else %}B{% endif %}')?.[0]?.text).toBe('B')
  expect(render('{% for rule in rules %}{{ rule.name }}\n{% endfor %}')).toHaveLength(2)
})

test.each([
  ['a number', '{{ 5 }}'],
  ['a text', '{{ "five" }}'],
  ['a list', '{{ rules }}'],
  ['a size', '{{ rules.size }}'],
  ['a prototype', '{{ dti.constructor }}'],
  ['a name nobody knows', '{{ rules[0].nobody }}'],
  ['a raw output', '{{ dti | raw }}'],
  ['a file', '{% include "/etc/passwd" %}'],
  ['a huge range', '{% for i in (1..100000000) %}x{% endfor %}'],
])('refuses to print %s', (_, text) => {
  expect(() => render(text)).toThrow()
})

test.each([
  ['a figure', 'The limit is 43.', 'states "43"'],
  ['a figure in words', 'It takes half of it.', 'states "half"'],
  ['a direction', 'It rises to {{ dti }}.', 'states "rises"'],
  ['a negation', 'It is not {{ dti }}.', 'states "not"'],
  ['a Chinese direction', '升至：上升 {{ dti }}。', 'states "上升"'],
  ['a Chinese negation', '不是 {{ dti }}。', 'states "不"'],
  ['an unknown name', 'It is {{ dtx }}.', 'names "dtx"'],
  ['an open brace', 'It is {{ dti.', 'is not a wording'],
  ['a tag that is not there', '{% include "x" %}', 'is not a wording'],
  ['a filter', '{{ dti | upcase }}', 'is not a wording'],
])('a template with %s is refused when it is saved', (_, text, why) => {
  expect(faultOfWording(text, names)).toContain(why)
})

test('an honest wording has no fault', () => {
  expect(faultOfWording('Debt takes {{ dti }}{% if side %}, {{ side }} the limit{% endif %}.', names)).toBeNull()
})
