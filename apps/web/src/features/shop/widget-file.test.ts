// The widget goes into other people's pages: it stays small, and does nothing that a strict CSP forbids.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const source = readFileSync(join(import.meta.dirname, '../../../public/widget.js'), 'utf8')
const code = source.replaceAll(/^\s*\/\/.*$/gm, '')

test('the widget is below 8 kB, and below 3.5 kB as it is sent', () => {
  expect(Buffer.byteLength(source)).toBeLessThan(8000)
  expect(gzipSync(source).byteLength).toBeLessThan(3500)
})

test('it writes no markup, no inline style and no script', () => {
  expect(code).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b|setAttribute/,
  )
})
