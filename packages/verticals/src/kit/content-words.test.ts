// A template's form reads in both languages: every field of every content has a name, every hint its Chinese, every option a word. Codes that are
// the same in any language (paths, currencies, jurisdictions, units of a rule) have none.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { verticals } from '../registry.ts'
import { wordFor } from './field-words.ts'

type Schema = {
  description?: string
  properties?: Record<string, Schema>
  enum?: unknown[]
  const?: unknown
  items?: Schema
  anyOf?: Schema[]
}
const isCode = (option: string) =>
  option.includes('.') || option === option.toUpperCase() || /_id$|_ref$|^as_of$/.test(option)

function wordsOf(schema: Schema): { names: string[]; hints: string[]; options: string[] } {
  const found = { names: [] as string[], hints: [] as string[], options: [] as string[] }
  const walk = (one: Schema) => {
    if (one.description) found.hints.push(one.description)
    found.names.push(...Object.keys(one.properties ?? {}))
    const options = one.enum ?? (one.const === undefined ? [] : [one.const])
    found.options.push(...options.filter((option): option is string => typeof option === 'string' && !isCode(option)))
    for (const inner of [
      ...Object.values(one.properties ?? {}),
      ...(one.anyOf ?? []),
      ...(one.items ? [one.items] : []),
    ])
      walk(inner)
  }
  walk(schema)
  return found
}

const tasks = verticals.flatMap((vertical) =>
  vertical.tasks.map((task) => [`${vertical.slug}/${task.slug}`, task] as const),
)

test.each(tasks)('%s', (_, task) => {
  const { names, hints, options } = wordsOf(
    z.toJSONSchema(task.content, { io: 'input', unrepresentable: 'any' }) as Schema,
  )
  const { titles = {}, hints: known = {}, values = {} } = task.words ?? {}
  const isNamed = (name: string) => Object.hasOwn(titles, name) || wordFor(name)['zh-CN'] !== name.replaceAll('_', ' ')
  expect(names.filter((name) => !isNamed(name))).toEqual([])
  expect(hints.filter((hint) => !Object.hasOwn(known, hint))).toEqual([])
  expect(options.filter((option) => !Object.hasOwn(values, option))).toEqual([])
})
