// Chinese numerals as they are typed without their characters: "er shi", "liu4 fen1 zhi1 wu3". Two syllables at least; one alone is a word of too many
// languages, and is read elsewhere.
import { chineseNumbers } from './number-words-zh.ts'
import type { WordNumber } from './word-number.ts'

const syllables: Record<string, string> = {
  ling: '零',
  yi: '一',
  er: '二',
  liang: '两',
  san: '三',
  si: '四',
  wu: '五',
  liu: '六',
  qi: '七',
  ba: '八',
  jiu: '九',
  shi: '十',
  bai: '百',
  qian: '千',
  wan: '万',
  dian: '点',
  fen: '分',
  zhi: '之',
  you: '又',
  fu: '负',
}
const syllable = `(?:${Object.keys(syllables).join('|')})[1-5]?`
const run = new RegExp(`(?<![a-z])${syllable}(?:[\\s'-]?${syllable})+(?![a-z])`, 'gi')

/** Marks of tone are gone from plain text. A run counts where it is one number from end to end. */
export function pinyinNumbers(text: string): WordNumber[] {
  return [...text.matchAll(run)].flatMap((match) => {
    const told = [...match[0].toLowerCase().matchAll(new RegExp(syllable, 'g'))]
      .map(([one]) => syllables[one.replace(/\d/g, '')] ?? '')
      .join('')
    const [read] = chineseNumbers(told)
    if (!read || read.at > 0 || read.end < told.length) return []
    return [{ ...read, at: match.index, end: match.index + match[0].length, isSmall: false }]
  })
}
