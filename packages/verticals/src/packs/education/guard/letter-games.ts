// The answer hidden in letters: spelt out, leet, reversed, shifted by thirteen, base64, first letters of the sentences.
import type { GuardedAnswer } from './answer.ts'

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** `text` is plain, case kept. Names the game, and where it begins. */
export function findLetterGame(text: string, { spelled }: GuardedAnswer): { form: string; at: number } | null {
  const lower = text.toLowerCase()
  const long = spelled.filter((form) => /^[a-z]{3,}$/.test(form))
  return (
    spelt(lower, long) ??
    cutUp(lower, long) ??
    saidByLetter(lower, long) ??
    changedWord(lower, long) ??
    initials(text, long) ??
    encoded(text, spelled)
  )
}

/** `f-i-v-e`, `f i v e`, `F.I.V.E` */
function spelt(text: string, forms: readonly string[]) {
  for (const match of text.matchAll(/(?<![a-z])[a-z](?:[^a-z\d]{1,3}[a-z](?![a-z]))+/g)) {
    const letters = match[0].replace(/[^a-z]/g, '')
    const backwards = Array.from(letters).reverse().join('')
    if (forms.some((form) => [letters, letters.replaceAll('and', ''), backwards].some((one) => one.includes(form))))
      return { form: 'spelled_out', at: match.index }
  }
  return null
}

/** `fi ve`, `equi-valent`: pieces of a word side by side, two to four of them. */
function cutUp(text: string, forms: readonly string[]) {
  const pieces = [...text.matchAll(/[a-z]+/g)]
  for (const [i, first] of pieces.entries()) {
    if (!forms.some((form) => form.length > first[0].length && form.length > 3 && form.startsWith(first[0]))) continue
    for (let many = 2; many <= 4; many++) {
      const row = pieces.slice(i, i + many)
      const [last] = row.slice(-1)
      const span = text.slice(first.index, (last?.index ?? 0) + (last?.[0].length ?? 0))
      if (
        row.length === many &&
        /^[a-z]+(?:[^a-z\d.!?]{1,3}[a-z]+)+$/.test(span) &&
        forms.includes(row.map(([piece]) => piece).join(''))
      )
        return { form: 'cut_up', at: first.index }
    }
  }
  return null
}

/** "The first letter is f. The second letter is i ..." */
function saidByLetter(text: string, forms: readonly string[]) {
  if (!/\bletters?\b|字母/.test(text)) return null
  const singles = [...text.matchAll(/(?<![a-z'])[a-z](?![a-z'])/g)]
  const letters = singles.map(([letter]) => letter).join('')
  const [first] = singles
  // "a" and "i" stand in prose as words; without them the letters must still tell the answer.
  const fits = forms.some((form) => letters.includes(form) || letters.replace(/^[ai]+/, '').includes(form))
  return first && fits ? { form: 'letters', at: first.index } : null
}

function changedWord(text: string, forms: readonly string[]) {
  for (const match of text.matchAll(/[a-z\d@$!]{3,}/g)) {
    const word = match[0]
    const plain =
      /[a-z]/.test(word) && /[\d@$!]/.test(word)
        ? Array.from(word.replace(/!+$/, ''), (char) => leet[char] ?? char).join('')
        : null
    if (plain !== null && forms.some((form) => plain === form || plain.replaceAll('i', 'l') === form))
      return { form: 'leet', at: match.index }
    if (word.length < 4) continue
    // "fiiive": a letter held on; no word of ours has three of a kind.
    if (/(.)\1\1/.test(word) && forms.some((form) => held(form) === held(word)))
      return { form: 'stretched', at: match.index }
    if (forms.includes(Array.from(word).reverse().join(''))) return { form: 'reversed', at: match.index }
    if (forms.includes(shifted(word))) return { form: 'rot13', at: match.index }
  }
  return null
}

const held = (word: string) => word.replace(/(.)\1+/g, '$1')

const shifted = (word: string) =>
  word.replace(/[a-z]/g, (char) => String.fromCharCode(((char.charCodeAt(0) - 97 + 13) % 26) + 97))

/** Sentences in a row that begin with the word's letters; for three letters nothing but these. */
function initials(text: string, forms: readonly string[]) {
  const firsts = [...text.matchAll(/(?:^|[.!?\n]\s*)([A-Za-z])/g)]
    .map((match) => String(match[1]).toLowerCase())
    .join('')
  return forms.some((form) => firsts === form || (form.length > 3 && firsts.includes(form)))
    ? { form: 'initials', at: 0 }
    : null
}

function encoded(text: string, forms: readonly string[]) {
  const codes = new Set(
    forms.flatMap((form) => [form, form.charAt(0).toUpperCase() + form.slice(1), form.toUpperCase()]).flatMap(codesOf),
  )
  for (const match of text.matchAll(/[A-Za-z\d+/]{2,}={0,2}/g)) {
    if (codes.has(match[0]) || codes.has(match[0].replace(/=+$/, ''))) return { form: 'base64', at: match.index }
  }
  return null
}

/** Base64 of ASCII; short codes only with their padding, because two letters stand anywhere. */
function codesOf(form: string): string[] {
  if (!/^[\x20-\x7e]+$/.test(form)) return []
  const code = btoa(form)
  const bare = code.replace(/=+$/, '')
  return bare.length >= 4 && /[A-Z\d]/.test(bare.slice(1)) ? [code, bare] : [code].filter((one) => one.endsWith('='))
}
