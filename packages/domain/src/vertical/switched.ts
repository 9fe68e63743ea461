// Which verticals a tenant has: all that are on by themselves, and those an admin has switched on. What is off refuses new runs; runs that
// were taken before it went off are answered.
import { AppError } from '@guildhall/contracts/errors'
import type { Sql } from '@guildhall/db/sql'
import type { Vertical } from '@guildhall/verticals/kit/vertical'
import { findVertical, verticals } from '@guildhall/verticals/registry'

export async function verticalsOf(tx: Sql, tenantId: string): Promise<Vertical[]> {
  const optional = verticals.some((one) => one.isOffByDefault) ? await switchedOn(tx, tenantId) : []
  return verticals.filter((one) => !one.isOffByDefault || optional.includes(one.slug))
}

/** Slugs of those that are off by default and on here. */
export async function switchedOn(tx: Sql, tenantId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ verticals: string[] }[]>`SELECT verticals FROM tenant WHERE id = ${tenantId}`
  return row?.verticals ?? []
}

/** Throws vertical_off. Costs nothing for a vertical that is on by itself. */
export async function refuseSwitchedOff(tx: Sql, tenantId: string, slug: string): Promise<void> {
  const vertical = findVertical(slug)
  if (!vertical?.isOffByDefault || (await switchedOn(tx, tenantId)).includes(slug)) return
  throw new AppError('vertical_off', {
    public: `${vertical.title.en} is switched off here. An admin can switch it on in the settings, or with POST /v1/verticals`,
    errors: [
      { location: 'body.template', message: `belongs to ${slug}, which is off`, fix: 'Switch it on, then retry' },
    ],
  })
}

/** For a template that is not there: throws vertical_off where it is a starter of a vertical nobody has switched on. */
export async function refuseSleeping(tx: Sql, tenantId: string, template: string): Promise<void> {
  const owner = verticals.find((one) =>
    one.tasks.some((task) => task.starters.some((starter) => starter.slug === template)),
  )
  if (owner) await refuseSwitchedOff(tx, tenantId, owner.slug)
}
