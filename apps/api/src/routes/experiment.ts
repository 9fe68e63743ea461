// /v1/experiments: A/B of two template versions; /v1/attribution: what recommendations led to.
import { getAttribution } from '@guildhall/domain/attribution/get'
import { createExperiment } from '@guildhall/domain/experiment/create'
import { getExperiment, listExperiments } from '@guildhall/domain/experiment/list'
import { getExperimentResults } from '@guildhall/domain/experiment/results'
import { startExperiment, stopExperiment } from '@guildhall/domain/experiment/start'
import { getServed } from '@guildhall/domain/shop/served'
import { defineRoute } from '../door/rest.ts'

const path = '/v1/experiments'

export const experimentRoutes = [
  defineRoute({ method: 'POST', path, summary: 'Plan an experiment', verb: createExperiment, status: 201 }),
  defineRoute({ method: 'GET', path, summary: 'List experiments', verb: listExperiments, status: 200 }),
  defineRoute({ method: 'GET', path: `${path}/{id}`, summary: 'Read an experiment', verb: getExperiment, status: 200 }),
  defineRoute({
    method: 'POST',
    path: `${path}/{id}/start`,
    summary: 'Start an experiment; one of a template at a time',
    verb: startExperiment,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: `${path}/{id}/stop`,
    summary: 'Stop an experiment, for good',
    verb: stopExperiment,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: `${path}/{id}/results`,
    summary: 'Conversion, revenue per session, intervals and a verdict',
    verb: getExperimentResults,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/attribution',
    summary: 'Clicks, purchases and revenue by template version and variant',
    verb: getAttribution,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/served',
    summary: 'Coverage, concentration and repetition of what was served',
    verb: getServed,
    status: 200,
  }),
]
