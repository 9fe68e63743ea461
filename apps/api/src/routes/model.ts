// /v1/models and /v1/trainings: what serves, its versions and gates, and how a new one comes to be. A model is named `vertical.task`.
import { getVersion } from '@guildhall/domain/model/get'
import { listModels, listVersions } from '@guildhall/domain/model/list'
import { archiveVersion, promoteVersion, rollbackModel, shadowVersion } from '@guildhall/domain/model/promote'
import { createTraining } from '@guildhall/domain/training/create'
import { cancelTraining, getTraining, listTrainings } from '@guildhall/domain/training/read'
import { setSchedule } from '@guildhall/domain/training/schedule'
import { defineRoute } from '../door/rest.ts'

const version = '/v1/models/{id}/versions/{version}'

export const modelRoutes = [
  defineRoute({ method: 'GET', path: '/v1/models', summary: 'List models', verb: listModels, status: 200 }),
  defineRoute({
    method: 'GET',
    path: '/v1/models/{id}/versions',
    summary: 'List versions of a model',
    verb: listVersions,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: version,
    summary: 'Read a version with card and gates',
    verb: getVersion,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/models/{id}/train',
    summary: 'Start a training',
    verb: createTraining,
    status: 202,
  }),
  defineRoute({
    method: 'POST',
    path: `${version}/promote`,
    summary: 'Make a version the champion',
    verb: promoteVersion,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: `${version}/archive`,
    summary: 'Archive a candidate',
    verb: archiveVersion,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: `${version}/shadow`,
    summary: 'Run a candidate in the shadow',
    verb: shadowVersion,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/models/{id}/rollback',
    summary: 'Go back to the champion before',
    verb: rollbackModel,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/models/{id}/schedule',
    summary: 'Train nightly or after new records',
    verb: setSchedule,
    status: 200,
  }),
  defineRoute({ method: 'GET', path: '/v1/trainings', summary: 'List trainings', verb: listTrainings, status: 200 }),
  defineRoute({
    method: 'GET',
    path: '/v1/trainings/{id}',
    summary: 'Read a training with its log',
    verb: getTraining,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/trainings/{id}/cancel',
    summary: 'Cancel a training',
    verb: cancelTraining,
    status: 200,
  }),
]
