// Seeded hostile answers: random bytes of many scripts, and a grammar that nests, towers, repeats and mixes what graders choke on. For the fuzz test and its bench.

const atoms = [
  '0',
  '1',
  '9',
  '99999999999',
  '1e999999',
  '1e-999999',
  '0.000000000001',
  '.',
  ',',
  '1,234',
  '1.234,5',
  '½',
  '５',
  '٣',
  'x',
  'y',
  'xy',
  'pi',
  'e',
  'NaN',
  'Infinity',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'sqrt',
  'sin',
  'import',
  'evaluate',
  '二分之一',
  '百分之',
  '五',
  '万',
  '点',
  '负',
  'half',
  'three',
  'point',
  'and',
  'percent',
  '%',
  '‰',
  '$',
  '¥',
  'km/h',
  'kg',
  'm²',
  '米',
  '\\frac{1}{2}',
  '\\frac{',
  '}',
  '{',
  '\u202e',
  '\u200b',
  '\u0301',
  '5\ufe0f\u20e3',
  '𝟓',
  'ﷺ',
  '\ud800',
  '\0',
  '\n',
  '"',
  "'",
  '`',
  ';',
  '#',
  '=',
  '<=',
  '>',
  ':',
  '//',
  '/*',
  '::',
] as const
const joints = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '**',
  '^^',
  '',
  ' ',
  '(',
  ')',
  ')(',
  '/0',
  '^(',
  '^-',
  '=',
  ' or ',
  ',',
] as const
const towers = [
  '9^9^9',
  '((((((((((',
  '^2'.repeat(60),
  '-'.repeat(150),
  '1/'.repeat(90),
  '(1+'.repeat(60),
  '9'.repeat(190),
  '2^2^2^2^2^2',
  'x^12^12',
  '(((x^12)^12)^12)',
  'sqrt('.repeat(39),
  '0.(3)'.repeat(30),
  '一'.repeat(150),
  'a'.repeat(190),
  '1 '.repeat(90),
  '1,'.repeat(90),
  "1'".repeat(90),
  'one hundred '.repeat(15),
  '千分之'.repeat(50),
] as const

/** Deterministic; at most about 12,000 characters each, most of them short. */
export function nastyAnswers(count: number, seed: number): string[] {
  const below = numbers(seed)
  return Array.from({ length: count }, (_, i) => {
    if (i % 500 === 0) return pick(atoms, below).repeat(10_240)
    if (i % 5 === 0) return randomText(below)
    if (i % 5 === 2) return school(below, 1 + below(5))
    return i % 5 === 1
      ? `${pick(towers, below)}${pick(joints, below)}${pick(atoms, below)}`
      : sentence(below, 3 + below(24))
  })
}

function sentence(below: (n: number) => number, parts: number): string {
  return Array.from({ length: parts }, () => pick(atoms, below) + pick(joints, below)).join('')
}

/** Well formed, and still of any depth: what a learner with too much time sends. */
function school(below: (n: number) => number, depth: number): string {
  if (depth === 0) return pick(['x', '2', '3/4', '0.5', '12', '1 1/2', 'x^2', '50%', '三', 'half'], below)
  const [left, right] = [school(below, depth - 1), school(below, below(depth))]
  return pick(
    [
      `${left} + ${right}`,
      `(${left})(${right})`,
      `(${left})/(${right})`,
      `${left} = ${right}`,
      `(${left})^${below(14)}`,
      `sqrt(${left})`,
      left,
    ],
    below,
  )
}

/** Half of it from the signs of school, half from anywhere in Unicode. */
function randomText(below: (n: number) => number): string {
  const signs = '0123456789+-*/^().,xy =%'
  return Array.from({ length: 1 + below(60) }, () =>
    below(2) === 0 ? signs.charAt(below(signs.length)) : String.fromCodePoint(below(0x2_ff_ff)),
  ).join('')
}

function pick<T>(list: readonly T[], below: (n: number) => number): T {
  const one = list[below(list.length)]
  if (one === undefined) throw new Error('picked from an empty list')
  return one
}

function numbers(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}
