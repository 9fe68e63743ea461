// Create an API key. The answer holds the secret, once; only its hash is stored.
import { AppError } from '@guildhall/contracts/errors'
import { createKeyInput, newKeyObject } from '@guildhall/contracts/key'
import { holdsScope } from '@guildhall/contracts/scopes'
import { defineVerb } from '../verb.ts'
import { issueKey } from './issue.ts'

export const createKey = defineVerb({
  name: 'key.create',
  scope: 'admin',
  hasSecret: true,
  input: createKeyInput,
  output: newKeyObject,
  run: async ({ actor, tx, note }, input) => {
    const missing = input.scopes.filter((scope) => !holdsScope(actor.scopes, scope))
    if (missing.length > 0)
      throw new AppError('forbidden', { public: `You cannot give a scope you do not hold: ${missing.join(', ')}` })
    const expiresAt = input.expires_at ? new Date(input.expires_at) : null
    if (expiresAt && expiresAt <= new Date()) {
      throw new AppError('input_out_of_range', {
        public: 'expires_at must lie in the future',
        errors: [{ location: 'body.expires_at', message: 'lies in the past', fix: 'Send a later UTC time, or null' }],
      })
    }
    const key = await issueKey(tx, actor, { name: input.name, scopes: input.scopes, expiresAt })
    note({ subject: key.id, detail: { scopes: input.scopes } })
    return key
  },
})
