// A browser's request -> its user, and the user as an actor in the tenant that the URL names.
import 'server-only'
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { memberActor } from '@guildhall/domain/tenant/mine'
import { opened } from './domain.ts'

export type User = { id: string; name: string; email: string }

export async function userOf(headers: Headers): Promise<User | null> {
  const { auth } = await opened()
  const session = await auth.api.getSession({ headers })
  return session && { id: session.user.id, name: session.user.name, email: session.user.email }
}

/** Throws `unauthenticated`. */
export async function signedIn(headers: Headers): Promise<User> {
  const user = await userOf(headers)
  if (!user) throw new AppError('unauthenticated', { public: 'Your session has ended. Sign in again' })
  return user
}

const tenantHeader = 'x-guildhall-tenant'

/** Throws `unauthenticated`, and `not_found` for a tenant the user is not in. */
export async function actorOf(headers: Headers, user: User, requestId: string): Promise<Actor> {
  return memberActor({ userId: user.id, slug: headers.get(tenantHeader) ?? '', requestId })
}
