// Facts: the named values a note may state. A book hands out the ids f1, f2 ... in the order in which facts are first recorded.
import type { Localized } from './localized.ts'

/** `measure` is a figure of an instrument: shown with four significant digits. */
export type FactUnit =
  | 'currency'
  | 'fraction'
  | 'points'
  | 'days'
  | 'months'
  | 'years'
  | 'ratio'
  | 'count'
  | 'measure'
  | 'date'
  | 'text'

type FactValue = number | string | boolean | null

/** `value` keeps full precision; money is a decimal string. `label` is how a text value reads in each language. */
export type Fact = {
  path: string
  value: FactValue
  unit?: FactUnit
  currency?: string
  /** Of money and rates: over what time. Part of the unit. */
  per?: 'month' | 'year'
  label?: Localized
  /** For a direction word: the figures it is true of, so that the verifier can work it out again. */
  relates?: Relation
}

/**
 * `change` goes from `of` to `to`, `side` places `of` against `to`, `max` and `min` hold `of` to a limit; `sign` says what `of` does to a
 * score, `move` which way `of` itself went. */
export type Relation = { kind: 'change' | 'side' | 'max' | 'min' | 'sign' | 'move'; of: string; to: string | null }

/** By id, as on the wire. */
export type Facts = Record<string, Fact>

/** A fact that is recorded in a book: only a book makes these, so a text can only point at facts that exist. */
export type FactRef = { id: string; fact: Fact }

export type FactBook = {
  /** Records a value under its path. The same path again must carry the same value and returns the same id. */
  record: (fact: Fact) => FactRef
  facts: () => Facts
}

export function openFactBook(): FactBook {
  const byPath = new Map<string, FactRef>()
  return {
    record(fact) {
      const known = byPath.get(fact.path)
      if (known === undefined) {
        const ref = { id: `f${byPath.size + 1}`, fact }
        byPath.set(fact.path, ref)
        return ref
      }
      if (!isSame(known.fact, fact)) throw new Error(`two values for the fact ${fact.path}`)
      return known
    },
    facts: () => Object.fromEntries([...byPath.values()].map((ref) => [ref.id, ref.fact])),
  }
}

function isSame(a: Fact, b: Fact): boolean {
  return a.value === b.value && a.unit === b.unit && a.currency === b.currency && a.per === b.per
}
