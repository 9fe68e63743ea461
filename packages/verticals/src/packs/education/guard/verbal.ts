// Calculations in words as calculations in signs: "subtract five from ten", "half of forty", 三个二十五. Numbers are digits already. Each rule names
// an operation, not a phrase: its operands are any numbers, or what an earlier rule made of some.
import { type Plain, rewrite } from '../grading/plain.ts'

type Rule = readonly [RegExp, (operands: string[]) => string]

/** An operand: a number, a fraction, a term with an unknown, or a calculation in brackets. */
const n = String.raw`(\d+(?:\.\d+)?(?:\s?\/\s?\d+)?(?:\s?[nxyz](?![a-z]))?|[nxyz](?![a-z])|\([^()]{1,40}\))`
const gap = String.raw`[\s-]{1,3}`
const article = String.raw`(?:(?:the|a|an|every|each|all|some)\s+)?`
const parts = String.raw`(?:\s+(?:equal\s+)?(?:parts?|pieces?|slices?|shares?|ways?|groups?))?`

const rule = (source: string, by: (operands: string[]) => string): Rule => [
  new RegExp(source.replaceAll('N', n).replaceAll('_', gap), 'g'),
  ([, ...groups]) => ` (${by(groups.filter((one) => one !== ''))}) `,
]

const [first, second] = [0, 1]
const a = (operands: string[]) => operands[first] ?? ''
const b = (operands: string[]) => operands[second] ?? ''
const times = (factor: string | number) => (operands: string[]) => `${factor}*${a(operands)}`
const joined = (sign: string) => (operands: string[]) => `${a(operands)}${sign}${b(operands)}`
const turned = (sign: string) => (operands: string[]) => `${b(operands)}${sign}${a(operands)}`

const english: readonly Rule[] = [
  rule(`\\b(?:square|2(?:nd)? power) of ${article}N`, (of) => `${a(of)}^2`),
  rule(`\\bcube of ${article}N`, (of) => `${a(of)}^3`),
  rule(`\\bcube_root of ${article}N`, (of) => `cbrt(${a(of)})`),
  rule(`\\b(?:square_root|root) of ${article}N`, (of) => `sqrt(${a(of)})`),
  rule(
    `N\\s+(?:raised )?to the (?:power(?: of)?\\s+)?(-?\\d+)(?:st|nd|rd|th)?(?:\\s+power)?\\b`,
    (of) => `${a(of)}^(${b(of)})`,
  ),
  rule(`N\\s+cubed\\b`, (of) => `${a(of)}^3`),
  rule(`\\b(?:half|1\\/2)(?: of)? ${article}N`, times('1/2')),
  rule(`\\b(?:a )?(?:third|1\\/3) of ${article}N`, times('1/3')),
  rule(`\\b(?:a )?quarter of ${article}N`, times('1/4')),
  rule(`(?<![\\d.])(\\d+\\s?\\/\\s?\\d+) of ${article}N`, joined('*')),
  rule(`\\b(?:half)(?: of)? ${article}(dozen)\\b`, () => '6'),
  rule(`N\\s+(?:is\\s+)?(?:halved|cut in 1\\/2|split in 1\\/2|divided in 1\\/2)`, times('1/2')),
  rule(`N\\s+doubled\\b`, times(2)),
  rule(`N\\s+quartered\\b`, times('1/4')),
  rule(`N\\s+(?:twice|two times|2 times)(?=\\s*(?:[.,;!?)]|$))`, times(2)),
  rule(`N\\s+thrice\\b`, times(3)),
  rule(`\\b(?:halve|halving)\\s+${article}N`, times('1/2')),
  rule(`N\\s+tripled\\b`, times(3)),
  rule(`\\b(?:twice|double|2 times)\\s+${article}N`, times(2)),
  rule(`\\b(?:triple|treble|thrice)\\s+${article}N`, times(3)),
  rule(`\\b(?:average|mean|midpoint|middle) of N (?:and|&) N`, (of) => `(${a(of)}+${b(of)})/2`),
  rule(`\\b(?:midway|halfway|half-way|1\\/2_way) between N and N`, (of) => `(${a(of)}+${b(of)})/2`),
  rule(`\\b(?:sum|total) of N (?:and|&) N`, joined('+')),
  rule(`\\bproduct of N (?:and|&) N`, joined('*')),
  rule(`\\bdifference (?:of|between) N (?:and|&|from) N`, (of) => `abs(${a(of)}-${b(of)})`),
  rule(`\\bquotient of N (?:and|&|by) N`, joined('/')),
  rule(`\\b(?:subtract|subtracting|take|taking|deduct|remove)\\s+N\\s+(?:away\\s+)?(?:from|off)\\s+N`, turned('-')),
  rule(`N\\s+(?:taken|subtracted|deducted)?\\s*(?:away )?from\\s+N`, turned('-')),
  rule(`\\b(?:add|adding)\\s+N\\s+(?:to|and|with)\\s+N`, joined('+')),
  rule(`\\b(?:divide|dividing|split|share|cut)\\s+N\\s+(?:by|into|in|among|between)\\s+${article}N`, joined('/')),
  rule(
    `N\\s+(?:is\\s+)?(?:divided|split|shared|cut)\\s+(?:equally\\s+)?(?:by|into|in|among|between)\\s+${article}N`,
    joined('/'),
  ),
  rule(`\\b(?:multiply|multiplying)\\s+N\\s+(?:by|with|and)\\s+N`, joined('*')),
  rule(`N\\s+(?:less|minus)\\s+N`, joined('-')),
  rule(`N\\s+(?:more|greater|larger|bigger|higher) than\\s+N`, turned('+')),
  rule(`N\\s+(?:less|fewer|smaller|lower) than\\s+N`, turned('-')),
  rule(
    `N\\s+(?:equal\\s+)?(?:parts?|pieces?|slices?|shares?),?\\s+each\\s+(?:of them\\s+)?(?:is\\s+)?(?:worth\\s+)?N`,
    joined('*'),
  ),
  rule(`N\\s+(?:steps?\\s+)?(?:to the )?left of\\s+(?:0|nothing)\\b`, (of) => `0-${a(of)}`),
  rule(`N\\s+short of\\s+${article}N`, turned('-')),
  rule(`\\ball but\\s+${article}(\\d+\\s?\\/\\s?\\d+)`, (of) => `1-${a(of)}`),
  rule(`N\\s+(?:copies|lots|groups|sets|bundles) of\\s+N`, joined('*')),
  rule(`\\b(?:reciprocal|(?<!additive )inverse) of\\s+${article}N`, (of) => `1/${a(of)}*1`),
  rule(`\\b(?:opposite(?: number)?|negative|additive inverse) of\\s+${article}N`, (of) => `0-${a(of)}`),
  rule(`N\\s+(?:below|under|less than)\\s+(?:0|nothing|null)\\b`, (of) => `0-${a(of)}`),
  rule(`N${parts}\\s+(?:out of|in every|out of every|per|of each|in each|of every)\\s+${article}N`, joined('/')),
  rule(`N\\s+(?:equal\\s+)?(?:parts?|pieces?|slices?|shares?)\\s+(?:of|in|from)\\s+${article}N`, joined('/')),
  rule(`N\\s+of\\s+${article}N\\s+(?:equal\\s+)?(?:parts?|pieces?|slices?|shares?)`, joined('/')),
  rule(
    `\\bN(?:st|nd|rd|th)\\s+(?:positive\\s+)?(?:whole|natural|counting|positive)\\s+(?:number|integer)`,
    (of) => `0+${a(of)}`,
  ),
]

const plurals: Record<string, number> = {
  twos: 2,
  threes: 3,
  fours: 4,
  fives: 5,
  sixes: 6,
  sevens: 7,
  eights: 8,
  nines: 9,
  tens: 10,
  elevens: 11,
  twelves: 12,
  twenties: 20,
  hundreds: 100,
}
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

/** What has no sign of its own yet: "four fives", "the fifth number", "a score". */
const before: readonly Rule[] = [
  [/\s{2,}/g, () => ' '],
  [
    new RegExp(`(\\d)\\s+(${Object.keys(plurals).join('|')})\\b`, 'g'),
    ([, digit = '', word = '']) => `${digit}*${plurals[word]}`,
  ],
  [
    new RegExp(
      `\\b(${ordinals.join('|')})(?=\\s+(?:power|positive|whole|natural|counting|number|integer)|[.,]|$)`,
      'g',
    ),
    ([, word = '']) => `${ordinals.indexOf(word) + 1}th`,
  ],
  [/(?:(\d+)|\ba)\s+score(?= (?:of|and)\b)/g, ([, many = '1']) => `${many || 1}*20`],
]

const chinese: readonly Rule[] = [
  rule(`N\\s*的\\s*N\\s*次[方幂]`, joined('^')),
  rule(`N\\s*的\\s*平方`, (of) => `${a(of)}^2`),
  rule(`N\\s*的\\s*立方`, (of) => `${a(of)}^3`),
  rule(`N\\s*的\\s*(?:算术)?平方根`, (of) => `sqrt(${a(of)})`),
  rule(`N\\s*份\\s*(?:之|当|其)?[中里内]\\s*的?\\s*(?:占|取|有)?\\s*N\\s*份`, turned('/')),
  rule(`N\\s*份[,\\s]*(?:共|总共|一共)\\s*N\\s*份`, joined('/')),
  rule(`N\\s*的\\s*(?:1\\/2|一半)`, times('1/2')),
  rule(`N\\s*的\\s*N\\s*倍`, joined('*')),
  rule(`(?:把|将|拿|用)\\s*N\\s*(?:平均)?(?:除以|分成|分为)\\s*N`, joined('/')),
  rule(`N\\s*[和与]\\s*N\\s*的(?:平均数|平均值|中点)`, (of) => `(${a(of)}+${b(of)})/2`),
  rule(`N\\s*[和与]\\s*N\\s*的?(?:之和|的和|和|总和)`, joined('+')),
  rule(`N\\s*[和与]\\s*N\\s*的?(?:之差|的差|差)`, (of) => `abs(${a(of)}-${b(of)})`),
  rule(`N\\s*[和与]\\s*N\\s*的?(?:之积|的积|积|乘积)`, joined('*')),
  rule(`N\\s*[和与]\\s*N\\s*的?(?:之商|的商|商)`, joined('/')),
  rule(`N\\s*再?加上?\\s*N`, joined('+')),
  rule(`N\\s*再?减去?\\s*N`, joined('-')),
  rule(`N\\s*的相反数|零下\\s*N|0\\s*下\\s*N|负的\\s*N`, (of) => `0-${a(of)}`),
  rule(`N\\s*的倒数`, (of) => `1/${a(of)}*1`),
  rule(`N\\s*的?(?:后|下)\\s*[一1]\\s*(?:个|位)`, (of) => `${a(of)}+1`),
  rule(`N\\s*的?(?:前|上)\\s*[一1]\\s*(?:个|位)`, (of) => `${a(of)}-1`),
  rule(`第\\s*N\\s*个(?:正整数|自然数|整数)`, (of) => `0+${a(of)}`),
  rule(`分(?:成|为)\\s*N\\s*(?:等)?份[,，]?\\s*(?:取|拿|占|涂)\\s*N\\s*份`, turned('/')),
  rule(`N\\s*个\\s*([2-9](?![\\d/.])|\\d{2,})(?!\\s*分)`, joined('*')),
  rule(`N\\s*张\\s*N\\s*[块元]`, joined('*')),
]

/** Cheap signs that a rule may fit at all. */
const mayFit = {
  english:
    /\b(?:of|from|to|by|into|in|less|between|doubled|tripled|halved|quartered|halve|halving|each|than|cubed|double|twice|triple|treble|thrice|per|below|under|short|but|out|add|number|integer|power|score|t[wo]+s|threes|fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves|twenties|hundreds)\b/,
  chinese: /[的份把将拿用和与加减零负下上第个张]/,
}

/** Two passes: what a rule made may be an operand of another. The places of characters are kept. */
export function verbalSigns(plain: Plain): Plain {
  if (!/\d|\bscore of\b|\b(?:whole|natural|counting|positive) (?:number|integer)/.test(plain.text)) return plain
  const rules = [
    ...(mayFit.english.test(plain.text) ? english : []),
    ...(mayFit.chinese.test(plain.text) ? chinese : []),
  ]
  const apply = (text: Plain, some: readonly Rule[]) =>
    some.reduce((sum, [pattern, by]) => rewrite(sum, pattern, by), text)
  return rules.length === 0 ? plain : apply(apply(apply(plain, before), rules), rules)
}
