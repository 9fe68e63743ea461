// Every content of every pack becomes a form, and a new row is one its schema accepts as far as a form can know.
import { verticals } from '@guildhall/verticals/registry'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { emptyOf, labelOf, nodeOf, type Schema, schemaOf } from './content-schema.ts'

const read = (schema: z.ZodType) => schemaOf.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))

test.each([
  [z.boolean(), 'boolean'],
  [z.enum(['a', 'b']), 'choice'],
  [z.union([z.literal('x'), z.literal('y')]), 'choice'],
  [z.number().min(0).max(1), 'number'],
  [z.string(), 'text'],
  [z.strictObject({ en: z.string(), 'zh-CN': z.string() }), 'localized'],
  [z.strictObject({ a: z.int() }), 'group'],
  [z.array(z.enum(['a'])), 'choices'],
  [z.array(z.strictObject({ a: z.int() })), 'rows'],
  [z.string().nullable(), 'optional'],
  [z.record(z.string(), z.json()), 'json'],
  [z.union([z.string(), z.number()]), 'json'],
])('%#: a node of its kind', (schema, kind) => {
  expect(nodeOf(read(schema)).kind).toBe(kind)
})

test('bounds are shown, those of the whole numbers are not', () => {
  expect(nodeOf(read(z.int().min(1)))).toEqual({ kind: 'number', isWhole: true, min: 1, max: null })
})

test('a new row begins with what is required and with defaults', () => {
  const row = z.strictObject({
    id: z.string(),
    limit: z.number().min(2),
    is_on: z.boolean().default(true),
    more: z.string().optional(),
  })
  expect(emptyOf(read(row))).toEqual({ id: '', limit: 2 })
  expect(emptyOf(read(z.array(z.string()).default(['a'])))).toEqual(['a'])
})

test('names read as words', () => {
  expect(labelOf('max_hint_level', {})).toBe('Max hint level')
})

describe.each(verticals.flatMap((one) => one.tasks.map((task) => ({ name: `${one.slug}/${task.slug}`, task }))))(
  '$name',
  ({ task }) => {
    test('its content is a group whose parts are drawn, none of them as bare JSON at the top', () => {
      const node = nodeOf(read(task.content))
      expect(node.kind).toBe('group')
      const parts: [string, Schema, boolean][] = node.kind === 'group' ? node.properties : []
      expect(parts.length).toBeGreaterThan(0)
      for (const [name, schema] of parts) expect(`${name}: ${nodeOf(schema).kind}`).not.toContain(': json')
    })
  },
)
