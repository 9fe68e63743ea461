// A request -> the actor behind its API key.
import type { Actor } from '@guildhall/contracts/actor'
import { authenticateKey } from '@guildhall/domain/key/authenticate'
import type { FastifyRequest } from 'fastify'

/** Throws `unauthenticated` with the same text whether the header is absent, malformed, unknown, expired or disabled. */
export function actorOf(request: FastifyRequest): Promise<Actor> {
  const [, secret] = /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '') ?? []
  return authenticateKey(secret, request.id)
}
