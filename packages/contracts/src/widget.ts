// Widgets of shops: a publishable key that opens recommendations and events for the shop's own pages, and what its public door takes.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'
import { languageSchema } from './run.ts'

/** Public by design, and recognisable as such: it opens no verb of the API. */
export const widgetKeyForm = /^gh_pub_[0-9A-Za-z]{24}$/

/** As a browser sends it in `Origin`: scheme, host and port, nothing after it. */
const origin = z
  .string()
  .max(200)
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be an origin such as https://shop.example',
  )

export const createWidgetInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  template: z.string().min(1).max(100).describe('Slug or id of a template that answers with lists'),
  origins: z.array(origin).min(1).max(20).describe('Pages of these may use the key'),
  takes_purchases: z
    .boolean()
    .default(false)
    .describe('Whether browsers may report purchases. Anybody can send what a browser can: better from your server'),
})

export const widgetObject = z.object({
  id: z.string(),
  object: z.literal('widget'),
  name: z.string(),
  template: z.string(),
  key: z.string().describe('Publishable: it belongs into the source of a page'),
  origins: z.array(z.string()),
  takes_purchases: z.boolean(),
  created_at: z.iso.datetime(),
  disabled_at: z.iso.datetime().nullable(),
})
export type WidgetObject = z.infer<typeof widgetObject>
export const widgetList = listOf(widgetObject)
export const listWidgetsInput = z.strictObject(pageInput)
export const widgetIdInput = z.strictObject({ id: idSchema('widget') })

/** Your server says who is signed in; the page hands the token on. Without one a shopper is whoever the browser remembers. */
export const createShopperTokenInput = z.strictObject({
  id: idSchema('widget'),
  user_ref: z.string().min(1).max(200).describe('As in the events you sent'),
  expires_s: z.int().min(60).max(86_400).default(3600),
})
export const shopperToken = z.object({
  object: z.literal('shopper_token'),
  token: z.string(),
  expires_at: z.iso.datetime(),
})

/** Random, made by the browser: 131 bits, so that nobody finds another visitor's history by trying. */
const visitorForm = /^anon_[0-9A-Za-z]{22}$/

const who = {
  visitor: z.string().regex(visitorForm, 'must be anon_ and 22 letters or digits'),
  token: z.string().max(1000).nullish().describe('Of a signed-in shopper, from your server'),
}
const itemId = z.string().min(1).max(200)

export const publicRecommendInput = z.strictObject({
  ...who,
  scenario: z.enum(['home', 'similar', 'bought_together', 'cart', 'trending', 'buy_again']).default('home'),
  item_ids: z.array(itemId).max(50).default([]),
  limit: z.int().min(1).max(20).default(6),
  language: languageSchema.default('en'),
  personalization: z.boolean().default(true).describe('false reads no history'),
})

export const publicRecommendation = z.object({
  object: z.literal('public_recommendation'),
  recommendation_id: z.string(),
  items: z.array(
    z.object({
      item_id: z.string(),
      title: z.string(),
      text: z.string(),
      price: z.string().nullable(),
      currency: z.string().nullable(),
      image_url: z.string().nullable(),
    }),
  ),
})
export type PublicRecommendation = z.infer<typeof publicRecommendation>

export const publicEventsInput = z.strictObject({
  ...who,
  events: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[0-9A-Za-z-]{8,40}$/, 'must be 8 to 40 letters and digits')
          .describe('Sent again, it counts once'),
        type: z.enum(['view', 'cart', 'like', 'purchase']),
        item_id: itemId,
        value: z.number().min(0).max(1e6).nullish(),
        recommendation_id: z.string().max(60).nullish(),
      }),
    )
    .min(1)
    .max(20),
})
export const publicEvents = z.object({ object: z.literal('public_events'), accepted: z.int() })

type WindowItem = Omit<z.infer<typeof publicRecommendation>['items'][number], 'title' | 'text'>
export type ShopWindow = {
  shop: string
  takesPurchases: boolean
  items: (WindowItem & { title: { en: string; 'zh-CN': string }; category: string | null })[]
}
