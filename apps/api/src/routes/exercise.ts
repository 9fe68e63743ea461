// POST /v1/exercises/import: a document of QTI items as application/xml, or as `document` of a JSON object.
import { AppError } from '@guildhall/contracts/errors'
import { exerciseLimits } from '@guildhall/contracts/exercise'
import { importExercises } from '@guildhall/domain/exercise/import'
import type { FastifyInstance } from 'fastify'
import type { Limiter } from '../door/limits.ts'
import { addRoute, defineRoute } from '../door/rest.ts'

export const exerciseRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/exercises/import',
    summary: 'Import exercises from QTI items, as application/xml or in a JSON object',
    verb: importExercises,
    status: 200,
  }),
]

/** In a scope of its own: only here is XML a body, and a larger one than elsewhere. */
export function addExercises(app: FastifyInstance, limit: Limiter): void {
  for (const type of ['application/xml', 'text/xml'])
    app.addContentTypeParser(type, async (_request: unknown, payload: AsyncIterable<Uint8Array>) => ({
      document: await textOf(payload),
    }))
  for (const route of exerciseRoutes) addRoute(app, route, limit)
}

async function textOf(payload: AsyncIterable<Uint8Array>): Promise<string> {
  const { maxDocumentBytes } = exerciseLimits
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of payload) {
    bytes += chunk.length
    if (bytes > maxDocumentBytes)
      throw new AppError('body_too_large', {
        public: `The document is over ${maxDocumentBytes} bytes. Send fewer items`,
      })
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    throw new AppError('invalid_request', { public: 'The document is not UTF-8. Save it as UTF-8', cause: error })
  }
}
