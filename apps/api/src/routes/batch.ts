// /v1/batches: POST takes NDJSON, a JSON array or CSV of up to 50 MB as it comes; the rest are verbs.
import { batchLimits } from '@guildhall/contracts/batch'
import { AppError } from '@guildhall/contracts/errors'
import { cancelBatch, getBatch, listBatches } from '@guildhall/domain/batch/read'
import { streamBatch } from '@guildhall/domain/batch/stream'
import { arrayElements, lineElements } from '@guildhall/domain/collection/elements'
import { parse } from 'csv-parse'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { counted } from '../door/counted.ts'
import { actorOf } from '../door/key.ts'
import type { Limiter } from '../door/limits.ts'
import { defineRoute } from '../door/rest.ts'

const { maxBodyBytes, maxLineBytes } = batchLimits
const readers = {
  'application/x-ndjson': (body: AsyncIterable<Uint8Array>) => lineElements(body, { maxLineBytes }),
  'application/json': (body: AsyncIterable<Uint8Array>) => arrayElements(body, { maxLineBytes }),
  'text/csv': csvRows,
}

export const batchRoutes = [
  defineRoute({ method: 'GET', path: '/v1/batches', summary: 'List batches', verb: listBatches, status: 200 }),
  defineRoute({ method: 'GET', path: '/v1/batches/{id}', summary: 'Read a batch', verb: getBatch, status: 200 }),
  defineRoute({
    method: 'POST',
    path: '/v1/batches/{id}/cancel',
    summary: 'Cancel what has not ended',
    verb: cancelBatch,
    status: 200,
  }),
]

export function addBatches(app: FastifyInstance, limit: Limiter): void {
  app.removeAllContentTypeParsers()
  for (const type of Object.keys(readers))
    app.addContentTypeParser(type, (_request, payload, done) => done(null, payload))
  app.route<{ Body: AsyncIterable<Uint8Array> | undefined; Querystring: Record<string, string> }>({
    method: 'POST',
    url: '/v1/batches',
    bodyLimit: maxBodyBytes,
    handler: async (request, reply) => {
      const actor = await actorOf(request)
      await limit(actor, reply)
      const read = readerOf(request)
      if (!request.body) throw new AppError('invalid_request', { public: 'The body is empty. Send at least one input' })
      const gone = new AbortController()
      request.raw.once('aborted', () => gone.abort())
      const { language, ...query } = request.query
      const batch = await streamBatch(actor, {
        options: { ...query, ...(language ? { language: language.split(',') } : {}) },
        rows: read(counted(request.body, maxBodyBytes)),
        signal: gone.signal,
      })
      return reply.status(202).header('Location', batch.urls.get).send(batch)
    },
  })
}

function readerOf(request: FastifyRequest) {
  const type = String(request.headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase()
  if (type === 'application/x-ndjson' || type === 'application/json' || type === 'text/csv') return readers[type]
  throw new AppError('unsupported_media_type', {
    public:
      'Send application/x-ndjson, one input a line; application/json, an array of inputs; or text/csv with a header',
  })
}

/** A row per record of the file, its columns by the header; lines count from the first after it. */
async function* csvRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: number; value: unknown }> {
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true, max_record_size: maxLineBytes })
  const feeding = (async () => {
    for await (const chunk of body)
      if (!parser.write(chunk)) await new Promise((resume) => parser.once('drain', resume))
    parser.end()
  })()
  feeding.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error('the body broke off')))
  let line = 0
  try {
    for await (const value of parser) yield { line: ++line, value }
  } catch (error) {
    if (error instanceof AppError) throw error
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unreadable'
    throw new AppError('invalid_request', { public: `The CSV cannot be read after row ${line}: ${why}` })
  }
}
