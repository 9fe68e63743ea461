// The rules catch what they are for.
import { expect, test } from 'vitest'
import { checkLockfile } from './lockfile.ts'
import { checkSource } from './source.ts'

const header = '// What it is.\n'

test.each([
  ['packages/a/src/x.ts', 'export const a = 1\n', 'no header'],
  ['packages/a/src/x.ts', header + '\n'.repeat(301), 'more than 300'],
  ['packages/a/src/utils.ts', header, 'says nothing'],
  ['packages/a/src/x.ts', `${header}export * from './y.ts'\n`, 're-exports'],
  ['packages/domain/src/x.ts', `${header}withSystem('why', f)`, 'leaves the tenant scope'],
  ['packages/domain/src/x.ts', `${header}process.env.A`, 'reads process.env'],
])('%s: %s', (file, text, expected) => {
  expect(checkSource(file, text).join()).toContain(expected)
})

test('a tidy file passes, with and without a directive', () => {
  expect([checkSource('a/x.ts', header), checkSource('a/x.tsx', `'use client'\n${header}`)]).toEqual([[], []])
})

test('a lockfile without a Mac is refused', () => {
  const lock = (names: string[]) =>
    JSON.stringify({ packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, {}])) })
  expect(checkLockfile(lock(['@x/cli-linux-x64']))).toHaveLength(1)
  expect(checkLockfile(lock(['@x/cli-linux-x64', '@x/cli-darwin-arm64']))).toEqual([])
})
