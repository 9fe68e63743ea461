// What a message may say when it is read backwards, shifted, in leet, in base64 or in pinyin. Readings, not translations: most are nonsense and fit nothing.
import type { Language } from '@guildhall/contracts/run'

export type Decoding = { text: string; language: Language | null }

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }

/** Syllables without tones, as pupils type them. */
const pinyin: readonly [RegExp, string][] = [
  [/gao\s*su/g, '告诉'],
  [/zhi\s*jie/g, '直接'],
  [/da\s*an/g, '答案'],
  [/shen\s*me/g, '什么'],
  [/duo\s*shao/g, '多少'],
  [/bang\s*wo/g, '帮我'],
  [/\bwo\b/g, '我'],
  [/\bshuo\b/g, '说'],
  [/\bqiu\b/g, '求'],
  [/\bzuo\b/g, '做'],
  [/\bshi\b/g, '是'],
  [/\bma\b/g, '吗'],
  [/\bgei\b/g, '给'],
  [/\bxuan\b/g, '选'],
  [/\bna\s*ge\b/g, '哪个'],
  [/\bxiang\s*si\b/g, '想死'],
  [/\bzi\s*sha\b/g, '自杀'],
  [/\bdui\b/g, '对'],
  [/\bbu\b/g, '不'],
  [/\bji\b/g, '几'],
]

export function decodings(message: string): Decoding[] {
  const lower = message.toLowerCase()
  const read = [reversed(lower), rot13(lower), fromLeet(lower), fromBase64(message), spacedOut(lower)].map((text) => ({
    text,
    language: null,
  }))
  const chinese = pinyin.reduce((text, [syllables, word]) => text.replace(syllables, word), lower)
  const isPinyin =
    (chinese.match(/\p{Script=Han}+/gu)?.join('').length ?? 0) >= (/\bshi\b.*\bma\b/.test(lower) ? 2 : 3) &&
    !/\p{Script=Han}/u.test(lower)
  return [
    ...read.filter(({ text }) => text !== lower),
    ...(isPinyin ? [{ text: chinese.replace(/\s+/g, ''), language: 'zh-CN' as const }] : []),
  ]
}

const reversed = (text: string) => Array.from(text).reverse().join('')

const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (char) => String.fromCharCode(((char.charCodeAt(0) - 97 + 13) % 26) + 97))

const fromLeet = (text: string) => text.replace(/[013457@$]/g, (char) => leet[char] ?? char)

/** `t e l l  m e` */
const spacedOut = (text: string) =>
  /^(?:\S[\s.\-_]+){5,}\S\W*$/.test(text) ? text.replace(/(\S)[\s.\-_](?=\S)/g, '$1') : text

function fromBase64(message: string): string {
  const code = /[A-Za-z\d+/]{8,}={0,2}/.exec(message)?.[0]
  if (code === undefined || code.length % 4 !== 0) return ''
  try {
    const text = atob(code)
    return /^[\x20-\x7e\s]+$/.test(text) ? text.toLowerCase() : ''
  } catch {
    return ''
  }
}
