// The verticals of this server as the tenant has them.
import { type VerticalObject, verticalList } from '@guildhall/contracts/vertical'
import type { Tx } from '@guildhall/db/client'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { verticalsOf } from './switched.ts'

export const listVerticals = defineVerb({
  name: 'vertical.list',
  scope: 'templates:read',
  isRead: true,
  input: z.strictObject({}),
  output: verticalList,
  run: async ({ actor, tx }) => readVerticals(tx, actor.tenantId),
})

export async function readVerticals(tx: Tx, tenantId: string) {
  const on = await verticalsOf(tx, tenantId)
  const data = verticals.map(
    (one): VerticalObject => ({
      id: one.slug,
      object: 'vertical',
      title: one.title,
      summary: one.summary ?? null,
      tasks: one.tasks.map((task) => ({
        id: task.slug,
        title: task.title,
        starters: task.starters.map((starter) => starter.slug),
      })),
      is_off_by_default: one.isOffByDefault === true,
      is_on: on.includes(one),
    }),
  )
  return { object: 'list' as const, data, has_more: false, next_cursor: null }
}
