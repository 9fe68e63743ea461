// LTI 1.3: the tenant as a tool, the platforms it is registered with, and what became of launches and scores.
import { checkLtiRegistration } from '@guildhall/domain/lti/check'
import { listLtiLaunches, listLtiScores } from '@guildhall/domain/lti/log'
import { createLtiRegistration, getLtiTool, removeLtiRegistration } from '@guildhall/domain/lti/registration'
import { rotateLtiKey } from '@guildhall/domain/lti/tool'
import { defineRoute } from '../door/rest.ts'

export const ltiRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/lti',
    summary: 'Addresses to paste into a platform, and registrations',
    verb: getLtiTool,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/lti/registrations',
    summary: 'Register with a platform',
    verb: createLtiRegistration,
    status: 201,
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/lti/registrations/{id}',
    summary: 'Remove a registration: its pupils’ sessions end',
    verb: removeLtiRegistration,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/lti/registrations/{id}/check',
    summary: 'Read the platform’s keys and ask it for a token',
    verb: checkLtiRegistration,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/lti/keys/rotate',
    summary: 'Sign with a new key; the old one is published for a day more',
    verb: rotateLtiKey,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/lti/launches',
    summary: 'Launches of the last thirty days, newest first',
    verb: listLtiLaunches,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/lti/scores',
    summary: 'Scores sent to platforms, newest first',
    verb: listLtiScores,
    status: 200,
  }),
]
