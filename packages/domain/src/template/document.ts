// The one form of a template version: its document, canonical text and digests. Rows of before have no settings and no golden cases; their
// document has the defaults and their starter's cases, and their own digest stays that of the content.
import { createHash } from 'node:crypto'
import { AppError, type FieldError } from '@guildhall/contracts/errors'
import {
  defaultSettings,
  documentSchemaUrl,
  goldenList,
  maxDocumentChars,
  type TemplateDocument,
  type TemplateSettings,
  templateSettings,
} from '@guildhall/contracts/template-document'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { goldensOfStarter } from './starter-goldens.ts'

type VersionRow = { content: unknown; settings: unknown; goldens: unknown }
type Named = { vertical: string; task: string; slug: string }

const record = z.record(z.string(), z.unknown())

export function documentOf(row: VersionRow, template: Named): TemplateDocument {
  return newDocument(template, {
    content: record.parse(row.content),
    settings: settingsOf(row.settings),
    goldens: row.goldens === null ? goldensOfStarter(template) : goldenList.parse(row.goldens),
  })
}

type Parts = { content: Record<string, unknown>; settings: TemplateSettings; goldens: TemplateDocument['goldens'] }

export function newDocument({ vertical, task }: Omit<Named, 'slug'>, parts: Parts): TemplateDocument {
  const { content, settings, goldens } = parts
  return { $schema: documentSchemaUrl, format: 1, vertical, task, content, ...settings, goldens }
}

/** The parts a draft is saved in. */
export function partsOf({ content, model, generation, output, limits, goldens }: TemplateDocument): Parts {
  return { content, settings: { model, generation, output, limits }, goldens }
}

/** Of a stored column; null in rows of before. */
export function settingsOf(stored: unknown): TemplateSettings {
  return stored === null || stored === undefined ? defaultSettings : templateSettings.parse(stored)
}

/** RFC 8785: sorted keys, no white space, numbers as ECMAScript writes them. Throws input_invalid for what has no such form. */
export function canonicalText(value: unknown, at = 'body'): string {
  const fault = faultIn(value, at)
  if (fault) throw refused(fault)
  const text = canonicalize(value)
  if (text === undefined) throw refused({ location: at, message: 'is no JSON', fix: 'Send a JSON object' })
  if (text.length > maxDocumentChars)
    throw refused({
      location: at,
      message: `is ${text.length} characters long`,
      fix: `Send at most ${maxDocumentChars}; shorten wordings or take out golden cases`,
    })
  return text
}

export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalText(value)).digest('hex')}`
}

/** What decides how a run is answered: the document without its golden cases. */
export function behaviourOf(document: TemplateDocument): string {
  return digestOf({ ...document, goldens: null })
}

function refused(fault: FieldError): AppError {
  return new AppError('input_invalid', { public: `${fault.location} ${fault.message}`, errors: [fault] })
}

const maxDepth = 40

/** What Postgres cannot keep, another server could not read, or a careless reader would take for a prototype. */
function faultIn(value: unknown, at: string, depth = 0): FieldError | null {
  const wrong = (message: string, fix: string) => ({ location: at.slice(0, 300), message, fix })
  if (typeof value === 'string') return textFault(value) ? wrong('holds a character that is none', 'Remove it') : null
  if (typeof value !== 'object' || value === null) return null
  if (depth > maxDepth) return wrong('is nested too deeply', `Nest at most ${maxDepth} levels`)
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || textFault(key)) return wrong('has a name that cannot be kept', 'Name it otherwise')
    const fault = faultIn(inner, `${at}.${key}`, depth + 1)
    if (fault) return fault
  }
  return null
}

/** NUL is what jsonb cannot hold. */
const textFault = (text: string) => text.includes('\u0000') || !isWellFormed(text)

/** Halves of surrogate pairs have no UTF-8. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
