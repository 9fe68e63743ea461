// The cookie of a pupil's session, as a launch left it. Its first part says, before anybody checked the signature, who may frame the page: whoever could
// write that cookie could do worse.

const placeForm = /^[A-Za-z0-9]{1,32}$/
const originForm = /^https?:\/\/[A-Za-z0-9.:[\]-]+$/

/** Undefined where there is none. */
export function pupilCookie(cookies: string | null, place: string): string | undefined {
  if (!placeForm.test(place)) return undefined
  const name = `practice-${place}=`
  const pair = (cookies ?? '').split(/;\s*/).find((one) => one.startsWith(name))
  return pair?.slice(name.length)
}

/** Origins whose pages may frame this session; anybody where there is none, because then the page does nothing. */
export function frameAncestors(session: string | undefined): string {
  if (session === undefined) return '*'
  try {
    const text = atob((session.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const claimed: unknown = Object(JSON.parse(text)).f
    const origins = Array.isArray(claimed)
      ? claimed.filter((one) => typeof one === 'string' && originForm.test(one))
      : []
    return ["'self'", ...origins].join(' ')
  } catch {
    return "'none'"
  }
}
