// API keys on the wire, and the form of the secret: `gh_live_` + 32 random characters + 6 characters of checksum.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { scopeSchema } from './scopes.ts'

export const keyForm = /^gh_(live|test)_[0-9A-Za-z]{38}$/

export const createKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(scopeSchema).min(1),
  expires_at: z.iso.datetime().nullable().optional().describe('UTC; never expires when left out'),
})

export const keyObject = z.object({
  id: z.string(),
  object: z.literal('api_key'),
  name: z.string(),
  start: z.string().describe('The first characters, to recognise the key by'),
  scopes: z.array(scopeSchema),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
  last_used_at: z.iso.datetime().nullable(),
  disabled_at: z.iso.datetime().nullable(),
  rotated_from: z.string().nullable(),
})
export type KeyObject = z.infer<typeof keyObject>

/** The only answers that hold the secret: of create and of rotate. */
export const newKeyObject = keyObject.extend({ secret: z.string() })

export const keyIdInput = z.strictObject({ id: idSchema('apiKey') })
export const rotateKeyInput = z.strictObject({
  id: idSchema('apiKey'),
  overlap_s: z.int().min(0).max(604_800).default(86_400).describe('How long the old key goes on working'),
})
