// Misconceptions explain the wrong answers they were written for, best first, and never a right one.
import { describe, expect, it } from 'vitest'
import type { AnswerType, Exercise } from './exercise.ts'
import { explainWrong } from './misconceptions.ts'
import { patternFault } from './pattern.ts'

type Given = {
  stem: string
  key: string
  type?: AnswerType
  patterns: string[]
  unit?: string
  tolerance?: Exercise['tolerance']
}

function exerciseOf({ stem, key, type = 'numeric', patterns, unit, tolerance }: Given): Exercise {
  return {
    id: 'x',
    stem: { en: stem, 'zh-CN': stem },
    answer_key: key,
    answer_type: type,
    skills: [],
    hints: [],
    unit: unit ?? null,
    tolerance: tolerance ?? null,
    choices: ['a', 'b', 'c'].map((id) => ({ id, text: { en: `choice ${id}`, 'zh-CN': `第${id}` } })),
    misconceptions: patterns.map((pattern, i) => ({ id: `m${i}`, pattern, label: { en: 'label', 'zh-CN': '标签' } })),
  }
}

const cases: readonly [string, Given, string, string | null][] = [
  [
    'added tops and bottoms',
    { stem: '1/2 + 1/3 = ?', key: '5/6', patterns: ['= (s1.n + s2.n) / (s1.d + s2.d)'] },
    '2/5',
    '2/5 = (1 + 1) / (2 + 3)',
  ],
  [
    'in LaTeX',
    { stem: '\\frac{1}{2} + \\frac{1}{3}', key: '5/6', patterns: ['= (s1.n + s2.n) / (s1.d + s2.d)'] },
    '0.4',
    '0.4 = (1 + 1) / (2 + 3)',
  ],
  [
    'subtracted tops and bottoms',
    { stem: '3/4 - 1/2 = ?', key: '1/4', patterns: ['= (s1.n - s2.n) / (s1.d - s2.d) ;; = (s1.n - s2.n) / s1.d'] },
    '2/2',
    '1 = (3 - 1) / (4 - 2)',
  ],
  [
    'a second clause',
    { stem: '3/4 - 1/2 = ?', key: '1/4', patterns: ['= (s1.n - s2.n) / (s1.d - s2.d) ;; = (s1.n - s2.n) / s1.d'] },
    '2/4',
    '1/2 = (3 - 1) / 4',
  ],
  ['mixed numbers', { stem: 'Work out 1 1/2 x 2.', key: '3', patterns: ['= s1.n / s1.d + s2 - 1/2'] }, '3.5', null],
  [
    'percent of the wrong base',
    { stem: 'A coat costs 80 euros after 20% off.', key: '100', patterns: ['= s1 * (1 + s2 / 100)'] },
    '96',
    '96 = 80 * (1 + 20 / 100)',
  ],
  [
    'divided by the percentage',
    { stem: 'Find 15% of 80.', key: '12', patterns: ['= s1 * s2 ;; = s2 / s1'] },
    '5 1/3',
    '16/3 = 80 / 15',
  ],
  ['sign error', { stem: 'Solve x + 5 = 2.', key: '-3', patterns: ['= -key'] }, '3', '3 = -(-3)'],
  [
    'the key in a percentage',
    { stem: 'What percent of 20 is 5?', key: '25', unit: '%', patterns: ['= s2 / s1 * 10'] },
    '2.5%',
    '2.5% = 5 / 20 * 10',
  ],
  ['rounded', { stem: 'Find 2/3 of 10.', key: '20/3', patterns: ['~ s2 / 3'] }, '3.33', '3.33 ≈ 10 / 3'],
  [
    'another unit',
    { stem: 'A 4 m rope is cut into 8 parts.', key: '0.5', unit: 'm', patterns: ['= s1 * s2'] },
    '3200 cm',
    '3200 cm = 4 * 8',
  ],
  [
    'written, not reduced',
    { stem: '1/4 + 1/4', key: '1/2', patterns: ['written (s1.n + s2.n) / (s1.d + s2.d)'] },
    '2/8',
    '1/4 = (1 + 1) / (4 + 4)',
  ],
  [
    'first term only',
    { stem: 'Expand 3(x + 4).', key: '3x + 12', type: 'expression', patterns: ['= s1*x + s2'] },
    '3x+4',
    '3 * x + 4 = 3*x + 4',
  ],
  [
    'an equation',
    { stem: 'Solve 2x + 3 = 11.', key: 'x = 4', type: 'expression', patterns: ['= (s3 + s2) / s1', '= s3 - s2'] },
    'x = 8',
    'x = 8 = 11 - 3',
  ],
  ['a choice', { stem: 'Which?', key: 'b', type: 'choice', patterns: ['choice c'] }, 'C', 'c'],
  [
    'a word',
    { stem: 'Which?', key: 'equivalent', type: 'text', patterns: ['text Equal ;; /^same\\b/'] },
    'equal!',
    'equal',
  ],
  [
    'a regex',
    { stem: 'Which?', key: 'equivalent', type: 'text', patterns: ['text Equal ;; /^same\\b/'] },
    'Same size',
    'same size ~ ^same\\b',
  ],
]

describe('explainWrong', () => {
  it.each(cases)('%s', (_, given, raw, evidence) => {
    const [first] = explainWrong(exerciseOf(given), raw)
    expect(first?.evidence ?? null).toBe(evidence)
  })

  it.each(cases)('%s: never for the key', (_, given) => {
    expect(explainWrong(exerciseOf(given), given.key)).toEqual([])
  })

  it('the more exact explanation stands first, and all shares leave room for a slip', () => {
    const exercise = exerciseOf({ stem: 'Find 2/3 of 12.', key: '8', patterns: ['/^\\d$/', '~ s2 / 3', '= s2 / s1.d'] })
    const found = explainWrong(exercise, '4')
    expect(found.map(({ id }) => id)).toEqual(['m2', 'm1', 'm0'])
    const total = found.reduce((sum, { p }) => sum + p, 0)
    expect(total).toBeGreaterThan(0.5)
    expect(total).toBeLessThan(1)
  })

  it('neither a refusal nor the right value in another form is explained', () => {
    const exercise = exerciseOf({ stem: '1/2 + 1/4', key: '3/4', patterns: ['/./', 'written 6 / 8'] })
    for (const raw of ['', '9^9^9', '6/8', '0.75']) expect(explainWrong(exercise, raw)).toEqual([])
  })
})

describe('patternFault', () => {
  const exercise = exerciseOf({ stem: '1/2 + 1/3', key: '5/6', patterns: [] })

  it.each([
    ['= s3', 'names s3'],
    ['= 1 / (s1 - s1)', 'no value'],
    ['= 9^99', 'exponent'],
    ['= key + x', 'no value'],
    ['= toString(1)', 'word'],
    ['anything', 'begins with none'],
    ['', 'empty'],
    ['choice', 'names nothing'],
    ['written 3', 'needs one /'],
    ['/(a+)+b/', 'without bound'],
    ['/(a|aa)+b/', 'without bound'],
    ['/(?<=a)b/', 'without bound'],
    ['/a*b*c*d*e*/', 'without bound'],
    ['/(a/', 'not a regular expression'],
    [`/${'a'.repeat(130)}/`, 'at most'],
  ])('%s is refused: %s', (pattern, why) => {
    expect(patternFault(exercise, pattern)).toContain(why)
  })

  it('every pattern of the cases can be computed', () => {
    expect(
      cases
        .flatMap(([, given]) => given.patterns.map((pattern) => patternFault(exerciseOf(given), pattern)))
        .filter(Boolean),
    ).toEqual([])
  })
})
