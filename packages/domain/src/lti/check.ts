// Whether a registration can work: its keys are read and a token is asked for, as a launch and a score would do. Nothing is stored.

import { AppError } from '@guildhall/contracts/errors'
import { type LtiFinding, ltiChecked, ltiIdInput } from '@guildhall/contracts/lti'
import { holdsScope } from '@guildhall/contracts/scopes'
import { withTenant } from '@guildhall/db/scope'
import { parseInput } from '../parse.ts'
import type { Verb } from '../verb.ts'
import { requestToken } from './access-token.ts'
import { fetchKeys } from './platform-keys.ts'
import { findRegistration, type RegistrationRow } from './registration.ts'

/** No transaction is open while a platform is asked. Throws forbidden and not_found. */
export const checkLtiRegistration: Verb<typeof ltiIdInput, typeof ltiChecked> = {
  name: 'lti.check',
  scope: 'admin',
  input: ltiIdInput,
  output: ltiChecked,
  call: async (actor, raw) => {
    const { id } = parseInput(ltiIdInput, raw)
    if (!holdsScope(actor.scopes, 'admin'))
      throw new AppError('forbidden', { public: 'lti.check needs the scope admin, which this caller does not hold' })
    const { tenantId } = actor
    const row = await withTenant(tenantId, (tx) => findRegistration(tx, tenantId, id))
    return ltiChecked.parse({ object: 'lti_check', findings: await Promise.all([keysOf(row), tokenOf(row)]) })
  },
}

async function keysOf({ jwksUrl }: RegistrationRow): Promise<LtiFinding> {
  const fetched = await fetchKeys(jwksUrl)
  if ('fault' in fetched) return { what: 'jwks', is_ok: false, detail: fetched.fault }
  const usable = fetched.keys.filter((key) => key.kty === 'RSA' && key.kid !== undefined)
  return { what: 'jwks', is_ok: usable.length > 0, detail: `RSA keys with a kid: ${usable.length}` }
}

async function tokenOf({ id, tenantId, clientId, tokenUrl, tokenAudience }: RegistrationRow): Promise<LtiFinding> {
  const got = await requestToken({ id, tenantId, clientId, tokenUrl, audience: tokenAudience ?? tokenUrl })
  return 'token' in got
    ? { what: 'token', is_ok: true, detail: 'a token for scores was given' }
    : { what: 'token', is_ok: false, detail: got.fault }
}
