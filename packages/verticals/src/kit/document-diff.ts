// What changed between two template documents, row by row and field by field, with a title that people read. Pure: the browser shows it live.
import type { ChangeGroup, TemplateChange } from '@guildhall/contracts/template-change'
import { z } from 'zod'
import { wordFor } from './field-words.ts'
import { isPlain, isSameJson, ownValue, rowsByName } from './keyed.ts'
import { type Localized, localizedSchema } from './localized.ts'

/**
 * Words of a pack for its own content: field names as people read them, the group of each top-level key, the Chinese of each `describe()` by its
 * English, and what options and decisions are called. */
export type ContentWords = {
  titles?: Record<string, Localized>
  groups?: Record<string, ChangeGroup>
  hints?: Readonly<Record<string, string>>
  values?: Readonly<Record<string, Localized>>
}

type Step = { key: string; title: Localized }
type Walk = { words: ContentWords; found: TemplateChange[] }
type Sides = { before: unknown; after: unknown }

/** In the order of the documents; empty where they say the same. */
export function changesOf(before: object, after: object, words: ContentWords = {}): TemplateChange[] {
  const walk: Walk = { words, found: [] }
  walkInto(walk, [], { before, after })
  return walk.found
}

function walkInto(walk: Walk, steps: readonly Step[], { before, after }: Sides): void {
  if (isSameJson(before, after)) return
  if (isPlain(before) && isPlain(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      walkInto(walk, [...steps, { key, title: titleOf(key, walk.words) }], {
        before: ownValue(before, key),
        after: ownValue(after, key),
      })
    return
  }
  const rows = Array.isArray(before) && Array.isArray(after) ? rowsByName(before, after) : null
  if (rows?.[0] && rows[1]) walkRows(walk, steps, { before: rows[0], after: rows[1] })
  else report(walk, steps, { before, after })
}

type Rows = ReadonlyMap<string, unknown>

function walkRows(walk: Walk, steps: readonly Step[], { before, after }: { before: Rows; after: Rows }): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const sides = { before: before.get(key), after: after.get(key) }
    walkInto(walk, [...steps, { key, title: rowTitle(key, sides.after ?? sides.before) }], sides)
  }
  const stayed = (rows: Rows, others: Rows) => [...rows.keys()].filter((key) => others.has(key))
  const [was, is] = [stayed(before, after), stayed(after, before)]
  if (!isSameJson(was, is)) report(walk, steps, { before: was, after: is }, 'moved')
}

function report(walk: Walk, steps: readonly Step[], { before, after }: Sides, kind?: 'moved'): void {
  walk.found.push({
    path: steps.map((step) => step.key).join('.'),
    kind: kind ?? (before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'),
    group: groupOf(steps, { before, after }, walk.words),
    title: {
      en: steps.map((step) => step.title.en).join(' › '),
      'zh-CN': steps.map((step) => step.title['zh-CN']).join(' › '),
    },
    before: z.json().parse(before ?? null),
    after: z.json().parse(after ?? null),
  })
}

function titleOf(key: string, words: ContentWords): Localized {
  return owned(words.titles, key) ?? wordFor(key)
}

/** A row is called what it calls itself. */
function rowTitle(key: string, row: unknown): Localized {
  if (isPlain(row))
    for (const own of [row.name, row.title]) {
      const parsed = localizedSchema.safeParse(own)
      if (parsed.success) return parsed.data
    }
  return { en: key, 'zh-CN': key }
}

const ofDocument: Record<string, ChangeGroup> = {
  model: 'model',
  generation: 'model',
  output: 'output',
  limits: 'limits',
  goldens: 'goldens',
}
const ofContent: Record<string, ChangeGroup> = {
  rules: 'rules',
  conditions: 'rules',
  resolution: 'rules',
  approver: 'rules',
  wording: 'wording',
  texts: 'wording',
  disclosures: 'wording',
  reason_table: 'wording',
  hints: 'wording',
  mapping: 'mapping',
  missing: 'mapping',
}

function groupOf(steps: readonly Step[], { before, after }: Sides, words: ContentWords): ChangeGroup {
  const [top, inner] = steps
  if (top?.key !== 'content') return owned(ofDocument, top?.key ?? '') ?? 'other'
  const named = owned(words.groups, inner?.key ?? '') ?? owned(ofContent, inner?.key ?? '')
  return named ?? ([before, after].some((value) => typeof value === 'number') ? 'thresholds' : 'other')
}

function owned<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined
}
