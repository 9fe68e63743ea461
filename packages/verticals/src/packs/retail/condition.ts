// A condition on an item: what filters keep and boosts lift. What an item does not say is unknown, and the unknown meets no condition.
import { z } from 'zod'

export const conditionSchema = z
  .strictObject({
    field: z.enum(['item', 'category', 'brand', 'price', 'attribute']).describe('category: any level of the path'),
    attribute: z.string().min(1).max(60).nullish().describe('Name of the attribute, for the field attribute'),
    op: z.enum(['is', 'is_not', 'at_least', 'at_most']),
    value: z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).min(1).max(200)]),
  })
  .superRefine((condition, context) => {
    const isRange = condition.op === 'at_least' || condition.op === 'at_most'
    const fault = (path: string, message: string, fix: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { fix } })
    if (condition.field === 'attribute' && !condition.attribute)
      fault('attribute', 'is missing', 'Name the attribute, e.g. organic')
    if (isRange && typeof condition.value !== 'number') fault('value', 'must be a number', 'Send a number')
    if (isRange && condition.field !== 'price' && condition.field !== 'attribute')
      fault('op', 'compares numbers only', 'Use is or is_not')
  })
export type Condition = z.output<typeof conditionSchema>

/** What of an item a condition reads; `price` is null where it is unknown or in another currency than the one asked in. */
export type Described = {
  id: string
  category: readonly string[]
  brand: string | null
  price: number | null
  attributes: Readonly<Record<string, unknown>>
}

export function holds(condition: Condition, item: Described): boolean {
  const { op, value } = condition
  const own = valuesOf(condition, item)
  if (own.length === 0) return false
  if (op === 'at_least' || op === 'at_most') {
    const number = Number(own[0])
    if (own[0] === '' || typeof own[0] === 'boolean' || Number.isNaN(number) || typeof value !== 'number') return false
    return op === 'at_least' ? number >= value : number <= value
  }
  const wanted = new Set((Array.isArray(value) ? value : [value]).map(keyOf))
  return own.some((one) => wanted.has(keyOf(one))) === (op === 'is')
}

type Scalar = string | number | boolean

function valuesOf({ field, attribute }: Condition, item: Described): readonly Scalar[] {
  if (field === 'item') return [item.id]
  if (field === 'category') return item.category
  if (field === 'brand') return item.brand === null ? [] : [item.brand]
  if (field === 'price') return item.price === null ? [] : [item.price]
  const value = item.attributes[attribute ?? '']
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : []
}

/** Case is no difference: shops write `Acme` and `ACME`. */
const keyOf = (value: Scalar): string => String(value).toLowerCase()
