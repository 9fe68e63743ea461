// Rules of the documents: no dead paths, every error code explained, every dependency justified, every migration with its header.
import { errorCatalogue } from '@guildhall/contracts/errors'
import { z } from 'zod'

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

export function checkDocs(files: readonly string[], read: (file: string) => string): string[] {
  return [...deadPaths(files, read), ...errorCodes(read), ...dependencies(files, read), ...migrations(files, read)]
}

/** A path in backticks or a relative link must exist. */
function deadPaths(files: readonly string[], read: (file: string) => string): string[] {
  const known = new Set(
    files.flatMap((file) => file.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))),
  )
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = read(file)
      const quoted = [...text.matchAll(/`((?:apps|packages|workers|tools|prisma|docs|data)\/[\w\-./[\]]+?)\/?`/g)].map(
        (match) => match[1] ?? '',
      )
      const folder = file.split('/').slice(0, -1).join('/')
      const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
        resolve(folder, match[1] ?? ''),
      )
      return [...quoted, ...linked]
        .filter((path) => path !== '' && !known.has(path))
        .map((path) => `${file}: names ${path}, which does not exist`)
    })
}

function resolve(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function errorCodes(read: (file: string) => string): string[] {
  const text = read('docs/errors.md')
  return Object.keys(errorCatalogue)
    .filter((code) => !text.includes(`\`${code}\``))
    .map((code) => `docs/errors.md: does not explain ${code}`)
}

function dependencies(files: readonly string[], read: (file: string) => string): string[] {
  const text = read('docs/dependencies.md')
  const names = files
    .filter((file) => file.endsWith('package.json'))
    .flatMap((file) => {
      const { dependencies, devDependencies } = manifest.parse(JSON.parse(read(file)))
      return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
    })
  return [...new Set(names)]
    .filter((name) => !name.startsWith('@guildhall/') && !text.includes(`\`${name}\``))
    .map((name) => `docs/dependencies.md: does not say why ${name} is there`)
}

function migrations(files: readonly string[], read: (file: string) => string): string[] {
  return files
    .filter((file) => file.endsWith('migration.sql') && !/^--.*lock/i.test(read(file)))
    .map((file) => `${file}: the first line does not say which locks it takes`)
}
