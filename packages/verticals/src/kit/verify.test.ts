// What the verifier must refuse: anything a sentence states that its facts do not.
import { expect, test } from 'vitest'
import type { Composed } from './composed.ts'
import { type Localized, languages } from './localized.ts'
import { verifyNote } from './verify.ts'

const facts = {
  f1: { path: 'amount', value: '25000.00', unit: 'currency' as const, currency: 'USD' },
  f2: { path: 'dti', value: 0.383, unit: 'fraction' as const },
  f3: { path: 'term', value: 60, unit: 'months' as const },
}
const trueEn = 'The loan of USD 25,000.00 over 60 months takes 38.3% of income.'
const trueZh = '贷款 USD 25,000.00，期限 60 个月，占收入的 38.3%。'

function note(en: string, zh = trueZh, ids = ['f1', 'f3', 'f2']): Composed {
  const text = (sentence: string) => ({
    sections: [{ id: 's', title: '', sentences: [{ text: sentence, facts: ids }] }],
  })
  return { output: {}, facts, text: { en: text(en), 'zh-CN': text(zh) } }
}

test('a true note passes and its claims are counted', () => {
  expect(verifyNote(note(trueEn), languages)).toMatchObject({ status: 'passed', sentences: 2, claims: 6, failed: 0 })
})

test.each([
  ['a figure', trueEn.replace('38.3', '38.4')],
  ['a currency', trueEn.replace('USD', 'EUR')],
  ['a unit', trueEn.replace('months', 'years')],
  ['a sign', trueEn.replace('38.3%', '−38.3%')],
  ['a percent sign', trueEn.replace('38.3%', '38.3')],
  ['a thousands separator', trueEn.replace('25,000', '2,5000')],
  ['a further digit', trueEn.replace('25,000.00', '25,000.001')],
  ['a second figure', trueEn.replace('income', 'income, or 12')],
  ['a dropped figure', trueEn.replace(' over 60 months', '')],
  ['a figure in words', trueEn.replace('income', 'income, twice the limit')],
  ['full-width digits', trueEn.replace('income', 'income １２')],
  ['a scale behind a figure', trueEn.replace('25,000.00', '25,000.00k')],
  ['a unit behind a percentage', trueEn.replace('38.3%', '38.3% points')],
  ['a blank between sign and figure', trueEn.replace('38.3%', '- 38.3%')],
  ['a currency sign', trueEn.replace('USD', '€USD')],
  ['a direction', trueEn.replace('takes', 'raises debt to')],
  ['a negation', trueEn.replace('takes', 'does not take')],
  ['a vulgar fraction', trueEn.replace('income', 'income, or ½')],
])('refuses %s', (_, changed) => {
  expect(verifyNote(note(changed), languages).status).toBe('failed')
})

test('refuses a Chinese scale behind a figure', () => {
  expect(verifyNote(note(trueEn, trueZh.replace('25,000.00', '25,000.00 万')), languages).status).toBe('failed')
})

test('refuses two exchanged figures of one kind, and passes two that read alike', () => {
  const shares = {
    f1: { path: 'before', value: 0.31, unit: 'fraction' as const },
    f2: { path: 'after', value: 0.383, unit: 'fraction' as const },
    f3: { path: 'limit', value: 0.383, unit: 'fraction' as const },
  }
  const from = (text: string, ids: string[]): Composed => ({
    output: {},
    facts: shares,
    text: { en: { sections: [{ id: 's', title: '', sentences: [{ text, facts: ids }] }] } },
  })
  expect(verifyNote(from('It goes from 31.0% to 38.3%.', ['f1', 'f2']), ['en']).status).toBe('passed')
  expect(verifyNote(from('It goes from 38.3% to 31.0%.', ['f1', 'f2']), ['en']).status).toBe('failed')
  expect(verifyNote(from('It is 38.3% against 38.3%.', ['f2', 'f3']), ['en']).status).toBe('passed')
})

test('a direction word stands only where its figures bear it out', () => {
  const facts = {
    f1: { path: 'before', value: 0.31, unit: 'fraction' as const },
    f2: { path: 'after', value: 0.383, unit: 'fraction' as const },
  }
  const said = (value: string, label: Localized): Composed => ({
    output: {},
    facts: { ...facts, f3: { path: 'change', value, label, relates: { kind: 'change', of: 'before', to: 'after' } } },
    text: {
      en: {
        sections: [
          {
            id: 's',
            title: '',
            sentences: [{ text: `Debt service ${label.en} from 31.0% to 38.3%.`, facts: ['f3', 'f1', 'f2'] }],
          },
        ],
      },
    },
  })
  expect(verifyNote(said('rises', { en: 'rises', 'zh-CN': '上升' }), ['en']).status).toBe('passed')
  expect(verifyNote(said('falls', { en: 'falls', 'zh-CN': '下降' }), ['en']).status).toBe('failed')
  expect(verifyNote(said('rises', { en: 'falls', 'zh-CN': '下降' }), ['en']).status).toBe('failed')
})

test('a figure in a title is refused', () => {
  const titled = note(trueEn)
  const section = titled.text.en?.sections[0]
  if (section) section.title = 'Capacity 12'
  expect(verifyNote(titled, languages).status).toBe('failed')
})

test('refuses Chinese numerals that no fact holds', () => {
  expect(verifyNote(note(trueEn, `${trueZh.slice(0, -1)}，即三成。`), languages).status).toBe('failed')
})

test('refuses a fact that does not exist, and languages that state different facts', () => {
  expect(verifyNote(note(trueEn, trueZh, ['f1', 'f3', 'f2', 'f9']), languages).status).toBe('failed')
  const other = note(trueEn)
  const sentence = other.text['zh-CN']?.sections[0]?.sentences[0]
  if (sentence) Object.assign(sentence, { text: '期限 60 个月。', facts: ['f3'] })
  expect(verifyNote(other, languages).problems.at(-1)?.message).toContain('other facts')
})

test('refuses a note that lacks a language', () => {
  expect(verifyNote({ ...note(trueEn), text: {} }, languages).status).toBe('failed')
})
