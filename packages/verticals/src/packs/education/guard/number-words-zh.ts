// Chinese number words: 四十二, 二分之一, 一又二分之一, 零点五, 百分之五十, 五折, 三成, capitals 壹贰叁. Digits may stand for any part.
import Fraction from 'fraction.js'
import type { WordNumber } from './word-number.ts'

const same: Record<string, string> = {
  〇: '零',
  '○': '零',
  洞: '零',
  壹: '一',
  弌: '一',
  幺: '一',
  贰: '二',
  貳: '二',
  两: '二',
  兩: '二',
  俩: '二',
  叁: '三',
  參: '三',
  仨: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  點: '点',
  負: '负',
  兆: '兆',
}
const digits = '零一二三四五六七八九'
/** Twenty, thirty, forty in one character. */
const twenties = '廿卅卌'
const steps: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

const numeral = String.raw`(?:[零一二三四五六七八九十百千万亿廿卅卌]+|(?<![\d.])\d{1,12}(?:\.\d{1,12})?)`
const decimal = `${numeral}(?:点[零一二三四五六七八九\\d]+)?`
const pattern = new RegExp(
  [
    `(?<sign>负)?(?:`,
    `百分之\\s*(?<percent>${decimal})`,
    `|千分之\\s*(?<mille>${decimal})`,
    `|(?:(?<whole>${numeral})\\s*又\\s*)?(?<bottom>${numeral})\\s*分之\\s*(?<top>${numeral})`,
    `|(?<halves>[一二三四五六七八九]|十)个半(?!径)|(?<half>一半|半个|(?<!一|一大|一小|大|小|多)半(?![径球天路夜])|一半儿)`,
    `|(?<tenths>[一二三四五六七八九]{1,2}|\\d(?:\\.\\d)?)(?<tenthWord>折|成(?![为绩立功长员本分果都半])(?<more>[一二三四五六七八九\\d])?)`,
    `|(?<dozen>[一二三四五六七八九])打(?![开算])`,
    `|(?<plain>${decimal})(?<sheng>%)?)`,
  ].join(''),
  'gu',
)

export function chineseNumbers(text: string): WordNumber[] {
  if (!/[\u3007\u4e00-\u9fff]/.test(text)) return []
  const simple = Array.from(text)
    .map((char) => (char.length === 1 ? (same[char] ?? char) : char))
    .join('')
  return [...simple.matchAll(pattern)].flatMap((match) => {
    if (!/[\u3007\u4e00-\u9fff]/.test(match[0])) return []
    const read = readGroups(match.groups ?? {})
    if (read === null) return []
    // Capitals are written for figures only, but for one that is also the land.
    const isSmall =
      /^[一二三四五六七八九十零]$/.test(match[0]) && !/^[壹贰貳叁參肆伍柒捌玖拾]$/.test(text.charAt(match.index))
    const value = match.groups?.sign ? read.value.neg() : read.value
    return [
      {
        value,
        isPercent: read.isPercent,
        at: match.index,
        end: match.index + match[0].length,
        language: 'zh-CN' as const,
        isSmall,
      },
    ]
  })
}

type Groups = Record<string, string | undefined>
type Read = { value: Fraction; isPercent: boolean }

function readGroups(groups: Groups): Read | null {
  const { percent, mille, whole, bottom, top, halves, half, tenths, more, dozen, plain, sheng } = groups
  if (percent !== undefined) return scaled(percent, 100, true)
  if (mille !== undefined) return scaled(mille, 1000, true)
  if (bottom !== undefined && top !== undefined) return fractionOf({ whole, bottom, top })
  if (halves !== undefined) return plus(readNumeral(halves), new Fraction(1, 2))
  if (half !== undefined) return { value: new Fraction(1, 2), isPercent: false }
  // 八五折 and 八成五 are both 85 %.
  if (tenths !== undefined)
    return scaled(more || Array.from(tenths).length === 2 ? `${tenths[0]}点${more ?? tenths[1]}` : tenths, 10, true)
  if (dozen !== undefined) return scaled(dozen, 1 / 12, false)
  if (plain === undefined) return null
  return scaled(plain, sheng ? 100 : 1, sheng !== undefined)
}

function scaled(text: string, divisor: number, isPercent: boolean): Read | null {
  const value = readDecimal(text)
  return value === null ? null : { value: divisor < 1 ? value.mul(12) : value.div(divisor), isPercent }
}

function fractionOf({ whole, bottom, top }: { whole: string | undefined; bottom: string; top: string }): Read | null {
  const [under, over] = [readNumeral(bottom), readNumeral(top)]
  if (under === null || over === null || under.n === 0n) return null
  const part = over.div(under)
  return whole === undefined ? { value: part, isPercent: false } : plus(readNumeral(whole), part)
}

const plus = (whole: Fraction | null, part: Fraction): Read | null =>
  whole === null ? null : { value: whole.add(part), isPercent: false }

function readDecimal(text: string): Fraction | null {
  const [whole = '', part] = text.split('点')
  const value = readNumeral(whole)
  if (value === null || part === undefined) return value
  const places = Array.from(part)
    .map((char) => (/\d/.test(char) ? char : String(digits.indexOf(char))))
    .join('')
  return places.length > 12 ? null : value.add(new Fraction(`0.${places}`))
}

/** 四十二, 一百零五, 十, or digits in a row as in 五〇. Null for a bare 百, 千, 万: they are parts of other words. */
function readNumeral(text: string): Fraction | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text.length > 15 ? null : new Fraction(text)
  if (Array.from(text).every((char) => digits.includes(char)))
    return text.length > 12
      ? null
      : new Fraction(
          Array.from(text)
            .map((char) => digits.indexOf(char))
            .join(''),
        )
  if (/^[百千万亿]/.test(text) || text.length > 14) return null
  let [total, section, digit] = [0, 0, 0]
  for (const char of text) {
    const step = steps[char]
    if (digits.includes(char)) digit = digits.indexOf(char)
    else if (twenties.includes(char)) section += 20 + 10 * twenties.indexOf(char)
    else if (step !== undefined) [section, digit] = [section + (digit || (step === 10 ? 1 : 0)) * step, 0]
    else [total, section, digit] = [(total + section + digit) * (char === '万' ? 10_000 : 100_000_000), 0, 0]
  }
  return new Fraction(String(total + section + digit))
}
