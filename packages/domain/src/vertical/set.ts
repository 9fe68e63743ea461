// Switch verticals on and off. What goes on gets its starter templates; what goes off keeps its templates and runs, and refuses new ones.
import { AppError } from '@guildhall/contracts/errors'
import { setVerticalsInput, verticalList } from '@guildhall/contracts/vertical'
import type { Vertical } from '@guildhall/verticals/kit/vertical'
import { verticals } from '@guildhall/verticals/registry'
import { writeStarters } from '../template/starters.ts'
import { defineVerb } from '../verb.ts'
import { readVerticals } from './list.ts'
import { switchedOn } from './switched.ts'

export const setVerticals = defineVerb({
  name: 'tenant.set_verticals',
  scope: 'admin',
  input: setVerticalsInput,
  output: verticalList,
  run: async ({ actor, tx, note }, input) => {
    const { tenantId } = actor
    refuseUnknown(input.verticals)
    const after = [...new Set(input.verticals)].sort()
    const before = await switchedOn(tx, tenantId)
    await tx.tenant.update({ where: { id: tenantId }, data: { verticals: after } })
    const isNew = ({ slug }: Vertical) => after.includes(slug) && !before.includes(slug)
    await writeStarters(tx, { tenantId, publishedBy: actor.name, of: verticals.filter(isNew) })
    note({ subject: tenantId, detail: { before, after } })
    return readVerticals(tx, tenantId)
  },
})

/** Throws input_invalid for a vertical this server does not have, and for one that cannot be switched. */
function refuseUnknown(asked: readonly string[]): void {
  const optional = verticals.filter((one) => one.isOffByDefault).map((one) => one.slug)
  const errors = asked
    .map((slug, at) => ({ slug, location: `body.verticals.${at}` }))
    .filter(({ slug }) => !optional.includes(slug))
    .map(({ slug, location }) => ({
      location,
      message: verticals.some((one) => one.slug === slug) ? `${slug} is always on` : `${slug} is unknown`,
      fix: optional.length > 0 ? `Leave it out; these can be switched: ${optional.join(', ')}` : 'Leave it out',
    }))
  if (errors.length > 0)
    throw new AppError('input_invalid', {
      public: errors.map((error) => `${error.location}: ${error.message}`).join('; '),
      errors,
    })
}
