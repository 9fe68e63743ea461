// `npm run new verb key.archive`, `npm run new job mail-digest`, `npm run new pack health`: writes files that already pass.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packFiles } from './pack.ts'
import { writeRegistry } from './registry.ts'
import { jobFiles, verbFiles } from './scaffolds.ts'

const root = join(import.meta.dirname, '../..')
const [kind, name = ''] = process.argv.slice(2)
const forms = { verb: /^[a-z]+\.[a-z][a-z-]*$/, job: /^[a-z][a-z-]+$/, pack: /^[a-z]+(-[a-z]+)*$/ }
const writers = { verb: verbFiles, job: jobFiles, pack: packFiles }

if ((kind !== 'verb' && kind !== 'job' && kind !== 'pack') || !forms[kind].test(name)) {
  process.stderr.write('usage: npm run new verb <entity>.<verb> | job <name> | pack <slug>\n')
  process.exit(2)
}
const { files, next } = writers[kind](name)
for (const path of Object.keys(files)) {
  if (existsSync(join(root, path))) throw new Error(`${path} exists already`)
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  process.stdout.write(`wrote ${path}\n`)
}
// How long a name is decides where a line breaks.
execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', ...Object.keys(files)], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (kind === 'pack') process.stdout.write(`listed ${writeRegistry(root).join(', ')}\n`)
process.stdout.write(`${next}\n`)
