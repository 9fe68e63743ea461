// Who practises by a session from a launch, and what they may: the practice verbs, for their own pseudonym, with the template and the skills of their
// link. Whatever else a page sends is replaced.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import type { Id } from '@guildhall/contracts/ids'
import { withTenant } from '@guildhall/db/scope'
import { claimedSession, readSession } from './session.ts'
import { readSecrets } from './tool.ts'

export type Pupil = {
  actor: Actor
  learner: string
  template: string
  /** Empty: the template chooses among all. */
  skills: string[]
  expiresAt: number
}

/** Throws `unauthenticated` for a session that is not ours, has ended, or whose registration was removed. */
export async function openPupil(token: string | undefined, requestId: string): Promise<Pupil> {
  const claimed = token === undefined ? null : claimedSession(token)
  const pupil = token !== undefined && claimed ? await readPupil(token, { claimed, requestId }) : null
  if (pupil) return pupil
  throw new AppError('unauthenticated', { public: 'Practice from your course has ended. Open it there again' })
}

type Claimed = { claimed: NonNullable<ReturnType<typeof claimedSession>>; requestId: string }

function readPupil(token: string, { claimed: { tenantId, linkId }, requestId }: Claimed): Promise<Pupil | null> {
  return withTenant(tenantId, async (tx) => {
    const secrets = await readSecrets(tx, tenantId)
    const session = secrets && readSession(token, { secret: secrets.sessions, nowMs: Date.now() })
    const link = session && (await tx.ltiLink.findFirst({ where: { id: linkId, tenantId } }))
    if (!link) return null
    const { learner, template, skills } = link
    const actor: Actor = {
      tenantId: signedTenant(session.tenantId),
      requestId,
      scopes: ['runs:write', 'runs:read'],
      name: `pupil:${link.id}`,
    }
    return { actor, learner, template, skills, expiresAt: session.expiresAt }
  })
}

/** Guarantee: only the secret of the tenant it names signs a session. */
const signedTenant = (tenantId: string) => tenantId as Id<'tenant'>
