// Builds the web app for production when its sources changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLogFile } from './children.ts'
import { root } from './settings.ts'

// What is not built, and what the build itself writes beside its sources.
const skipped = new Set(['node_modules', '.next', 'generated', 'e2e', 'next-env.d.ts', 'tsconfig.tsbuildinfo'])
const web = join(root, 'apps/web')

export async function buildWeb(dataDir: string, say: (name: string, ms: number) => void): Promise<void> {
  const stamp = join(web, '.next', 'guildhall-stamp')
  const digest = digestOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return say('Web app (built)', 0)
  process.stdout.write('  … building the web app, about half a minute\n')
  const startedAt = Date.now()
  const log = openLogFile(dataDir, 'build')
  const next = join(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: web, stdio: ['ignore', log, log], env })
  if (status !== 0) throw new Error(`the web app did not build. Cure: read ${join(dataDir, 'logs/build.log')}`)
  mkdirSync(join(web, '.next'), { recursive: true })
  writeFileSync(stamp, digest)
  say('Web app', Date.now() - startedAt)
}

/** Contents, not times: a fresh clone and a copied folder must agree. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'))
  for (const file of [web, ...packages].flatMap(filesIn))
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

function filesIn(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => {
      const path = join(dir, name)
      return statSync(path).isDirectory() ? filesIn(path) : [path]
    })
}
