// The type of a collection: records a tenant brings for a pack. A schema, and which fields are the key, the subject and the time.
import type { z } from 'zod'
import type { Localized } from './localized.ts'

/** Values of a record before it is stored; `key` is unique in a tenant's collection. */
export type RecordHead = { key: string; subject: string | null; at: string | null }

export type Collection = {
  name: string
  title: Localized
  summary: Localized
  schema: z.ZodType<Record<string, unknown>>
  /** Fields in the order of a table, the required ones marked; also what a CSV column can be mapped to. */
  fields: readonly CollectionField[]
  /** Events and attempts never change: sending one again changes nothing. Others are replaced by their key. */
  isImmutable: boolean
  /** Field of the outcome that a model learns, where there is one: its balance is reported. */
  label?: string
  /** What else a CSV column can be mapped to: places inside a field, such as `stem.en`. `gather` puts them there. */
  columns?: readonly CollectionField[]
  /** A row as it was mapped -> the record; left out where every field is flat. */
  gather?: (row: Record<string, unknown>) => Record<string, unknown>
  /** What is wrong with records that fit one by one but not together. Asked of all of them, so only small collections have it. */
  faultsTogether?: (records: readonly Record<string, unknown>[]) => readonly TogetherFault[]
  headOf: (record: Record<string, unknown>) => RecordHead
}

/** `keys` are the records it lies in; taking any of them out mends it. */
type TogetherFault = { keys: readonly string[]; location: string; message: string; fix: string }

export type CollectionField = {
  name: string
  kind: 'text' | 'number' | 'boolean' | 'time' | 'list' | 'record'
  required: boolean
  /** Other names by which CSV files call it, for the first guess of the mapping. */
  aliases: readonly string[]
}

type CollectionDefinition<S extends z.ZodType<Record<string, unknown>>> = Omit<Collection, 'schema' | 'headOf'> & {
  schema: S
  headOf: (record: z.output<S>) => RecordHead
}

export function defineCollection<S extends z.ZodType<Record<string, unknown>>>(
  definition: CollectionDefinition<S>,
): Collection {
  return { ...definition, headOf: (record) => definition.headOf(parsed(record)) }
}

/** Guarantee: callers hand over what the collection's own schema parsed. */
function parsed<T>(record: unknown): T {
  return record as T
}

export const maxRecordBytes = 16_384
