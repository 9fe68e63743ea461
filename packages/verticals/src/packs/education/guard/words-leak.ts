// The answer in its own words, and the choice it is: by text, by letter, by place, or by ruling out all the others.
import type { GuardedAnswer, GuardedChoice } from './answer.ts'
import { isAnswerSpot } from './spot.ts'
import { isQuoted, type TokenText } from './token-text.ts'

type Found = { form: string; at: number } | null
type Args = { tokens: TokenText; answer: GuardedAnswer }

/** `text` is plain and lower case. */
export function findWords(text: string, args: Args): Found {
  const { choice } = args.answer
  return wordIn(text, args) ?? (choice && (namedChoice(text, choice) ?? ruledOut(text, choice)))
}

/** Words that stand in any prose give themselves away only where an answer stands. */
const everyday =
  /^(?:yes|no|true|false|not|more|less|equal|same|both|none|all|odd|even|up|down|是|否|对|错|不是|大|小|多|少|有|无|没有|能|不能|相等|一样|不|可以|不可以|.)$/

function wordIn(text: string, { tokens, answer }: Args): Found {
  for (const word of answer.words) {
    for (const match of text.matchAll(patternOf(word))) {
      const [at, end] = [match.index, match.index + match[0].length]
      const isAnnounced = isAnswerSpot(text, at)
      if (answer.choice && isListed(text, { at, end }, answer.choice)) continue
      if (
        everyday.test(word)
          ? !isAnnounced || /^\s*[a-z]/.test(text.slice(end, end + 3))
          : !isAnnounced && isQuoted(tokens, { at, end }, answer.stems)
      )
        continue
      return { form: 'word', at }
    }
  }
  return null
}

/** Any punctuation or blank between the words of an answer; whole words only, Chinese anywhere; a number not within a longer one. */
function patternOf(word: string): RegExp {
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  const body = parts.map(loosened).join('[^\\p{L}\\p{N}]{1,3}')
  return new RegExp(`(?<![a-z\\d]|\\d[.,/:])${body}(?:s|ly)?(?![a-z\\d]|[.,/:]\\d)`, 'giu')
}

/** A long word in its other forms too (equivalence for equivalent), Chinese with anything thin between its characters. */
function loosened(part: string): string {
  if (/^\p{Script=Han}{2,}$/u.test(part)) return Array.from(part).join('[^\\p{L}\\p{N}]{0,2}')
  return /^[a-z]{8,}$/.test(part) ? `${part.slice(0, -1)}[a-z]{0,3}` : escaped(part)
}

const joint = `["')\\s]*(?:,|\\/|\\b(?:and|or|with|to|than)\\b|[和与或跟])?\\s*(?:\\b(?:to|with)\\s+)?(?:(?:option|choice|选项)\\s*)?["'(\\s]*`

/** Stands beside another choice, as in "compare 1/2 and 2/3": then it is one of several and points at none. */
export function isListed(text: string, { at, end }: { at: number; end: number }, { others }: GuardedChoice): boolean {
  if (isAnswerSpot(text, at)) return false
  const names = others
    .flatMap(({ id, texts }) => [id, ...texts])
    .map(escaped)
    .join('|')
  if (names === '') return false
  const before = new RegExp(`(?<![a-z\\d/.])(?:${names})${joint}$`, 'i').test(text.slice(Math.max(0, at - 80), at))
  return before || new RegExp(`^${joint}(?:${names})(?![a-z\\d/.]\\w)`, 'i').test(text.slice(end, end + 80))
}

const escaped = (name: string) => name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

const places = [
  ['first', '1st', '一'],
  ['second', '2nd', '二'],
  ['third', '3rd', '三'],
  ['fourth', '4th', '四'],
  ['fifth', '5th', '五'],
  ['sixth', '6th', '六'],
] as const

function namedChoice(text: string, choice: GuardedChoice): Found {
  const { id, place, others } = choice
  if (isPlaced(text, choice)) return { form: 'choice_place', at: 0 }
  const letter = /^[a-z]$/.test(id) ? id : place >= 0 ? String.fromCharCode(97 + place) : null
  const names = [...new Set([id, ...(letter === null || others.some((other) => other.id === letter) ? [] : [letter])])]
  for (const name of names) {
    const safe = name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
    const spots = [...text.matchAll(spotOf(safe)), ...(name.length === 1 ? announced(text, safe) : [])]
    const spot = spots.find((match) => !isListed(text, { at: match.index, end: match.index + match[0].length }, choice))
    if (spot) return { form: 'choice', at: spot.index }
  }
  const ordinal = places[place]
  const byPlace =
    ordinal &&
    new RegExp(
      `\\b(?:${ordinal[0]}|${ordinal[1]})\\s+(?:one|option|choice|answer)\\b|第${ordinal[2]}(?:个选?项?|项)|\\b(?:option|choice)\\s+(?:number\\s+)?${place + 1}\\b|选项\\s*${place + 1}`,
      'i',
    ).exec(text)
  const last =
    place >= 0 && place === others.length ? /\blast (?:one|option|choice)\b|最后一?个?(?:选项|项)/i.exec(text) : null
  const found = byPlace ?? last
  return found ? { form: 'choice_place', at: found.index } : null
}

const counts = ['one', 'two', 'three', 'four', 'five', 'six']
const heavenly = '甲乙丙丁戊己'
const greek = 'αβγδεζ'
const radio = ['al[fp]h?a', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot']

/** Other names of a place among the choices: "option two", 乙, "the second of the three", "the middle one", "between a and c". */
function isPlaced(text: string, { place, others }: GuardedChoice): boolean {
  if (place < 0 || place > 5) return false
  const [ordinal = ['', '', '']] = [places[place]]
  const many = others.length + 1
  const letterAt = (at: number) => String.fromCharCode(97 + at)
  const announcing = '(?:option|choice|answer|pick|choose|select|letter|is|选项?|答案是?|是)'
  const names = [counts[place], heavenly[place], greek[place]].join('|')
  return new RegExp(
    [
      `\\b(?:option|choice)\\s+${counts[place]}\\b`,
      `(?:^|[.!?\\n])\\s*(?:${names})\\s*(?:$|[.!?\\n])`,
      `${announcing}\\s*[:"'(]*(?:${heavenly[place]}|${greek[place]}|${radio[place]})(?![\\p{L}])`,
      `(?<![a-z'])${letterAt(place)} (?:for|as in) [a-z]+\\b`,
      `\\b(?:${ordinal[0]}|${ordinal[1]}) of (?:the )?(?:${many}|${counts[many - 1]}|options|choices|answers)\\b`,
      ...(many % 2 === 1 && place === (many - 1) / 2
        ? [
            '\\b(?:the )?middle (?:one|option|choice|answer)\\b',
            '\\b(?:one|option|choice|answer) in the middle\\b',
            '中间(?:的|那)(?:个|项|一)',
          ]
        : []),
      ...(place > 0 && place < many - 1
        ? [
            `\\bbetween (?:the )?(?:${letterAt(place - 1)}|${places[place - 1]?.[0]}) and (?:the )?(?:${letterAt(place + 1)}|${places[place + 1]?.[0]})\\b`,
          ]
        : []),
      ...(place > 0 ? [`\\b(?:letter|one|option) (?:right )?after ${letterAt(place - 1)}\\b`] : []),
    ].join('|'),
    'iu',
  ).test(text)
}

/** A choice's name where it is picked: "option b", 选b, "b is right", "(b)". */
function spotOf(name: string): RegExp {
  const before = `\\b(?:option|choice|answer|letter|pick|choose|select)\\s+(?:is\\s+)?["'(]*${name}\\b|(?:选项?|答案是?|就是)\\s*["'(]*${name}(?![a-z])`
  const behind = `(?<![a-z])${name}\\s*(?:选?项|是对的|是正确|正确|is (?:right|correct|the (?:right|answer|one)))`
  return new RegExp(`${before}|${behind}|["'(]${name}["')]`, 'gi')
}

function announced(text: string, letter: string) {
  return [...text.matchAll(new RegExp(`(?<![a-z])${letter}(?![a-z'])`, 'gi'))].filter(
    ({ index }) =>
      (isAnswerSpot(text, index) || isAlone(text, index)) && !/^.\s+[a-z]/.test(text.slice(index, index + 4)),
  )
}

/** A sentence of nothing but this letter. */
function isAlone(text: string, at: number): boolean {
  return (
    /(?:^|[.!?\n:])[\s"'($]*$/.test(text.slice(Math.max(0, at - 8), at)) &&
    /^[\s"')$]*(?:$|[.!])/.test(text.slice(at + 1, at + 8))
  )
}

/** "Not a, and c is wrong too" leaves one. */
function ruledOut(text: string, { others }: GuardedChoice): Found {
  const denied =
    /\b(?:not|isn't|is not|wrong|too (?:small|big|large|low|high|little)|太[大小]|(?:is|are|was) out|(?:all|everything|anything|every one) but|except|rule out|eliminate|cross out|incorrect|never|neither|nor)\b|不[是选对能]|错|排除|划掉/
  if (others.length === 0 || !denied.test(text)) return null
  const isDenied = (names: readonly string[]) =>
    [...text.matchAll(new RegExp(`(?<![a-z])(?:${names.map(escaped).join('|')})(?![a-z])`, 'gi'))].some(
      ({ index, 0: name }) => denied.test(text.slice(Math.max(0, index - 30), index + name.length + 24)),
    )
  return others.every(({ id, texts }) => isDenied([id, ...texts])) ? { form: 'ruled_out', at: 0 } : null
}
