// /v1/verticals: what this server answers, and switching on what is off by default.
import { listVerticals } from '@guildhall/domain/vertical/list'
import { setVerticals } from '@guildhall/domain/vertical/set'
import { defineRoute } from '../door/rest.ts'

export const verticalRoutes = [
  defineRoute({ method: 'GET', path: '/v1/verticals', summary: 'List verticals', verb: listVerticals, status: 200 }),
  defineRoute({
    method: 'POST',
    path: '/v1/verticals',
    summary: 'Choose which of the verticals that are off by default shall be on',
    verb: setVerticals,
    status: 200,
  }),
]
