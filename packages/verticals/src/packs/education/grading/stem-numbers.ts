// The numbers of a stem in reading order, without sign: what patterns of misconceptions call s1, s2 and so on.
import Fraction from 'fraction.js'
import { plainText } from './plain.ts'

export type StemNumber = { value: Fraction; top: Fraction; bottom: Fraction; at: number; end: number }

const written =
  /(?<whole>\d+)\s+(?<top>\d+)\s*\/\s*(?<bottom>\d+)|(?<n>\d+)\s*\/\s*(?<d>\d+)|(?<plain>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/g

/** A fraction, a mixed number or `1,200` is one number; `25%` is 25; a ratio is two. A stem of more than 40 numbers is cut there. */
export function stemNumbers(stem: string): StemNumber[] {
  const { text } = plainText(stem)
  return [...text.matchAll(written)].slice(0, 40).flatMap((match) => {
    const read = readGroups(match.groups ?? {})
    return read ? [{ ...read, at: match.index, end: match.index + match[0].length }] : []
  })
}

type Read = Pick<StemNumber, 'value' | 'top' | 'bottom'>

function readGroups({ whole, top, bottom, n, d, plain }: Record<string, string | undefined>): Read | null {
  if (plain !== undefined) {
    const value = new Fraction(plain.replaceAll(',', '').slice(0, 20))
    return { value, top: new Fraction(value.s * value.n), bottom: new Fraction(value.d) }
  }
  const [over, under] = [new Fraction(top ?? n ?? 0), new Fraction(bottom ?? d ?? 0)]
  if (under.n === 0n) return null
  const improper = whole === undefined ? over : new Fraction(whole).mul(under).add(over)
  return { value: improper.div(under), top: improper, bottom: under }
}
