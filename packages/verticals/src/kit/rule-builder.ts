// The rules of a content as a builder draws them: kinds of rules, where each is stored, what a person fills in, how a rule reads. A page draws any
// pack's from it and knows no kind by name.
import type { Localized } from './localized.ts'

/**
 * `at` is dotted inside the rule; empty where the rule is the value itself. A condition is `{ field, attribute?, op, value }`, with `attribute` where
 * the field is that; what a record does not say meets none. */
export type RuleSlot = { at: string; label: Localized } & (
  | { input: 'condition' }
  | { input: 'number'; unit: Localized; min: number; max: number; isWhole: boolean }
  /** The key of a record, found by its name. */
  | { input: 'record' }
  /** A value that records have in this field. */
  | { input: 'value'; field: string }
  | { input: 'attribute' }
  | { input: 'localized' }
)

/** What a rule does to the records it is about; null where it is about a list and no record. */
type RuleEffect = 'keeps' | 'leaves_out' | 'moves'

export type RuleKind = {
  slug: string
  title: Localized
  /** Dotted, in the content. */
  path: string
  /** A list holds one rule an entry. Else the path holds one rule, or `off`. */
  isList: boolean
  off: false | null
  most: number
  /** Whether the place in the list means something. */
  isOrdered: boolean
  slots: readonly RuleSlot[]
  effect: RuleEffect | null
  /** A precaution: it is no slip when it is about no record. */
  mayBeIdle?: boolean
  /** Ways to begin one; given those that are there, for a free id or place. */
  begins: readonly { title: Localized; rule: (taken: readonly unknown[]) => unknown }[]
}

/** A field of records that conditions ask about. Attributes have the field `attribute` and come from the records themselves. */
export type RuleField = { slug: string; label: Localized; kind: 'text' | 'number' | 'record' }

/** One value that a record has, for suggestions. */
export type RuleValue = {
  field: string
  attribute: string | null
  value: string | number | boolean
  unit: string | null
}

export type RuleRecord = { key: string; body: Record<string, unknown> }

/** Rules are as they are typed: each function takes any value and throws on none. */
export type RuleBuilder = {
  /** Whose records the rules are about. */
  collection: string
  /** In the order in which they are asked. */
  kinds: readonly RuleKind[]
  fields: readonly RuleField[]
  /** What a content that leaves a field out means by it. */
  defaults: Record<string, unknown>
  valuesOf: (record: RuleRecord) => readonly RuleValue[]
  /** A rule -> whether it is about a record. Two calls, because one rule is asked of many records. */
  matches: (kind: string, rule: unknown) => (record: RuleRecord) => boolean
  sentence: (kind: string, rule: unknown, titleOf: (key: string) => Localized) => Localized
  /** What to mend; null where nothing. `others` are the further rules of its kind. */
  mend: (kind: string, rule: unknown, others: readonly unknown[]) => Localized | null
}
