// A text in its plainest characters (width, script of digits, signs, LaTeX), with where each came from. Invisible characters go: they only hide things.

/** `at[i]` is the index in the original of the i-th character of `text`. */
export type Plain = { text: string; at: readonly number[] }

/** Signs that count from one: dingbats, Roman numerals, dice. NFKD leaves them or makes letters of them. */
const numberedSigns = [
  { from: 0x2776, count: 10 },
  { from: 0x2780, count: 10 },
  { from: 0x278a, count: 10 },
  { from: 0x2160, count: 12 },
  { from: 0x2170, count: 12 },
  { from: 0x2680, count: 6 },
  // Clocks, and the rod numerals of Chinese accounts.
  { from: 0x1f550, count: 12 },
  { from: 0x3021, count: 9 },
]

const signs: Record<string, string> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '﹣': '-',
  '×': '*',
  '⋅': '*',
  '·': '*',
  '∙': '*',
  '•': '*',
  '✕': '*',
  '✖': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  '➗': '/',
  '➕': '+',
  '➖': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  '。': '.',
  '，': ',',
  '【': '[',
  '】': ']',
  '「': '"',
  '」': '"',
  π: 'pi',
  '√': 'sqrt',
  '🔟': '10',
}

/** Letters of other alphabets that look like ours. */
const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ο: 'o',
  ν: 'v',
  α: 'a',
  ι: 'i',
  ε: 'e',
  υ: 'u',
  κ: 'k',
  τ: 't',
  ѵ: 'v',
  һ: 'h',
  ԁ: 'd',
  ӏ: 'l',
  ı: 'i',
  ƒ: 'f',
}

const invisible = /^(?:\p{Cf}|\p{Mn}|\p{Me}|\u{115f}|\u{1160}|\u{3164})$/u
const superscript = /^[²³¹⁰-⁹⁻]$/
const vulgarFraction = /^[¼-¾⅐-⅞]$/

/** Case is kept. Text of at most a few thousand characters: callers hold the limit. */
export function plainText(original: string): Plain {
  let text = ''
  const at: number[] = []
  const add = (part: string, from: number) => {
    text += part
    for (let i = 0; i < part.length; i++) at.push(from)
  }
  let from = 0
  for (const char of original) {
    if (!invisible.test(char)) add(plainChar(char, text), from)
    from += char.length
  }
  return withoutLatex({ text, at })
}

function plainChar(char: string, before: string): string {
  if (/^[\x20-\x7e]$/.test(char)) return char
  if (/^\s$/.test(char)) return ' '
  // Half of the world writes a decimal point in the middle.
  if (char === '·' && /(?:^|\D)0$/.test(before)) return '.'
  const known = signs[char] ?? lookalikes[char]
  if (known !== undefined) return known
  if (superscript.test(char)) return (/\^-?\d*$/.test(before) ? '' : '^') + char.normalize('NFKC').replace('−', '-')
  if (vulgarFraction.test(char)) return (/\d$/.test(before) ? ' ' : '') + char.normalize('NFKC').replace('⁄', '/')
  const digit = otherDigit(char)
  if (digit !== null) return digit
  // Apart from its marks, which are dropped: "fünf" is compared as "funf".
  const narrow = char.normalize('NFKD')
  return Array.from(narrow)
    .map((one) => signs[one] ?? one)
    .join('')
    .replace(/[\p{Mn}\p{Me}]/gu, '')
}

function otherDigit(char: string): string | null {
  const code = char.codePointAt(0) ?? 0
  const counted = numberedSigns.find(({ from, count }) => code >= from && code < from + count)
  if (counted) return String(code - counted.from + 1)
  // Unicode keeps the ten digits of a script together, from zero on; several sets may stand side by side, each of ten.
  if (!/^\p{Nd}$/u.test(char)) return null
  let zero = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

// Two rounds: a fraction may hold a fraction. What stays a backslash is text.
const latex: readonly [RegExp, (match: string[]) => string][] = [
  [/\\(?:left|right|displaystyle|[,;:! ]|quad)/g, () => ' '],
  [
    /\\[dtc]?frac\s*\{([^{}]{1,60})\}\s*\{([^{}]{1,60})\}/g,
    ([, top = '', bottom = '']) => ` ${grouped(top)}/${grouped(bottom)}`,
  ],
  [/(\d+)\s*\\over\s*(\d+)/g, ([, top = '', bottom = '']) => `${top}/${bottom}`],
  [/\\[dtc]?frac\s*(\d)\s*(\d)/g, ([, top = '', bottom = '']) => ` ${top}/${bottom}`],
  [/\\sqrt\s*\{([^{}]{1,60})\}/g, ([, inner = '']) => `sqrt(${inner})`],
  [/\\(?:text|mathrm|mathbf|boxed|mbox)\s*\{([^{}]{0,60})\}/g, ([, inner = '']) => inner],
  [/\\(?:times|cdot)/g, () => '*'],
  [/\\div/g, () => '/'],
  [/\\%/g, () => '%'],
  [/\^\{([^{}]{1,20})\}/g, ([, inner = '']) => `^(${inner})`],
  [/\\\(|\\\)|\\\[|\\\]|\$(?=[^$]*[\\^])|\${2}/g, () => ' '],
]

function withoutLatex(plain: Plain): Plain {
  if (!plain.text.includes('\\') && !plain.text.includes('^{') && !plain.text.includes('$$')) return plain
  const once = latex.reduce((sum, [pattern, by]) => rewrite(sum, pattern, by), plain)
  const twice = latex.reduce((sum, [pattern, by]) => rewrite(sum, pattern, by), once)
  return plain.text.includes('$') ? rewrite(twice, /\$(?=\s*$)|^\s*\$/g, () => ' ') : twice
}

const grouped = (part: string) => (/^\s*-?[\w.]+\s*$/.test(part) ? part.trim() : `(${part.trim()})`)

/** Replaces every match; the new characters stand where the match began. */
export function rewrite(plain: Plain, pattern: RegExp, by: (match: string[]) => string): Plain {
  let text = ''
  let last = 0
  const at: number[] = []
  for (const match of plain.text.matchAll(pattern)) {
    text += plain.text.slice(last, match.index)
    for (let i = last; i < match.index; i++) at.push(plain.at[i] ?? 0)
    const part = by([...match].map((group) => group ?? ''))
    text += part
    for (let i = 0; i < part.length; i++) at.push(plain.at[match.index] ?? 0)
    last = match.index + match[0].length
  }
  text += plain.text.slice(last)
  for (let i = last; i < plain.text.length; i++) at.push(plain.at[i] ?? 0)
  return { text, at }
}
