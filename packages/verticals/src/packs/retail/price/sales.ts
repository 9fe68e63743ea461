// What was sold at which price, one record per item, period and store. The subject is prefixed: an item is no person, and its number may be one's.
import { z } from 'zod'
import { type CollectionField, defineCollection } from '../../../kit/collection.ts'
import { amountField, idText, timeField } from '../../../kit/record-fields.ts'

const field = (name: string, kind: CollectionField['kind'], more: Partial<CollectionField> = {}): CollectionField => ({
  name,
  kind,
  required: false,
  aliases: [],
  ...more,
})

const saleRecord = z.strictObject({
  item_id: idText,
  period: z
    .union([z.iso.date(), timeField])
    .transform((value) => value.slice(0, 10))
    .describe('The day, or the first day of the week'),
  price: amountField.describe('What one unit cost in that period'),
  units: z.number().min(0).max(1e9),
  on_promotion: z.boolean().default(false),
  store: idText.nullish(),
})

export const salesOf = (itemId: string): string => `item:${itemId}`

export const sales = defineCollection({
  name: 'sales',
  title: { en: 'Sales', 'zh-CN': '销量' },
  summary: {
    en: 'Units sold and their price, one record per item, day or week, and store.',
    'zh-CN': '销售数量及价格，每件商品、每日或每周、每家门店一条。',
  },
  schema: saleRecord,
  isImmutable: false,
  fields: [
    field('item_id', 'text', { required: true, aliases: ['item', 'sku', 'product_id', 'product', 'brand'] }),
    field('period', 'text', { required: true, aliases: ['date', 'day', 'week', 'week_start'] }),
    field('price', 'number', { required: true, aliases: ['unit_price'] }),
    field('units', 'number', { required: true, aliases: ['quantity', 'qty', 'units_sold', 'sales'] }),
    field('on_promotion', 'boolean', { aliases: ['promotion', 'promo', 'deal'] }),
    field('store', 'text', { aliases: ['store_id', 'shop'] }),
  ],
  headOf: (sale) => ({
    key: `${sale.item_id}|${sale.store ?? ''}|${sale.period}`,
    subject: salesOf(sale.item_id),
    at: `${sale.period}T00:00:00.000Z`,
  }),
})
