// OpenAPI 3.1 from the routes and the very zod schemas that validate.
import { batchLimits, batchObject, openBatchInput } from '@guildhall/contracts/batch'
import { ingestObject } from '@guildhall/contracts/collection'
import { errorCatalogue } from '@guildhall/contracts/errors'
import { noteInput } from '@guildhall/contracts/note'
import { collections, verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import type { Route } from './rest.ts'

const json = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'request_id', 'retryable', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorCatalogue) },
    detail: { type: 'string' },
    instance: { type: ['string', 'null'] },
    request_id: { type: ['string', 'null'] },
    retryable: { type: 'boolean' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { location: { type: 'string' }, message: { type: 'string' }, fix: { type: 'string' } },
      },
    },
    details: { type: 'object', description: 'What a program needs to go on; its shape is that of the kind it names' },
  },
}

export function openApiOf(routes: readonly Route[], publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) }
  }
  paths['/v1/batches'] = { ...paths['/v1/batches'], post: batchOperation() }
  paths['/v1/batches/{id}/results'] = { get: bytesOperation('batch_results', batchText) }
  paths['/v1/runs/{id}/note'] = { get: bytesOperation('run_note', noteText) }
  paths[recordsPath] = { ...paths[recordsPath], post: ingestOperation() }
  const inputs = verticals.flatMap((vertical) =>
    vertical.tasks.map((task) => [`${vertical.slug}_${task.slug}_input`, json(task.input, 'input')] as const),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guildhall',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: `Vertical AI over one HTTP API: ${verticals.map((one) => one.title.en.toLowerCase()).join(', ')}.`,
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: gh_live_…' } },
      schemas: { problem, ...Object.fromEntries(inputs) },
    },
  }
}

const recordsPath = '/v1/collections/{name}/records'

/** Records are a stream, so no verb describes them: one schema per collection, in an array or one a line. */
function ingestOperation() {
  const record = {
    oneOf: collections.map((collection) => ({ title: collection.name, ...json(collection.schema, 'input') })),
  }
  return {
    summary: 'Send records, up to 100 MB; good ones are kept, bad ones come back with line, field and fix',
    operationId: 'collection_ingest',
    parameters: [
      { name: 'name', in: 'path', required: true, schema: { enum: collections.map((collection) => collection.name) } },
    ],
    requestBody: {
      required: true,
      content: {
        'application/x-ndjson': { schema: record },
        'application/json': { schema: { type: 'array', items: record } },
      },
    },
    responses: {
      200: { description: 'What was done', content: { 'application/json': { schema: json(ingestObject, 'output') } } },
      default: {
        description: 'A problem, RFC 9457',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
      },
    },
  }
}

const problemResponse = {
  description: 'A problem, RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
}

/** Inputs are a stream: one a line, an array, or rows of a CSV in the tenant's own columns. */
function batchOperation() {
  const query = json(openBatchInput, 'input')
  const input = { type: 'object', description: 'An input, or {input, custom_id, metadata}' }
  return {
    summary: `Create a batch of up to ${batchLimits.maxRows} runs; bad rows come back with line, field and fix`,
    operationId: 'batch_create',
    parameters: Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: (query.required ?? []).includes(name),
      schema: name === 'language' ? { type: 'string', description: 'en, zh-CN, or both with a comma' } : schema,
    })),
    requestBody: {
      required: true,
      content: {
        'application/x-ndjson': { schema: input },
        'application/json': { schema: { type: 'array', items: input } },
        'text/csv': { schema: { type: 'string' } },
      },
    },
    responses: {
      202: { description: 'Taken', content: { 'application/json': { schema: json(batchObject, 'output') } } },
      default: problemResponse,
    },
  }
}

const batchText = { summary: 'Results of a batch, one JSON object a line', types: ['application/x-ndjson'], query: {} }
const noteText = {
  summary: 'The note as PDF or Markdown',
  types: ['application/pdf', 'text/markdown'],
  query: json(noteInput.omit({ id: true }), 'input').properties ?? {},
}

type Bytes = { summary: string; types: readonly string[]; query: Record<string, unknown> }

function bytesOperation(operationId: string, { summary, types, query }: Bytes) {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
  const options = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
  return {
    summary,
    operationId,
    parameters: [id, ...options],
    responses: {
      200: {
        description: 'The document',
        content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
      },
      default: problemResponse,
    },
  }
}

function operationOf(route: Route) {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]))
  const input = json(route.verb.input, 'input')
  const properties = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const required = (input.required ?? []).filter((name) => !inPath.includes(name))
  const path = inPath.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const query = properties.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  const body = { type: 'object', properties: Object.fromEntries(properties), required, additionalProperties: false }
  const hasBody = route.method === 'POST' && properties.length > 0
  return {
    summary: route.summary,
    operationId: route.verb.name.replace('.', '_'),
    parameters: route.method === 'POST' ? [...path, idempotencyHeader] : [...path, ...query],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [route.status]: {
        description: 'Done',
        content: { 'application/json': { schema: json(route.sends ?? route.verb.output, 'output') } },
      },
      default: {
        description: 'A problem, RFC 9457',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
      },
    },
    'x-scope': route.verb.scope,
  }
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key and body within 24 h answers the first response',
  schema: { type: 'string', maxLength: 200 },
}
