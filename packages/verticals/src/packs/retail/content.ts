// The template's content: how a merchandiser steers recommendations.
import { z } from 'zod'

export const recommendContent = z.strictObject({
  in_stock_only: z.boolean().describe('Items whose record says in_stock false are left out'),
  repeats: z
    .enum(['never', 'always'])
    .describe('Whether home and cart may show what the shopper has bought; buy_again always does'),
  excluded_categories: z.array(z.string().min(1).max(200)).max(100).describe('First level of category_path'),
})
export type RecommendContent = z.output<typeof recommendContent>

export const defaultContent: RecommendContent = { in_stock_only: true, repeats: 'never', excluded_categories: [] }
