// Number words of other languages a pupil may ask for: Spanish, French, German, and Chinese in pinyin. Those that are English words too count only where an answer stands.
import Fraction from 'fraction.js'
import type { Mention } from './mention.ts'

const lists = {
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  pinyin: 'ling2 yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3 shi2',
}
const fractions = {
  'la mitad': '1/2',
  'un medio': '1/2',
  'un demi': '1/2',
  'die hälfte': '1/2',
  'ein halb': '1/2',
  'un tercio': '1/3',
  'un tiers': '1/3',
  'ein drittel': '1/3',
  'un cuarto': '1/4',
  'un quart': '1/4',
  'ein viertel': '1/4',
  'tres cuartos': '3/4',
  'trois quarts': '3/4',
  'drei viertel': '3/4',
  'er fen zhi yi': '1/2',
  'san fen zhi yi': '1/3',
  'si fen zhi yi': '1/4',
  'si fen zhi san': '3/4',
}
/** Also words or letters of English, or of the prose of a hint. */
const shared = new Set([
  'once',
  'un',
  'six',
  'elf',
  'sept',
  'dix',
  'null',
  'acht',
  'seize',
  'quince',
  'onze',
  'tres',
  'uno',
  'ling',
  'yi',
  'er',
  'san',
  'si',
  'wu',
  'liu',
  'qi',
  'ba',
  'jiu',
  'shi',
])

const values = new Map<string, string>([
  ...Object.entries(lists).flatMap(([language, list]) =>
    list.split(' ').flatMap((word, value): [string, string][] => {
      const bare = unaccented(word)
      return language === 'pinyin'
        ? [
            [bare, String(value)],
            [bare.slice(0, -1), String(value)],
          ]
        : [[bare, String(value)]]
    }),
  ),
  ...Object.entries(fractions).map(([words, value]): [string, string] => [unaccented(words), value]),
])

const longest = [...values.keys()].sort((a, b) => b.length - a.length).join('|')
const pattern = new RegExp(`(?<![a-z])(?:${longest})(?![a-z0-9])`, 'gi')

/** Plain text has no accents left: they were marks, and marks are taken off. */
export function foreignNumbers(text: string): Mention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const word = match[0].toLowerCase()
    const value = values.get(word)
    if (value === undefined) return []
    return [
      {
        values: [new Fraction(value)],
        at: match.index,
        end: match.index + word.length,
        form: 'foreign',
        decimals: 0,
        isSmall: shared.has(word),
      },
    ]
  })
}

function unaccented(word: string): string {
  return word.normalize('NFKD').replace(/\p{Mn}/gu, '')
}
