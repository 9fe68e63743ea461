// Collections on the wire: what an ingest did line by line, records in pages, and how a collection looks.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'

export const collectionLimits = {
  maxBodyBytes: 104_857_600,
  maxLineBytes: 65_536,
  maxListedErrors: 100,
  maxRecords: 20_000_000,
  reportedRows: 20_000,
  maxDeletedKeys: 1000,
} as const

const lineError = z.object({
  line: z.int().describe('Of the body, counted from 1; of an array, the element'),
  location: z.string(),
  message: z.string(),
  fix: z.string(),
})
export type LineError = z.infer<typeof lineError>

export const ingestObject = z.object({
  object: z.literal('ingest'),
  collection: z.string(),
  received: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** The first hundred; `refused` counts all. */
  errors: z.array(lineError),
})
export type IngestObject = z.infer<typeof ingestObject>

const recordObject = z.object({
  id: z.string().describe('The key'),
  object: z.literal('record'),
  subject: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  body: z.record(z.string(), z.unknown()),
  updated_at: z.iso.datetime(),
})
export const recordList = listOf(recordObject)

const name = z.string().max(60)
export const listRecordsInput = z.strictObject({
  ...pageInput,
  cursor: z.string().max(1000).optional().describe('next_cursor of the page before'),
  name,
  subject: z.string().max(200).optional(),
})

const keys = z.union([
  z.string().min(1).max(1000),
  z.array(z.string().min(1).max(1000)).max(collectionLimits.maxDeletedKeys),
])
export const deleteRecordsInput = z
  .strictObject({
    name,
    key: keys.optional().describe('One key, or several'),
    subject: z.string().min(1).max(200).optional().describe('Everything about one person'),
    all: z.union([z.boolean(), z.stringbool()]).optional().describe('Everything in the collection'),
  })
  .refine(
    (input) => [input.key, input.subject, input.all || undefined].filter((one) => one !== undefined).length === 1,
    {
      path: ['key'],
      message: 'name exactly one of key, subject and all=true',
      params: { fix: 'Send one of the three' },
    },
  )
export const deletedObject = z.object({ object: z.literal('deleted'), collection: z.string(), deleted: z.int() })

const collectionObject = z.object({
  id: z.string(),
  object: z.literal('collection'),
  vertical: z.string(),
  title: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  rows: z.int(),
  subjects: z.int(),
  first_at: z.iso.datetime().nullable(),
  last_at: z.iso.datetime().nullable(),
})
export type CollectionObject = z.infer<typeof collectionObject>
export const collectionList = listOf(collectionObject)
export const collectionInput = z.strictObject({ name })

const count = z.object({ value: z.string(), rows: z.int() })
const edge = z.union([z.number(), z.string()]).nullable()
export const reportObject = z.object({
  object: z.literal('collection_report'),
  collection: z.string(),
  /** Of all the rows, so many were looked at. */
  rows: z.int(),
  fields: z.array(
    z.object({
      field: z.string(),
      present: z.int(),
      missing: z.int(),
      distinct: z.int(),
      from: edge,
      to: edge,
      top: z.array(count),
    }),
  ),
  balance: z.array(count).nullable(),
  span: z.object({ from: z.string(), to: z.string() }).nullable(),
  expectations: z.array(
    z.object({
      name: z.string(),
      verdict: z.enum(['ok', 'warning']),
      field: z.string().nullable(),
      figure: z.number(),
    }),
  ),
})

/** What the browser sends after it has mapped a CSV file: a few hundred records at a time, with the line each came from. */
export const uploadInput = z.strictObject({
  name,
  records: z.array(z.strictObject({ line: z.int().min(1), record: z.record(z.string(), z.unknown()) })).max(500),
})

export const loadStarterInput = z.strictObject({ vertical: z.string().max(60).describe('Whose starter records') })
/** One ingest per collection; `unchanged` were there already, in whatever form. */
export const loadedList = listOf(ingestObject)
