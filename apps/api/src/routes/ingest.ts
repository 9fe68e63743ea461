// POST /v1/collections/{name}/records: a JSON array or NDJSON of up to 100 MB, read as it comes; never more than a batch is in memory.
import { collectionLimits } from '@guildhall/contracts/collection'
import { AppError } from '@guildhall/contracts/errors'
import { arrayElements, lineElements } from '@guildhall/domain/collection/elements'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { counted } from '../door/counted.ts'
import { actorOf } from '../door/key.ts'
import type { Limiter } from '../door/limits.ts'

const { maxBodyBytes, maxLineBytes } = collectionLimits
const splitters = { 'application/x-ndjson': lineElements, 'application/json': arrayElements }

export function addIngest(app: FastifyInstance, limit: Limiter): void {
  app.removeAllContentTypeParsers()
  for (const type of Object.keys(splitters))
    app.addContentTypeParser(type, (_request, payload, done) => done(null, payload))
  app.route<{ Params: { name: string }; Body: AsyncIterable<Uint8Array> | undefined }>({
    method: 'POST',
    url: '/v1/collections/:name/records',
    bodyLimit: maxBodyBytes,
    handler: async (request, reply) => {
      const actor = await actorOf(request)
      await limit(actor, reply)
      const split = splitterOf(request)
      if (!request.body)
        throw new AppError('invalid_request', { public: 'The body is empty. Send at least one record' })
      const gone = new AbortController()
      request.raw.once('aborted', () => gone.abort())
      return ingestRecords(actor, {
        collection: request.params.name,
        records: split(counted(request.body, maxBodyBytes), { maxLineBytes }),
        signal: gone.signal,
      })
    },
  })
}

function splitterOf(request: FastifyRequest) {
  const type = String(request.headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase()
  if (type === 'application/x-ndjson' || type === 'application/json') return splitters[type]
  throw new AppError('unsupported_media_type', {
    public: 'Send application/x-ndjson, one record a line, or application/json, an array of records',
  })
}
