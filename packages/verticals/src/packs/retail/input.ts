// What a shop sends for recommendations. `user_ref` is the shop's own pseudonym; nothing else about a person is asked for.
import { z } from 'zod'

const scenarios = ['home', 'similar', 'cart', 'trending', 'buy_again'] as const

const itemId = z.string().min(1).max(200)

export const recommendInput = z
  .strictObject({
    scenario: z.enum(scenarios).default('home'),
    user_ref: z.string().min(1).max(200).nullish().describe('As in the events you sent'),
    context: z
      .strictObject({ item_ids: z.array(itemId).max(50).default([]).describe('Items on the page or in the cart') })
      .nullish(),
    limit: z.int().min(1).max(100).default(10),
    exclude: z.strictObject({ item_ids: z.array(itemId).max(500).default([]) }).nullish(),
    personalization: z.boolean().default(true).describe('false: popularity only, the history is not read'),
  })
  .superRefine((input, context) => {
    const needsItems = input.scenario === 'similar' || input.scenario === 'cart'
    if (needsItems && (input.context?.item_ids.length ?? 0) === 0) {
      context.addIssue({
        code: 'custom',
        path: ['context', 'item_ids'],
        message: `is empty, but ${input.scenario} starts from items`,
        params: { fix: 'Send the items on the page or in the cart' },
      })
    }
    if (input.scenario === 'buy_again' && !input.user_ref) {
      context.addIssue({
        code: 'custom',
        path: ['user_ref'],
        message: 'is missing, but buy_again starts from a history',
        params: { fix: 'Send the shopper as in your events' },
      })
    }
  })
export type RecommendInput = z.output<typeof recommendInput>
