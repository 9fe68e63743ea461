// The demo tenant: starter templates and no member, so nobody can sign in to it; `./guildhall key` makes keys for it.
import { newId } from '@guildhall/contracts/ids'
import { withSystem, withTenant } from '@guildhall/db/scope'
import { writeStarters } from '../template/starters.ts'

const demoSlug = 'demo'

export async function ensureDemoTenant(): Promise<string> {
  const known = await withSystem('find the demo tenant', (tx) => tx.tenant.findUnique({ where: { slug: demoSlug } }))
  const id = known?.id ?? newId('tenant')
  await withTenant(id, async (tx) => {
    if (!known) await tx.tenant.create({ data: { id, slug: demoSlug, name: 'Demo lender' } })
    await writeStarters(tx, { tenantId: id, publishedBy: 'system:seed' })
  })
  return demoSlug
}
