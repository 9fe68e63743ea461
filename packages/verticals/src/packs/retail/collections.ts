// The two collections of retail: what is sold, and what shoppers did.
import { z } from 'zod'
import { type CollectionField, defineCollection } from '../../kit/collection.ts'
import { amountField, idText, shortText, timeField, titleField } from '../../kit/record-fields.ts'

const field = (name: string, kind: CollectionField['kind'], more: Partial<CollectionField> = {}): CollectionField => ({
  name,
  kind,
  required: false,
  aliases: [],
  ...more,
})

const itemRecord = z.strictObject({
  id: idText,
  title: titleField,
  category_path: z.array(shortText).max(10).default([]),
  brand: shortText.nullish(),
  price: amountField.nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code')
    .nullish(),
  in_stock: z.boolean().default(true),
  attributes: z
    .record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]))
    .default({}),
  created_at: timeField.nullish(),
  image_url: z.url().max(2000).nullish(),
})

const eventRecord = z.strictObject({
  id: idText
    .nullish()
    .describe('Left out: made of shopper, item, type and time, so that sending again changes nothing'),
  user_ref: idText,
  item_id: idText,
  type: z.enum(['view', 'cart', 'purchase', 'like']).default('purchase'),
  ts: timeField,
  value: z.number().min(-1e9).max(1e9).nullish(),
  quantity: z.number().min(0).max(1e6).nullish(),
  recommendation_id: idText.nullish(),
})

export const items = defineCollection({
  name: 'items',
  title: { en: 'Items', 'zh-CN': '商品' },
  summary: { en: 'What you sell, one record an item.', 'zh-CN': '所售商品，每件一条。' },
  schema: itemRecord,
  isImmutable: false,
  fields: [
    field('id', 'text', { required: true, aliases: ['item_id', 'sku', 'product_id'] }),
    field('title', 'text', { required: true, aliases: ['name', 'item', 'product', 'description', 'product_type'] }),
    field('category_path', 'list', { aliases: ['category', 'categories', 'department', 'product_category'] }),
    field('brand', 'text', { aliases: ['manufacturer'] }),
    field('price', 'number', { aliases: ['unit_price'] }),
    field('currency', 'text'),
    field('in_stock', 'boolean', { aliases: ['available'] }),
    field('created_at', 'time'),
    field('image_url', 'text', { aliases: ['image'] }),
  ],
  headOf: (item) => ({ key: item.id, subject: null, at: item.created_at ?? null }),
})

export const events = defineCollection({
  name: 'events',
  title: { en: 'Events', 'zh-CN': '事件' },
  summary: { en: 'What shoppers viewed, put in the cart, bought or liked.', 'zh-CN': '顾客的浏览、加购、购买和喜欢。' },
  schema: eventRecord,
  isImmutable: true,
  fields: [
    field('id', 'text', { aliases: ['event_id'] }),
    field('user_ref', 'text', {
      required: true,
      aliases: ['user', 'user_id', 'customer', 'customer_id', 'household_id'],
    }),
    field('item_id', 'text', { required: true, aliases: ['item', 'sku', 'product_id', 'product'] }),
    field('type', 'text', { aliases: ['event', 'event_type', 'action'] }),
    field('ts', 'time', { required: true, aliases: ['timestamp', 'time', 'date', 'transaction_timestamp'] }),
    field('value', 'number', { aliases: ['amount', 'sales_value'] }),
    field('quantity', 'number', { aliases: ['qty'] }),
    field('recommendation_id', 'text'),
  ],
  headOf: (event) => ({
    // Readable and as unique as the four together: two events of one shopper, item and type in one millisecond are one.
    key: event.id ?? `${event.user_ref}|${event.item_id}|${event.type}|${event.ts}`,
    subject: event.user_ref,
    at: event.ts,
  }),
})
