// What a form makes of a JSON Schema: one kind per node, a value to begin a new row with, and a label where the schema names none.
import { z } from 'zod'

/** As zod's `toJSONSchema` writes it; whatever else stands there is left alone. */
export type Schema = {
  type?: string | string[] | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
  anyOf?: Schema[] | undefined
  enum?: unknown[] | undefined
  const?: unknown
  default?: unknown
  title?: string | undefined
  description?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  maxLength?: number | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
}

export const schemaOf: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), schemaOf).optional(),
    required: z.array(z.string()).optional(),
    items: schemaOf.optional(),
    anyOf: z.array(schemaOf).optional(),
    enum: z.array(z.unknown()).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
)

export type Node =
  | { kind: 'boolean' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'number'; isWhole: boolean; min: number | null; max: number | null }
  | { kind: 'text'; isLong: boolean; maxLength: number | null }
  | { kind: 'localized'; isLong: boolean }
  | { kind: 'group'; properties: [name: string, schema: Schema, isRequired: boolean][] }
  | { kind: 'choices'; options: string[] }
  | { kind: 'rows'; row: Schema; maxRows: number | null }
  | { kind: 'optional'; inner: Schema }
  | { kind: 'json' }

const longText = 200
const safeWhole = 9e15

export function nodeOf(schema: Schema): Node {
  const { anyOf, properties, items, type } = schema
  if (anyOf) return unionNode(anyOf)
  if (Array.isArray(type))
    return unionNode(type.map((one) => (one === 'null' ? { type: one } : { ...schema, type: one })))
  const options = optionsOf(schema)
  if (options) return { kind: 'choice', options }
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' }
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        isWhole: schema.type === 'integer',
        min: bound(schema.minimum),
        max: bound(schema.maximum),
      }
    case 'string':
      return { kind: 'text', isLong: isLong(schema), maxLength: schema.maxLength ?? null }
    case 'array':
      return items ? listNode(schema, items) : { kind: 'json' }
    case 'object':
      return properties ? objectNode(schema, properties) : { kind: 'json' }
    default:
      return { kind: 'json' }
  }
}

/** The bounds that zod writes for "a whole number" are no bounds to show. */
const bound = (limit: number | undefined) => (limit === undefined || Math.abs(limit) > safeWhole ? null : limit)
const isLong = ({ maxLength }: Schema) => (maxLength ?? 0) > longText
const isNull = (schema: Schema) => schema.type === 'null' || schema.const === null

function unionNode(members: readonly Schema[]): Node {
  const rest = members.filter((one) => !isNull(one))
  const [only] = rest
  if (only && rest.length === 1) return rest.length < members.length ? { kind: 'optional', inner: only } : nodeOf(only)
  const options = rest.flatMap((one) => optionsOf(one) ?? [])
  return options.length === rest.length && rest.length === members.length
    ? { kind: 'choice', options }
    : { kind: 'json' }
}

/** Null where the values are not texts to choose from. */
function optionsOf(schema: Schema): string[] | null {
  const values = schema.enum ?? (schema.const === undefined ? null : [schema.const])
  return values?.every((one): one is string => typeof one === 'string') ? values : null
}

function listNode(schema: Schema, items: Schema): Node {
  const options = optionsOf(items)
  return options ? { kind: 'choices', options } : { kind: 'rows', row: items, maxRows: schema.maxItems ?? null }
}

function objectNode(schema: Schema, properties: Record<string, Schema>): Node {
  const { en, 'zh-CN': zh, ...others } = properties
  if (en?.type === 'string' && zh?.type === 'string' && Object.keys(others).length === 0)
    return { kind: 'localized', isLong: isLong(en) }
  const required = new Set(schema.required)
  return {
    kind: 'group',
    properties: Object.entries(properties).map(([name, one]) => [name, one, required.has(name)]),
  }
}

/** What a new row begins with: the schema's default, else the least that fits its type. */
export function emptyOf(schema: Schema): unknown {
  if (schema.default !== undefined) return structuredClone(schema.default)
  const node = nodeOf(schema)
  switch (node.kind) {
    case 'boolean':
      return false
    case 'choice':
      return node.options[0] ?? ''
    case 'number':
      return Math.max(node.min ?? 0, 0)
    case 'text':
      return ''
    case 'localized':
      return { en: '', 'zh-CN': '' }
    case 'choices':
    case 'rows':
      return []
    case 'optional':
      return null
    case 'group':
      return Object.fromEntries(
        node.properties.filter(([, , isRequired]) => isRequired).map(([name, one]) => [name, emptyOf(one)]),
      )
    case 'json':
      return schema.type === 'array' ? [] : schema.type === 'object' ? {} : null
  }
}

/** `max_hint_level` -> `Max hint level`. */
export function labelOf(name: string, schema: Schema): string {
  if (schema.title) return schema.title
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
