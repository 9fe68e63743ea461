// The texts that a model of meaning learns from: passages of the articles, and what the catalogue says of its items.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Passage, passagesOf } from '@guildhall/verticals/packs/retail/answers/passages'
import { passageTerms } from '@guildhall/verticals/packs/retail/answers/terms'
import { z } from 'zod'
import { openReading, readNdjson } from './records.ts'

/** More items say little that the first do not. */
const maxItems = 5000

const localized = z.union([z.string(), z.object({ en: z.string().optional(), 'zh-CN': z.string().optional() })])
const itemSchema = z.object({
  title: localized,
  category_path: z.array(z.string()).default([]),
  brand: z.string().nullish(),
  attributes: z.record(z.string(), z.unknown()).default({}),
})

export type Texts = { passages: Passage[]; items: string[]; sha256: string; records: number }

export async function readTexts(dir: string): Promise<Texts> {
  const reading = openReading()
  const articles = await readNdjson(join(dir, 'articles.ndjson'), z.looseObject({}), reading)
  const items = await readNdjson(join(dir, 'items.ndjson'), itemSchema, reading)
  return {
    passages: passagesOf(articles.rows),
    items: items.rows.slice(0, maxItems).flatMap(textsOfItem),
    sha256: reading.digest.digest('hex'),
    records: articles.rows.length,
  }
}

function textsOfItem({ title, category_path: path, brand, attributes }: z.output<typeof itemSchema>): string[] {
  const more = Object.values(attributes).filter((one) => typeof one === 'string')
  const titles = typeof title === 'string' ? [title] : [title.en, title['zh-CN']].filter((one) => one !== undefined)
  return titles.map((one) => [one, ...path, brand ?? '', ...more].join(' . '))
}

/** Terms of every text; a passage counts with its title. */
export function termsOf(passages: readonly Passage[], items: readonly string[]): string[][] {
  return [
    ...passages.map(({ title, text, language }) => passageTerms(`${title[language]} . ${text[language]}`)),
    ...items.map((text) => passageTerms(text)),
  ]
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
