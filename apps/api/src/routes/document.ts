// What is not JSON: a run's note as PDF or Markdown, and the results of a batch as NDJSON.
import { Readable } from 'node:stream'
import { noteInput } from '@guildhall/contracts/note'
import { batchResults } from '@guildhall/domain/batch/stream'
import { noteMarkdown } from '@guildhall/domain/note/markdown'
import { notePdf } from '@guildhall/domain/note/pdf'
import { readNote } from '@guildhall/domain/note/read'
import { parseInput } from '@guildhall/domain/parse'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../door/key.ts'
import type { Limiter } from '../door/limits.ts'

type WithId = { Params: { id: string } }

export function addDocuments(app: FastifyInstance, limit: Limiter): void {
  const actorFor = async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await actorOf(request)
    await limit(actor, reply)
    return actor
  }
  app.get<WithId>('/v1/runs/:id/note', async (request, reply) => {
    const actor = await actorFor(request, reply)
    const { id, format, language, paper } = parseInput(noteInput, { ...Object(request.query), id: request.params.id })
    const note = await readNote(actor, { id, language })
    reply.header('Content-Disposition', `attachment; filename="${id}.${language}.${format === 'pdf' ? 'pdf' : 'md'}"`)
    if (format === 'markdown') return reply.type('text/markdown; charset=utf-8').send(noteMarkdown(note))
    return reply.type('application/pdf').send(Buffer.from(await notePdf(note, paper)))
  })
  app.get<WithId>('/v1/batches/:id/results', async (request, reply) => {
    const lines = batchResults(await actorFor(request, reply), request.params.id)
    // The first page before the first byte: what is refused is still a problem document.
    const first = await lines.next()
    return reply.type('application/x-ndjson').send(Readable.from(after(first, lines)))
  })
}

async function* after(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value
  yield* rest
}
