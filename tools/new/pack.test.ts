// A new pack passes everything a pack must pass, as it is written: shown in a copy of the house, never in this one.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSource } from '../tidy/source.ts'
import { checkRegistry } from './registry.ts'

const house = join(import.meta.dirname, '../..')
const copied = [
  'packages/verticals',
  'tools/new',
  'package.json',
  'biome.json',
  '.gitignore',
  '.oxlintrc.json',
  'tsconfig.base.json',
  'vitest.config.ts',
]
const slug = 'customer-service'
const folder = `packages/verticals/src/packs/${slug}`
let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'guildhall-new-'))
  for (const path of copied) cpSync(join(house, path), join(root, path), { recursive: true })
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'))
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/new/main.ts', 'pack', slug], { cwd: root })
}, 120_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const run = (tool: string, args: readonly string[]) =>
  execFileSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, encoding: 'utf8' })

test('it passes the conformance test', { timeout: 120_000 }, () => {
  const args = ['run', '--project', 'unit', '--reporter', 'json', 'packages/verticals/src/kit/conformance.test.ts']
  const report: { success: boolean; testResults: { assertionResults: { fullName: string; status: string }[] }[] } =
    JSON.parse(run('vitest', [...args, '-t', `${slug}/note|one pack`]))
  const own = report.testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'passed')
  expect(report.success).toBe(true)
  expect(own.filter((one) => one.fullName.includes(`${slug}/note`)).length).toBeGreaterThan(10)
})

test('it compiles, and formatter and linter have nothing to say', { timeout: 120_000 }, () => {
  expect(() => run('tsc', ['-p', 'packages/verticals'])).not.toThrow()
  expect(() => run('biome', ['ci', '--error-on-warnings', folder])).not.toThrow()
  expect(() => run('oxlint', ['--deny-warnings', folder])).not.toThrow()
})

test('it is listed, last, and its files keep the house rules', () => {
  const files = readdirSync(join(root, 'packages/verticals'), { recursive: true, encoding: 'utf8' }).map(
    (file) => `packages/verticals/${file}`,
  )
  expect(read('packages/verticals/src/registry.gen.ts')).toMatch(/, customerService,?\s*\]\n$/)
  expect(checkRegistry(files, read)).toEqual([])
  const sources = files.filter((file) => file.startsWith(folder) && file.endsWith('.ts'))
  expect(sources.length).toBeGreaterThan(8)
  expect(sources.flatMap((file) => checkSource(file, read(file)))).toEqual([])
})

test('a folder that is not listed is a breach that names its cure', () => {
  const files = ['finance', 'games'].flatMap((one) => [
    `packages/verticals/src/packs/${one}/pack.ts`,
    `packages/verticals/src/packs/${one}/example.ts`,
  ])
  expect(checkRegistry(files, read).join()).toContain('Cure: npm run registry')
})
