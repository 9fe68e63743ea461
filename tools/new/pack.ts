// The files of a new pack: the texts under pack/, with the pack's own names put in. As written they pass the conformance test.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { camelCase } from './camel-case.ts'
import type { Scaffold } from './scaffolds.ts'

const texts = join(import.meta.dirname, 'pack')
const suffix = '.txt'

export function packFiles(slug: string): Scaffold {
  const camel = camelCase(slug)
  const title = `${slug.charAt(0).toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}`
  const fill = (text: string) =>
    text.replaceAll('__slug__', slug).replaceAll('__camel__', camel).replaceAll('__title__', title)
  const names = readdirSync(texts, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(suffix))
  const folder = `packages/verticals/src/packs/${slug}`
  return {
    files: Object.fromEntries(
      names
        .sort()
        .map((name) => [`${folder}/${name.slice(0, -suffix.length)}`, fill(readFileSync(join(texts, name), 'utf8'))]),
    ),
    next: 'next: docs/packs.md, and npx vitest run --project unit packages/verticals/src/kit/conformance.test.ts after every change',
  }
}
