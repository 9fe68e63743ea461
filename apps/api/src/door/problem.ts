// Anything thrown on the way -> problem+json with the request id; our own mistakes are logged, never shown.
import { AppError, type Problem, toProblem } from '@guildhall/contracts/errors'
import { logger } from '@guildhall/runtime/log'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = fromFastify(error)
  const problem = toProblem(known, { instance: request.url.split('?')[0] ?? null, requestId: request.id })
  if (problem.code === 'bug') logger().error({ err: error, requestId: request.id }, 'unexpected error')
  if (known instanceof AppError && known.retryAfterS !== undefined)
    reply.header('Retry-After', String(known.retryAfterS))
  if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer')
  return send(problem, reply)
}

function send(problem: Problem, reply: FastifyReply): FastifyReply {
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Fastify's own refusals, in our words. */
function fromFastify(error: unknown): unknown {
  if (error instanceof AppError || !isFastifyError(error)) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError('body_too_large', { public: 'The body is over 1 MiB. Send less, or use batches' })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new AppError('unsupported_media_type', { public: 'Send Content-Type: application/json' })
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new AppError('invalid_request', { public: 'The body is empty. Send a JSON object' })
  if (error.statusCode === 400)
    return new AppError('invalid_request', { public: `The body is not valid JSON: ${error.message}`.slice(0, 300) })
  return error
}

function isFastifyError(error: unknown): error is FastifyError {
  return (
    (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_')) ||
    (error instanceof Error && 'statusCode' in error)
  )
}
