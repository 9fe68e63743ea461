// House rules as checks: what no linter knows. Prints every breach with its cure; part of `npm run verify`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRegistry } from '../new/registry.ts'
import { checkDocs } from './docs.ts'
import { checkLockfile } from './lockfile.ts'
import { checkSource } from './source.ts'

const root = join(import.meta.dirname, '../..')
// Tracked and new files alike; what git ignores is nobody's source.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const breaches = [
  ...files.filter((file) => /\.(ts|tsx|mjs)$/.test(file)).flatMap((file) => checkSource(file, read(file))),
  ...checkDocs(files, read),
  ...checkLockfile(read('package-lock.json')),
  ...checkRegistry(files, read),
]
for (const breach of breaches) process.stderr.write(`${breach}\n`)
if (breaches.length > 0) process.exitCode = 1
