// The rules of a content as rows, and what typing does to them. A rule that is not sound yet stays beside the content, so that a draft is never
// refused for half a rule; it goes in with the keystroke that completes it.
import type { RuleBuilder, RuleKind } from '@guildhall/verticals/kit/rule-builder'
import { ownAt, withOwn } from '@guildhall/verticals/kit/rule-place'

type Content = Record<string, unknown>
/** At the place after the last one it is a new rule. */
export type Unfinished = { kind: string; at: number; rule: unknown }
export type RuleRow = { kind: RuleKind; at: number; rule: unknown; isUnfinished: boolean }
export type Rules = { builder: RuleBuilder; content: Content; unfinished: readonly Unfinished[] }
type Changed = { content: Content; unfinished: readonly Unfinished[] }

/** Null where something else than rules stands at their place. */
export function rulesIn(
  { builder, content }: Pick<Rules, 'builder' | 'content'>,
  kind: RuleKind,
): readonly unknown[] | null {
  const own = ownAt(content, kind.path) ?? ownAt(builder.defaults, kind.path)
  if (kind.isList) return own === undefined ? [] : Array.isArray(own) ? own : null
  return own === undefined || own === kind.off ? [] : [own]
}

export function rowsOf(rules: Rules, kind: RuleKind): RuleRow[] {
  const held = rulesIn(rules, kind) ?? []
  const typed = new Map(
    rules.unfinished.filter((one) => one.kind === kind.slug).map((one) => [Math.min(one.at, held.length), one.rule]),
  )
  const all = typed.has(held.length) ? [...held, typed.get(held.length)] : held
  return all.map((rule, at) => ({ kind, at, rule: typed.get(at) ?? rule, isUnfinished: typed.has(at) }))
}

/** Takes what was typed: into the content where it is sound, beside it where it is not. */
export function typed(rules: Rules, { kind, at, rule }: { kind: RuleKind; at: number; rule: unknown }): Changed {
  const held = rulesIn(rules, kind) ?? []
  const others = held.filter((_, place) => place !== at)
  const rest = rules.unfinished.filter((one) => one.kind !== kind.slug || Math.min(one.at, held.length) !== at)
  if (rules.builder.mend(kind.slug, rule, others) !== null)
    return { content: rules.content, unfinished: [...rest, { kind: kind.slug, at, rule }] }
  const next = kind.isList ? [...held.slice(0, at), rule, ...held.slice(at + 1)] : rule
  return { content: contentWith(rules, kind, next), unfinished: rest }
}

export function removed(rules: Rules, { kind, at }: { kind: RuleKind; at: number }): Changed {
  const held = rulesIn(rules, kind) ?? []
  const rest = rules.unfinished.flatMap((one) => {
    const place = Math.min(one.at, held.length)
    if (one.kind !== kind.slug) return [one]
    return place === at ? [] : [{ ...one, at: place > at ? place - 1 : place }]
  })
  if (at >= held.length) return { content: rules.content, unfinished: rest }
  const next = kind.isList ? held.filter((_, place) => place !== at) : kind.off
  return { content: contentWith(rules, kind, next), unfinished: rest }
}

/** Swaps two neighbours, of which both are in the content. */
export function swapped(rules: Rules, { kind, at, to }: { kind: RuleKind; at: number; to: number }): Changed {
  const held = rulesIn(rules, kind) ?? []
  if (at >= held.length || to >= held.length || to < 0) return rules
  const next = held.with(at, held[to]).with(to, held[at])
  const moved = new Map([
    [at, to],
    [to, at],
  ])
  const unfinished = rules.unfinished.map((one) =>
    one.kind === kind.slug ? { ...one, at: moved.get(one.at) ?? one.at } : one,
  )
  return { content: contentWith(rules, kind, next), unfinished }
}

function contentWith({ content }: Rules, kind: RuleKind, value: unknown): Content {
  return { ...content, ...Object(withOwn(content, kind.path, value)) }
}

/** A name that only says what the rule says follows the rule; one that somebody wrote stays. */
export function renamed(
  { before, after }: { before: unknown; after: unknown },
  says: (rule: unknown) => { en: string; 'zh-CN': string },
): unknown {
  const [was, is] = [says(before), says(after)]
  const title = ownAt(after, 'title')
  const follow = (language: 'en' | 'zh-CN') => {
    const own = ownAt(title, language)
    return own === '' || own === undefined || own === was[language].slice(0, maxName)
      ? is[language].slice(0, maxName)
      : own
  }
  return withOwn(after, 'title', { en: follow('en'), 'zh-CN': follow('zh-CN') })
}
const maxName = 400
