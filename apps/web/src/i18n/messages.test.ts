// English and Chinese are equals: every message exists in both, with the same placeholders.
import { expect, test } from 'vitest'
import en from '../../messages/en.json'
import zh from '../../messages/zh-CN.json'

function flat(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}
// A plural opens with the name of its hole too: {count, plural, …}.
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort()

test('both languages have the same messages', () => {
  expect(
    flat(zh)
      .map(([key]) => key)
      .sort(),
  ).toEqual(
    flat(en)
      .map(([key]) => key)
      .sort(),
  )
})

test('both languages fill the same holes', () => {
  const chinese = new Map(flat(zh))
  for (const [key, text] of flat(en)) expect([key, holes(chinese.get(key) ?? '')]).toEqual([key, holes(text)])
})
