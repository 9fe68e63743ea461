// Who may publish: a rule of the tenant, kept by template.publish.
import { publishingPolicy, setPublishingPolicyInput } from '@guildhall/contracts/template-version'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

export const getPublishingPolicy = defineVerb({
  name: 'tenant.publishing_policy',
  scope: 'templates:read',
  isRead: true,
  input: z.strictObject({}),
  output: publishingPolicy,
  run: async ({ actor, tx }) => readPolicy(tx, actor.tenantId),
})

export const setPublishingPolicy = defineVerb({
  name: 'tenant.set_publishing_policy',
  scope: 'admin',
  input: setPublishingPolicyInput,
  output: publishingPolicy,
  run: async ({ actor, tx, note }, { require_other_publisher: requireOtherPublisher }) => {
    const before = await readPolicy(tx, actor.tenantId)
    await tx.tenant.update({ where: { id: actor.tenantId }, data: { requireOtherPublisher } })
    note({ subject: actor.tenantId, detail: { before: before.require_other_publisher, after: requireOtherPublisher } })
    return readPolicy(tx, actor.tenantId)
  },
})

async function readPolicy(tx: Tx, tenantId: string) {
  const { requireOtherPublisher } = await tx.tenant.findFirstOrThrow({
    where: { id: tenantId },
    select: { requireOtherPublisher: true },
  })
  return { object: 'publishing_policy' as const, require_other_publisher: requireOtherPublisher }
}
