// The claims of a signed launch -> who comes, from where and for what, or the name of the first claim that is wrong. Pure. Rules: LTI Core 1.3, sections
// 5.3 and 5.4; 1EdTech Security Framework 1.0, section 5.1.3; AGS 2.0, section 3.1. Names, addresses and pictures of persons are not even read.
import type { LtiRefusal } from '@guildhall/contracts/lti'
import { z } from 'zod'
import { roleOf } from './role.ts'

export type Expected = {
  issuer: string
  clientId: string
  deploymentIds: readonly string[]
  nonce: string
  launchUrl: string
  nowS: number
}
export type Launch = {
  role: 'learner' | 'instructor'
  subject: string
  deploymentId: string
  resourceLink: string
  /** Null where the platform names no course. */
  context: string | null
  skills: string[]
  template: string | null
  /** Where scores go; null where none are wanted. */
  lineItem: string | null
}

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const agsEndpoint = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'
export const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'

const skewS = 60
const maxAgeS = 3600
const maxSkills = 20

const short = z.string().min(1).max(255)
/** Each claim by itself: null where it is absent or has another type; azp and nbf are undefined where they are absent. */
const tokenParts = z.object({
  iss: z.string().nullable().catch(null),
  aud: z
    .union([z.string().transform((one) => [one]), z.array(z.string()).max(20)])
    .nullable()
    .catch(null),
  azp: z.string().optional().nullable().catch(null),
  exp: z.number().nullable().catch(null),
  iat: z.number().nullable().catch(null),
  nbf: z.number().optional().nullable().catch(null),
  nonce: z.string().nullable().catch(null),
})
const link = z.object({ id: short })
const context = z.object({ id: short }).nullish()
const custom = z.object({ skill: z.string().max(2000).optional(), template: z.string().max(100).optional() }).nullish()
const ags = z
  .object({
    lineitem: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullish(),
    scope: z.array(z.string()).max(50),
  })
  .nullish()

export function checkClaims(claims: Record<string, unknown>, expected: Expected): Launch | { refused: LtiRefusal } {
  const refused = refusalOfToken(claims, expected) ?? refusalOfMessage(claims, expected)
  return refused ? { refused } : launchOf(claims)
}

/** Who made the token, for whom, and when. */
function refusalOfToken(claims: Record<string, unknown>, expected: Expected): LtiRefusal | null {
  const { iss, aud, azp, exp, iat, nbf, nonce } = tokenParts.parse(claims)
  const { nowS, clientId } = expected
  if (iss !== expected.issuer) return 'issuer_wrong'
  if (!aud || aud.length === 0 || aud.some((one) => one !== clientId)) return 'audience_wrong'
  if (azp === null || (azp === undefined ? aud.length > 1 : azp !== clientId)) return 'authorized_party_wrong'
  if (exp === null || nowS >= exp + skewS) return 'token_expired'
  if (iat === null || nowS - iat > maxAgeS) return 'token_expired'
  if (nbf === null || Math.max(iat, nbf ?? 0) > nowS + skewS) return 'token_from_future'
  return nonce === expected.nonce ? null : 'nonce_wrong'
}

function refusalOfMessage(claims: Record<string, unknown>, expected: Expected): LtiRefusal | null {
  const deployment = claims[lti('deployment_id')]
  if (typeof deployment !== 'string' || !expected.deploymentIds.includes(deployment)) return 'deployment_unknown'
  if (claims[lti('version')] !== '1.3.0') return 'version_wrong'
  if (claims[lti('message_type')] !== 'LtiResourceLinkRequest') return 'message_type_wrong'
  if (!isOurs(claims[lti('target_link_uri')], expected.launchUrl)) return 'target_wrong'
  if (!link.safeParse(claims[lti('resource_link')]).success) return 'resource_link_missing'
  if (!roleOf(claims[lti('roles')])) return 'role_missing'
  if (!short.safeParse(claims.sub).success) return 'subject_missing'
  if (!custom.safeParse(claims[lti('custom')]).success) return 'custom_wrong'
  if (skillsOf(claims).length > maxSkills) return 'custom_wrong'
  return context.safeParse(claims[lti('context')]).success && ags.safeParse(claims[agsEndpoint]).success
    ? null
    : 'claims_malformed'
}

/** Ours whatever its query: a platform may keep parameters there. */
function isOurs(target: unknown, launchUrl: string): boolean {
  if (typeof target !== 'string' || !URL.canParse(target)) return false
  const [given, own] = [new URL(target), new URL(launchUrl)]
  return (
    given.origin === own.origin && given.pathname === own.pathname && given.username === '' && given.password === ''
  )
}

const skillsOf = (claims: Record<string, unknown>) => [
  ...new Set(
    (custom.parse(claims[lti('custom')])?.skill ?? '')
      .split(',')
      .map((skill) => skill.trim())
      .filter((skill) => skill !== ''),
  ),
]

/** Guarantee: every claim read here was judged above. */
function launchOf(claims: Record<string, unknown>): Launch {
  const endpoint = ags.parse(claims[agsEndpoint])
  const isScored = endpoint?.scope.includes(scoreScope) === true
  return {
    role: roleOf(claims[lti('roles')]) ?? 'learner',
    subject: short.parse(claims.sub),
    deploymentId: short.parse(claims[lti('deployment_id')]),
    resourceLink: link.parse(claims[lti('resource_link')]).id,
    context: context.parse(claims[lti('context')])?.id ?? null,
    skills: skillsOf(claims),
    template: custom.parse(claims[lti('custom')])?.template?.trim() || null,
    lineItem: (isScored && endpoint.lineitem) || null,
  }
}
