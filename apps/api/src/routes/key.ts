// /v1/keys.
import { createKey } from '@guildhall/domain/key/create'
import { disableKey } from '@guildhall/domain/key/disable'
import { listKeys } from '@guildhall/domain/key/list'
import { rotateKey } from '@guildhall/domain/key/rotate'
import { defineRoute } from '../door/rest.ts'

export const keyRoutes = [
  defineRoute({ method: 'GET', path: '/v1/keys', summary: 'List API keys', verb: listKeys, status: 200 }),
  defineRoute({ method: 'POST', path: '/v1/keys', summary: 'Create an API key', verb: createKey, status: 201 }),
  defineRoute({
    method: 'POST',
    path: '/v1/keys/{id}/rotate',
    summary: 'Rotate an API key',
    verb: rotateKey,
    status: 201,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/keys/{id}/disable',
    summary: 'Disable an API key',
    verb: disableKey,
    status: 200,
  }),
]
