// What a shop sends for a price, and the template's content: the bounds a price must keep and the data it must rest on.
import { z } from 'zod'
import { amountField, idText } from '../../../kit/record-fields.ts'

const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code')

export const priceInput = z.strictObject({
  item_id: idText.describe('As in your sales'),
  current_price: amountField.nullish().describe('Left out: that of the last sales, else that of the item'),
  cost: amountField
    .nullish()
    .describe('Of one unit, without fixed costs. Left out: `cost` of the item or of its attributes'),
  currency: currencyCode.nullish().describe('Left out: that of the item, else of the template'),
  on_promotion: z.boolean().default(false).describe('Whether the item is promoted in the period asked about'),
  for_date: z.iso.date().nullish().describe('A day in the period asked about; today when left out'),
})
export type PriceInput = z.output<typeof priceInput>

const share = z.number().min(0).max(1)

export const priceContent = z.strictObject({
  objective: z
    .enum(['margin', 'revenue', 'margin_if_cost_known'])
    .describe('What the price shall make largest; margin is (price - cost) x units'),
  max_change: z.number().min(0.01).max(0.5).describe('Largest step from the current price, as a share of it'),
  min_over_cost: z.number().min(0).max(10).describe('Floor: the cost and this share of it'),
  ending: z
    .string()
    .regex(/^\.\d\d$/, 'must be a point and two digits')
    .nullable()
    .describe('Advised prices end so, such as .99; null for any price'),
  max_extrapolation: z.number().min(0).max(0.3).describe('How far beyond the prices seen, as a share of them'),
  min_confidence: z.number().min(0.5).max(0.99).describe('Chance that the change pays from which it is advised'),
  min_periods: z.int().min(8).max(500).describe('Fewer days or weeks of sales give no figures'),
  min_prices: z.int().min(2).max(50).describe('Fewer different prices give no figures'),
  min_price_spread: z.number().min(0.005).max(0.5).describe('Least standard deviation of the log price'),
  max_empty_share: share.describe('More periods without a sale give no figures'),
  currency: currencyCode,
})
export type PriceContent = z.output<typeof priceContent>

export const defaultPriceContent: PriceContent = {
  objective: 'margin_if_cost_known',
  max_change: 0.15,
  min_over_cost: 0.05,
  ending: null,
  max_extrapolation: 0.05,
  min_confidence: 0.8,
  min_periods: 20,
  min_prices: 3,
  min_price_spread: 0.02,
  max_empty_share: 0.3,
  currency: 'USD',
}
