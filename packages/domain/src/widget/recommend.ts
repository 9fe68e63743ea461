// A list for a page: a run like any other, cut down to what a shopper sees. No score, no fact and no provenance leaves by this door.
import { AppError } from '@guildhall/contracts/errors'
import { type PublicRecommendation, publicRecommendation, publicRecommendInput } from '@guildhall/contracts/widget'
import { z } from 'zod'
import { parseInput } from '../parse.ts'
import { createRun } from '../run/create.ts'
import { waitForRun } from '../run/wait.ts'
import { actorOf, type OpenWidget, shopperOf } from './open.ts'

const waitMs = 5000

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
const shown = z.object({
  items: z.array(
    z.object({
      item_id: z.string(),
      title: localized,
      text: localized,
      price: z.string().nullable(),
      currency: z.string().nullable(),
      image_url: z.string().nullable(),
    }),
  ),
})

type Asking = { body: unknown; requestId: string; signal: AbortSignal }

/** Throws input_invalid, unauthenticated, and unavailable when no answer comes in five seconds. */
export async function recommendForWidget(
  widget: OpenWidget,
  { body, requestId, signal }: Asking,
): Promise<PublicRecommendation> {
  const input = parseInput(publicRecommendInput, body)
  const actor = actorOf(widget, { requestId, scopes: 'recommend' })
  const { scenario, item_ids, limit, language, personalization } = input
  const context = scenario === 'cart' ? { cart: item_ids } : { item_ids }
  const { id } = await createRun.call(actor, {
    template: widget.templateId,
    input: {
      scenario,
      user_ref: shopperOf(widget, input),
      limit,
      personalization,
      ...(item_ids.length > 0 ? { context } : {}),
    },
    language: [language],
    deadline_s: waitMs / 1000,
  })
  const run = await waitForRun(actor, id, { timeoutMs: waitMs, signal })
  if (run.status !== 'succeeded' || !run.result)
    throw new AppError('unavailable', {
      public: 'There are no recommendations at the moment',
      internal: `run ${id}: ${run.status}`,
    })
  const { items } = shown.parse(run.result.output)
  return publicRecommendation.parse({
    object: 'public_recommendation',
    recommendation_id: id,
    items: items.map(({ title, text, ...rest }) => ({ ...rest, title: title[language], text: text[language] })),
  })
}
