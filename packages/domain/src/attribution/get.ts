// Conversion, click rate and revenue per session of what was recommended, by template version and variant.
import {
  type AttributionObject,
  attributionInput,
  attributionLimits,
  attributionObject,
} from '@guildhall/contracts/attribution'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { attribute } from './attribute.ts'
import { type ArmFigures, armFigures, buyersOf, revenueOf, sessionsOf, shareOf } from './figures.ts'
import { readEvents, readServed, type ServedRun } from './read.ts'

const msPerDay = 86_400_000

export const getAttribution = defineVerb({
  name: 'attribution.get',
  scope: 'runs:read',
  isRead: true,
  input: attributionInput,
  output: attributionObject,
  run: async ({ actor, tx }, { template, experiment, days, window_days: asked }) => {
    const { tenantId } = actor
    const row = template ? await findTemplate(tx, tenantId, template) : null
    const window = asked ?? (row ? await ownWindow(tx, row) : null) ?? attributionLimits.defaultWindowDays
    const since = new Date(Date.now() - days * msPerDay)
    const served = await readServed(tx, { tenantId, since, templateId: row?.id, experimentId: experiment })
    const events = await readEvents(tx, { tenantId, since })
    const arms = new Map(served.map((run) => [armOf(run), run]))
    const lists = served.slice(0, attributionLimits.maxServed).map((run) => ({ ...run, arm: armOf(run) }))
    const figures = armFigures(lists, attribute(lists, events, window * msPerDay))
    return {
      object: 'attribution',
      window_days: window,
      since: since.toISOString(),
      is_truncated: served.length > attributionLimits.maxServed || events.length > attributionLimits.maxEvents,
      purchases: events.filter((event) => event.isPurchase).length,
      rows: figures.flatMap((one) => rowOf(one, arms.get(one.arm))),
    } satisfies AttributionObject
  },
})

const armOf = (run: ServedRun) => [run.template, run.version, run.experiment, run.variant].join(' ')

/** The window a template's live content asks for; null where it says nothing of it. */
async function ownWindow(tx: Tx, row: { id: string; tenantId: string; liveVersion: number | null }) {
  const live = await tx.templateVersion.findFirst({
    where: { tenantId: row.tenantId, templateId: row.id, number: row.liveVersion ?? -1 },
    select: { content: true },
  })
  return contentWithWindow.parse(live?.content ?? {}).attribution_days ?? null
}
const contentWithWindow = z.looseObject({
  attribution_days: z.int().min(1).max(attributionLimits.maxWindowDays).optional().catch(undefined),
})

function rowOf(figures: ArmFigures, of: ServedRun | undefined): AttributionObject['rows'] {
  if (!of) return []
  const [shoppers, buyers, sessions, revenue] = [
    figures.shoppers.length,
    buyersOf(figures),
    sessionsOf(figures),
    revenueOf(figures),
  ]
  return [
    {
      template: of.template,
      version: of.version,
      experiment: of.experiment,
      variant: of.variant === 'a' || of.variant === 'b' ? of.variant : null,
      lists: figures.lists,
      shoppers,
      sessions,
      clicked_lists: figures.clickedLists,
      click_rate: shareOf(figures.clickedLists, figures.lists),
      purchases: figures.purchases,
      buyers,
      conversion: shareOf(buyers, shoppers),
      revenue,
      unpriced: figures.unpriced,
      revenue_per_session: shareOf(revenue, sessions),
    },
  ]
}
