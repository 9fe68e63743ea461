// Prefixed, time-sortable ids (TypeID: prefix + UUIDv7 in base32). Branded, so a run id cannot be passed for a template id.
import { typeid } from 'typeid-js'
import { z } from 'zod'

const idPrefixes = {
  tenant: 'ten',
  membership: 'mem',
  invitation: 'inv',
  apiKey: 'key',
  template: 'tpl',
  templateVersion: 'tpv',
  templateSnapshot: 'tps',
  goldenResult: 'gol',
  impact: 'imp',
  run: 'run',
  batch: 'bat',
  decision: 'dec',
  result: 'res',
  outbox: 'out',
  idempotencyKey: 'idm',
  auditEvent: 'aud',
  model: 'mdl',
  modelVersion: 'mdv',
  artifact: 'art',
  training: 'trn',
  schedule: 'sch',
  shadow: 'shd',
  request: 'req',
  mail: 'mai',
  experiment: 'exp',
  widget: 'wgt',
  xapiDelivery: 'xap',
  ltiRegistration: 'ltr',
  ltiKey: 'ltk',
  ltiLaunch: 'lta',
  ltiLink: 'ltl',
  ltiScore: 'lts',
} as const

export type IdKind = keyof typeof idPrefixes
export type Id<K extends IdKind> = string & { readonly __id: K }

/** A new id of this kind, e.g. `run_01j…`. Ids made later sort later. */
export function newId<K extends IdKind>(kind: K): Id<K> {
  return typeid(idPrefixes[kind]).toString() as string as Id<K>
}

/** Schema of an id of this kind: the right prefix and 26 base32 characters. */
export function idSchema<K extends IdKind>(kind: K) {
  return z
    .string()
    .regex(
      new RegExp(`^${idPrefixes[kind]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`),
      `must be an id that begins with ${idPrefixes[kind]}_`,
    )
    .transform((text) => text as Id<K>)
}
