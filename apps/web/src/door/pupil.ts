// A browser's request -> the pupil of an LTI launch. The page says by a header which of its sessions it is about: another site can send the cookie, and
// cannot send the header.
import 'server-only'
import { openPupil, type Pupil } from '@guildhall/domain/lti/pupil'
import { opened } from './domain.ts'
import { pupilCookie } from './pupil-cookie.ts'
import { holdPace } from './pupil-pace.ts'

const practiceHeader = 'x-guildhall-practice'

/** Null where the page is no pupil's. Throws `unauthenticated` where the session has ended. */
export async function pupilOf(headers: Headers, requestId: string): Promise<Pupil | null> {
  const place = headers.get(practiceHeader)
  return place === null ? null : pupilAt(place, { headers, requestId })
}

/** The pupil whose session this address names. Throws `unauthenticated` and `rate_limited`. */
export async function pupilAt(
  place: string,
  { headers, requestId }: { headers: Headers; requestId: string },
): Promise<Pupil> {
  await opened()
  const pupil = await openPupil(pupilCookie(headers.get('cookie'), place), requestId)
  await holdPace(pupil.actor.name)
  return pupil
}
