// The teacher's figures: a class, a learner, and the lock on hints.
import { enrolLearner } from '@guildhall/domain/classroom/enrol'
import { getClassroom } from '@guildhall/domain/classroom/get'
import { lockHints } from '@guildhall/domain/classroom/lock'
import { removeSimulated, simulateClass } from '@guildhall/domain/classroom/simulate'
import { getTimeline } from '@guildhall/domain/classroom/timeline'
import { traceClass } from '@guildhall/domain/classroom/trace'
import { defineRoute } from '../door/rest.ts'

export const classroomRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/classroom',
    summary: 'A class at a glance',
    verb: getClassroom,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/classroom/learners/{learner}',
    summary: 'A learner’s timeline',
    verb: getTimeline,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/classroom/learners',
    summary: 'Add a learner by pseudonym and consent',
    verb: enrolLearner,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/classroom/lock',
    summary: 'Lock the hints of a class',
    verb: lockHints,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/classroom/trace',
    summary: 'Run a teacher’s note for every learner whose attempts are newer than their mastery',
    verb: traceClass,
    status: 202,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/classroom/simulated',
    summary: 'Load a simulated class, to see the teacher’s figures before there are pupils',
    verb: simulateClass,
    status: 202,
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/classroom/simulated',
    summary: 'Remove the simulated class',
    verb: removeSimulated,
    status: 200,
  }),
]
