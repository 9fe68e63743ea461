// Text -> terms: English words by their Porter stems without function words, Chinese by pairs of characters between function words.
import { stemmer } from 'stemmer'

const functionWords = new Set(
  `a about after again all also am an and any are as at be because been before being but by can could did do does doing done for from get gets
  give go goes going got had has have he her here hers him his how i if in into is it its just keep know let like long make many may me might
  mine much must my need needs no not now of off on once one only or our ours out please same shall she should so some still such take takes
  tell than that the their them then there these they this those through to too under until up us use very want wants was we were what when
  something anything certain back where which while who whom why will with within without would yes yet you your yours happen happens possible able there cannot don't doesn't
  can't won't isn't aren't`.split(/\s+/),
)

// Longest first where one begins another.
const functionWordsZh =
  /怎么办|可以用|能用|为什么|什么时候|多长时间|有没有|能不能|可不可以|可以吗|是不是|请问|你们|我们|他们|您们|怎么样|怎么|怎样|如何|什么|哪里|哪些|哪个|多少|多久|几天|需要|可以|能否|是否|可否|应该|已经|还是|或者|如果|因为|所以|但是|而且|一个|这个|那个|这些|那些|时候|之后|之前|以后|以前|想要|知道|一下|现在|到底|会不会|要不要|[的了吗呢吧啊呀么我你您他她它们是在有和与或及也都就还会能要想把被给让从到对为以这那个不没很太再又请问嘛后前里上下]/g

const words = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu
const hanRun = /\p{Script=Han}+/gu
const isHan = /\p{Script=Han}/u

export const languageOf = (text: string): 'en' | 'zh-CN' => (isHan.test(text) ? 'zh-CN' : 'en')

/** What carries meaning in a question; the same term twice counts once. */
export function questionTerms(text: string): string[] {
  return [...new Set([...latinTerms(text), ...hanTerms(text, true)])]
}

/**
 * The terms a question is held to. Of Chinese a single character, or a pair across the border of two words, that no passage has says nothing:
 * a pair is taken for such where it shares a character with one that is known.
 */
export function countedTerms(terms: readonly string[], isKnown: (term: string) => boolean): string[] {
  const known = terms.filter(isKnown)
  return terms.filter((term) => {
    if (isKnown(term) || !isHan.test(term)) return true
    const [first, second] = Array.from(term)
    if (second === undefined) return false
    return !known.some(
      (one) => one.length > 1 && isHan.test(one) && (one.endsWith(first ?? '') || one.startsWith(second)),
    )
  })
}

/** All terms of a passage, repeated as they are. `stems` remembers words over the passages of one search. */
export function passageTerms(text: string, stems: Map<string, string> = new Map()): string[] {
  return [...latinTerms(text, stems), ...hanTerms(text, false)]
}

function latinTerms(text: string, stems: Map<string, string> = new Map()): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(words)].flatMap(([word]) => {
    const plain = word.replace('’', "'")
    // I've, company's: what stands before the apostrophe.
    const head = plain.replace(/'.*$/, '')
    return isHan.test(plain) || functionWords.has(plain) || functionWords.has(head) ? [] : [stemOf(head, stems)]
  })
}

function stemOf(word: string, stems: Map<string, string>): string {
  const stem = stems.get(word) ?? stemmer(word)
  stems.set(word, stem)
  return stem
}

/**
 * Pairs of neighbouring characters. Of a question only pairs between function words are kept, and single characters that stand alone; of a
 * passage all pairs and all single characters, so that a question's cuts need not be the passage's.
 */
function hanTerms(text: string, isQuestion: boolean): string[] {
  const runs = [...text.matchAll(hanRun)].map(([run]) => run)
  const parts = isQuestion ? runs.flatMap((run) => run.split(functionWordsZh)) : runs
  return parts.flatMap((part) => {
    const characters = Array.from(part ?? '')
    const pairs = characters.slice(1).map((second, at) => `${characters[at]}${second}`)
    if (isQuestion) return characters.length === 1 ? characters : pairs
    return [...pairs, ...characters]
  })
}
