// Where a tenant's statements go. Setting it makes a new signing secret, which is shown once; removing it forgets what still waits.
import { randomBytes } from 'node:crypto'
import {
  getXapiInput,
  removeXapiInput,
  setXapiInput,
  xapiEndpoint,
  xapiRemoved,
  xapiState,
} from '@guildhall/contracts/xapi'
import { defineVerb } from '../verb.ts'

const keyBytes = 32

export const setXapi = defineVerb({
  name: 'xapi.set',
  scope: 'admin',
  hasSecret: true,
  input: setXapiInput,
  output: xapiEndpoint,
  run: async ({ actor, tx, note }, { url, home_page }) => {
    const { tenantId } = actor
    const signingKey = new Uint8Array(randomBytes(keyBytes))
    const fields = { url, homePage: home_page, signingKey, createdBy: actor.name, disabledAt: null }
    await tx.xapiEndpoint.upsert({ where: { tenantId }, create: { tenantId, ...fields }, update: fields })
    note({ detail: { host: new URL(url).host } })
    return {
      object: 'xapi_endpoint' as const,
      url,
      home_page,
      secret: `whsec_${Buffer.from(signingKey).toString('base64')}`,
    }
  },
})

export const getXapi = defineVerb({
  name: 'xapi.get',
  scope: 'admin',
  isRead: true,
  input: getXapiInput,
  output: xapiState,
  run: async ({ actor, tx }) => {
    const row = await tx.xapiEndpoint.findFirst({ where: { tenantId: actor.tenantId }, omit: { signingKey: true } })
    const endpoint = row && {
      url: row.url,
      home_page: row.homePage,
      created_at: row.createdAt.toISOString(),
      disabled_at: row.disabledAt?.toISOString() ?? null,
    }
    return { object: 'xapi_state' as const, endpoint }
  },
})

export const removeXapi = defineVerb({
  name: 'xapi.remove',
  scope: 'admin',
  input: removeXapiInput,
  output: xapiRemoved,
  run: async ({ actor, tx }) => {
    const { tenantId } = actor
    const { count } = await tx.xapiEndpoint.deleteMany({ where: { tenantId } })
    await tx.xapiStatement.deleteMany({ where: { tenantId } })
    await tx.xapiDelivery.updateMany({
      where: { tenantId, status: 'waiting' },
      data: { status: 'failed', fault: 'the endpoint was removed', endedAt: new Date() },
    })
    return { object: 'deleted' as const, deleted: count }
  },
})
