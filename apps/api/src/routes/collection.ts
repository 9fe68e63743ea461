// /v1/collections: what a tenant brought, in pages, and how to take it away again. Sending records is in ingest.ts.
import { deleteRecords } from '@guildhall/domain/collection/delete'
import { listRecords } from '@guildhall/domain/collection/list'
import { loadStarter } from '@guildhall/domain/collection/load-starter'
import { listCollections } from '@guildhall/domain/collection/overview'
import { reportCollection } from '@guildhall/domain/collection/report'
import { defineRoute } from '../door/rest.ts'

export const collectionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/collections',
    summary: 'List collections',
    verb: listCollections,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/collections/{name}/report',
    summary: 'Read the expectations report of a collection',
    verb: reportCollection,
    status: 200,
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/collections/{name}/records',
    summary: 'List records by key',
    verb: listRecords,
    status: 200,
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/collections/load_starter',
    summary: 'Load the starter records of a vertical; what is there already stays as it is',
    verb: loadStarter,
    status: 200,
  }),
  defineRoute({
    method: 'DELETE',
    path: '/v1/collections/{name}/records',
    summary: 'Delete records by key or by subject',
    verb: deleteRecords,
    status: 200,
  }),
]
