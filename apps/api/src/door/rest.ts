// The REST adapter: one line per verb. It finds the actor, keeps the limits and the idempotency, and writes the answer down for OpenAPI.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { fingerprintOf } from '@guildhall/domain/idempotency'
import type { CallOptions, Verb } from '@guildhall/domain/verb'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { actorOf } from './key.ts'
import type { Limiter } from './limits.ts'

export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  /** In OpenAPI's form: `/v1/runs/{id}`. */
  path: string
  summary: string
  verb: Verb
  status: number
  /** What it sends where that is not the verb's output, for OpenAPI. */
  sends?: z.ZodType
  /** Answers by itself, e.g. to wait; else the verb's output is the answer. */
  answer?: (call: RouteCall) => Promise<unknown>
}
export type RouteCall = {
  actor: Actor
  input: unknown
  options: CallOptions
  request: FastifyRequest
  reply: FastifyReply
}

const keyForm = /^[\x21-\x7e]{1,200}$/

export function defineRoute<I extends z.ZodType, O extends z.ZodType>(
  route: Omit<Route, 'verb'> & { verb: Verb<I, O> },
): Route {
  return { ...route, verb: { ...route.verb, call: route.verb.call } }
}

export function addRoute(app: FastifyInstance, route: Route, limit: Limiter): void {
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const actor = await actorOf(request)
      await limit(actor, reply)
      const call: RouteCall = {
        actor,
        input: inputOf(request),
        options: { idempotency: route.method === 'POST' ? idempotencyOf(request, reply) : undefined },
        request,
        reply,
      }
      reply.status(route.status)
      return route.answer ? route.answer(call) : route.verb.call(actor, call.input, call.options)
    },
  })
}

/** Path parameters, query and body as one object; the path wins, so a body cannot name another row. */
function inputOf(request: FastifyRequest): unknown {
  const { body, params, query } = request
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body)))
    throw new AppError('input_invalid', { public: 'The body must be a JSON object' })
  return { ...Object(query), ...Object(body ?? {}), ...Object(params) }
}

function idempotencyOf(request: FastifyRequest, reply: FastifyReply): CallOptions['idempotency'] {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !keyForm.test(key)) {
    throw new AppError('input_invalid', {
      public: 'Idempotency-Key must be 1 to 200 printable characters',
      errors: [{ location: 'header.Idempotency-Key', message: 'is malformed', fix: 'Send a UUID' }],
    })
  }
  return {
    scope: `${request.method} ${request.url.split('?')[0]} ${key}`,
    fingerprint: fingerprintOf(request.body ?? null),
    onReplay: () => void reply.header('Idempotent-Replayed', 'true'),
  }
}
