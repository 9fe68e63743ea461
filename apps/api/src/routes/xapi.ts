// xAPI out: where a tenant's statements go, and the log of deliveries.
import { listXapiDeliveries } from '@guildhall/domain/xapi/deliveries'
import { getXapi, removeXapi, setXapi } from '@guildhall/domain/xapi/endpoint'
import { defineRoute } from '../door/rest.ts'

export const xapiRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/xapi/endpoint',
    summary: 'Set where xAPI statements are delivered; the signing secret is shown once',
    verb: setXapi,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/xapi/endpoint',
    summary: 'Where xAPI statements are delivered, without the secret',
    verb: getXapi,
    status: 200,
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/xapi/endpoint',
    summary: 'Stop delivering xAPI statements and forget those that wait',
    verb: removeXapi,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/xapi/deliveries',
    summary: 'The log of xAPI deliveries, newest first',
    verb: listXapiDeliveries,
    status: 200,
  }),
]
