// `npm run registry`: writes the lists of packs, of how to load each alone, and of their examples from the folders under packs/. Packs that are
// listed keep their place, new ones come last, because the order is that of the pages.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { camelCase } from './camel-case.ts'

const packsFolder = 'packages/verticals/src/packs'
const registryFile = 'packages/verticals/src/registry.gen.ts'
const loadersFile = 'packages/verticals/src/loaders.gen.ts'
const examplesFile = 'packages/verticals/src/examples.gen.ts'
const header = '// Written by `npm run registry` from the folders under packs/; do not edit.'
const maxLine = 120

/** Writes the lists under this root; returns the slugs in them. */
export function writeRegistry(root: string): string[] {
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
  const files = readdirSync(join(root, packsFolder)).flatMap((slug) =>
    [`${packsFolder}/${slug}/pack.ts`, `${packsFolder}/${slug}/example.ts`].filter((file) =>
      existsSync(join(root, file)),
    ),
  )
  for (const [file, text] of Object.entries(registryTexts(files, read))) writeFileSync(join(root, file), text)
  return slugsOf(files, 'pack')
}

/** Tidy breaches where a list is not what the folders say. */
export function checkRegistry(files: readonly string[], read: (file: string) => string): string[] {
  return Object.entries(registryTexts(files, read))
    .filter(([file, text]) => read(file) !== text)
    .map(([file]) => `${file}: is not what the folders of packs say. Cure: npm run registry`)
}

function registryTexts(files: readonly string[], read: (file: string) => string): Record<string, string> {
  const packs = orderedSlugs(slugsOf(files, 'pack'), read(registryFile))
  return {
    [registryFile]: packsText(packs),
    [loadersFile]: loadersText(slugsOf(files, 'pack')),
    [examplesFile]: examplesText(slugsOf(files, 'example')),
  }
}

function slugsOf(files: readonly string[], file: 'pack' | 'example'): string[] {
  const path = new RegExp(`^${packsFolder}/([^/]+)/${file}\\.ts$`)
  return files.flatMap((one) => path.exec(one)?.[1] ?? []).sort()
}

function orderedSlugs(folders: readonly string[], before: string): string[] {
  const listed = /\[([^\]]*)\]\s*$/.exec(before)?.[1] ?? ''
  const names = listed.split(',').map((name) => name.trim())
  const place = (slug: string) => {
    const at = names.indexOf(camelCase(slug))
    return at < 0 ? names.length : at
  }
  return folders.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** As the formatter has it. */
function packsText(slugs: readonly string[]): string {
  const imports = importsOf(slugs, (slug) => [camelCase(slug), `./packs/${slug}/pack.ts`])
  const names = listed('[', slugs.map(camelCase), ']')
  return `${header}\nimport type { Vertical } from './kit/vertical.ts'\n${imports}\n${names('export const packs: readonly Vertical[] = ')}`
}

/** One dynamic import a pack, so that a browser gets the one it shows. */
function loadersText(slugs: readonly string[]): string {
  const lines = slugs.map(
    (slug) => `  ${keyOf(slug)}: async () => (await import('./packs/${slug}/pack.ts')).${camelCase(slug)},\n`,
  )
  return `${header}\nimport type { Vertical } from './kit/vertical.ts'\n\nexport const loaders: Readonly<Record<string, () => Promise<Vertical>>> = {\n${lines.join('')}}\n`
}

const keyOf = (slug: string) => (slug === camelCase(slug) ? slug : `'${slug}'`)

function examplesText(slugs: readonly string[]): string {
  const imports = importsOf(slugs, (slug) => [`examples as ${camelCase(slug)}`, `./packs/${slug}/example.ts`])
  const entries = slugs.map((slug) => (slug === camelCase(slug) ? slug : `'${slug}': ${camelCase(slug)}`))
  const names = listed('{ ', entries, ' }')
  return `${header}\nimport type { Examples } from './kit/example.ts'\n${imports}\n${names('export const examples: Readonly<Record<string, Examples>> = ')}`
}

function importsOf(slugs: readonly string[], read: (slug: string) => [name: string, path: string]): string {
  return slugs
    .map(read)
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([name, path]) => `import { ${name} } from '${path}'\n`)
    .join('')
}

function listed(open: string, names: readonly string[], close: string): (head: string) => string {
  return (head) => {
    const oneLine = `${head}${open}${names.join(', ')}${close}`
    if (oneLine.length <= maxLine) return `${oneLine}\n`
    return `${head}${open.trim()}\n${names.map((name) => `  ${name},\n`).join('')}${close.trim()}\n`
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const slugs = writeRegistry(join(import.meta.dirname, '../..'))
  process.stdout.write(`wrote ${registryFile}: ${slugs.join(', ')}\n`)
}
