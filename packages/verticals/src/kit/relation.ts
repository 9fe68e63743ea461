// Direction words are facts: each is worked out from two figures, and the verifier works it out again before it lets the word stand.
import type { Fact, FactBook, FactRef, Relation } from './facts.ts'
import { formatFact } from './format.ts'
import type { Localized } from './localized.ts'

const words = {
  rises: { en: 'rises', 'zh-CN': '上升' },
  falls: { en: 'falls', 'zh-CN': '下降' },
  stays: { en: 'stays', 'zh-CN': '持平' },
  above: { en: 'above', 'zh-CN': '高于' },
  below: { en: 'below', 'zh-CN': '低于' },
  level: { en: 'level with', 'zh-CN': '等于' },
  within: { en: 'within', 'zh-CN': '符合' },
  breaches: { en: 'in breach of', 'zh-CN': '违反' },
  raises: { en: 'raises', 'zh-CN': '提高' },
  lowers: { en: 'lowers', 'zh-CN': '降低' },
} satisfies Record<string, Localized>
type Word = keyof typeof words

/** Null where a figure is not known: then there is no direction to state. */
export function relate(
  book: FactBook,
  path: string,
  { kind, of, to }: { kind: Relation['kind']; of: FactRef; to: FactRef | null },
): FactRef | null {
  const word = wordOf(kind, of.fact, to?.fact ?? null)
  if (word === null) return null
  const relates = { kind, of: of.fact.path, to: to?.fact.path ?? null }
  return book.record({ path, value: word, unit: 'text', label: words[word], relates })
}

/** Whether a direction fact says what its figures say, in the house's words. */
export function isTrueRelation(fact: Fact, byPath: ReadonlyMap<string, Fact>): boolean {
  if (!fact.relates) return true
  const { kind, of, to } = fact.relates
  const [first, second] = [byPath.get(of), to === null ? null : byPath.get(to)]
  if (!first || second === undefined) return false
  const word = wordOf(kind, first, second)
  return word !== null && fact.value === word && JSON.stringify(fact.label) === JSON.stringify(words[word])
}

function wordOf(kind: Relation['kind'], of: Fact, to: Fact | null): Word | null {
  const a = numberOf(of)
  if (a === null) return null
  if (kind === 'sign') return a < 0 ? 'lowers' : 'raises'
  if (kind === 'move') return a < 0 ? 'falls' : 'rises'
  const b = to && numberOf(to)
  if (b === null || to === null) return null
  if (kind === 'max') return a <= b ? 'within' : 'breaches'
  if (kind === 'min') return a >= b ? 'within' : 'breaches'
  // What reads alike is not called different.
  const isSame = formatFact(of, 'en') === formatFact(to, 'en')
  if (kind === 'change') return isSame ? 'stays' : b > a ? 'rises' : 'falls'
  return isSame ? 'level' : a > b ? 'above' : 'below'
}

function numberOf({ value }: Fact): number | null {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
