// xAPI out on the wire: where a tenant's statements go, and the log of deliveries.
import { z } from 'zod'
import { listOf, pageInput } from './list.ts'

export const xapiLimits = { maxBatch: 50, maxAttempts: 8 } as const

const address = z.url({ protocol: /^https?$/ }).max(500)

export const setXapiInput = z.strictObject({
  url: address.describe('Where statements are posted, as a JSON array; a public address'),
  home_page: address.describe('Of the learners’ accounts: your own site'),
})
export const xapiEndpoint = z.object({
  object: z.literal('xapi_endpoint'),
  url: z.string(),
  home_page: z.string(),
  secret: z.string().describe('whsec_…: checks the signature of Standard Webhooks. Shown once'),
})
export const getXapiInput = z.strictObject({})
export const xapiState = z.object({
  object: z.literal('xapi_state'),
  endpoint: z
    .object({
      url: z.string(),
      home_page: z.string(),
      created_at: z.iso.datetime(),
      disabled_at: z.iso.datetime().nullable().describe('The receiver answered 410'),
    })
    .nullable(),
})
export const removeXapiInput = z.strictObject({})
export const xapiRemoved = z.object({ object: z.literal('deleted'), deleted: z.int() })

export const listXapiInput = z.strictObject({ ...pageInput })
const xapiDelivery = z.object({
  id: z.string(),
  object: z.literal('xapi_delivery'),
  statements: z.int(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  due_at: z.iso.datetime().nullable().describe('Of the next attempt; null once it ended'),
  answer: z.int().nullable().describe('The receiver’s HTTP status of the last attempt'),
  fault: z.string().nullable(),
  created_at: z.iso.datetime(),
})
export const xapiDeliveryList = listOf(xapiDelivery)
