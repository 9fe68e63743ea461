// LTI 1.3 on the wire: platforms a tenant is registered with, what to paste into them, launches and scores. Refusals of a launch are codes; their
// words are the domain's.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'

export const ltiLimits = { maxRegistrations: 50, maxIdTokenBytes: 32_768, maxAttempts: 8, pupilSessionS: 7200 } as const

const address = z.url({ protocol: /^https?$/ }).max(500)
const text = z.string().trim().min(1).max(255)
const id = idSchema('ltiRegistration')

export const createLtiInput = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('For your eyes, such as Moodle'),
  issuer: text.describe('The platform’s iss, to the letter'),
  client_id: text,
  deployment_ids: z.array(text).min(1).max(20).describe('Launches of other deployments are refused'),
  auth_url: address.describe('Authentication request URL'),
  token_url: address.describe('Access token URL'),
  token_audience: text.optional().describe('aud of our assertions; left out: token_url'),
  jwks_url: address.describe('Public keyset URL'),
  frame_origins: z
    .array(z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url, 'is no bare origin'))
    .max(10)
    .optional()
    .describe('Origins whose pages may show practice in a frame; left out: those of issuer and auth_url'),
  consent_basis: z
    .enum(['school', 'parent', 'learner'])
    .default('school')
    .describe('By whose consent learners of this platform practise'),
})

export const ltiRegistration = z.object({
  id: z.string(),
  object: z.literal('lti_registration'),
  name: z.string(),
  issuer: z.string(),
  client_id: z.string(),
  deployment_ids: z.array(z.string()),
  auth_url: z.string(),
  token_url: z.string(),
  token_audience: z.string().nullable(),
  jwks_url: z.string(),
  frame_origins: z.array(z.string()),
  consent_basis: z.enum(['school', 'parent', 'learner']),
  created_at: z.iso.datetime(),
})
export type LtiRegistration = z.infer<typeof ltiRegistration>

export const noLtiInput = z.strictObject({})
export const ltiIdInput = z.strictObject({ id })
export const ltiRemoved = z.object({ object: z.literal('deleted'), deleted: z.int() })

export const ltiTool = z.object({
  object: z.literal('lti_tool'),
  login_url: z.string().describe('Initiate login URL'),
  launch_url: z.string().describe('Target link URI, and the one redirect URI'),
  jwks_url: z.string().describe('Public keyset of this tool'),
  key_id: z.string().describe('kid of the key that signs our assertions'),
  registrations: z.array(ltiRegistration),
})

export const ltiKeyRotated = z.object({ object: z.literal('lti_key'), key_id: z.string() })

const finding = z.object({
  what: z.enum(['jwks', 'token']),
  is_ok: z.boolean(),
  detail: z.string().describe('What was found, or what is wrong'),
})
export const ltiChecked = z.object({ object: z.literal('lti_check'), findings: z.array(finding) })
export type LtiFinding = z.infer<typeof finding>

/** Why a launch is refused. The page shown, the log and the tests use these names. */
const refusals = [
  'login_malformed',
  'registration_unknown',
  'deployment_unknown',
  'platform_error',
  'launch_malformed',
  'state_unknown',
  'state_used',
  'state_expired',
  'browser_unknown',
  'token_malformed',
  'token_algorithm',
  'key_unknown',
  'keys_unreachable',
  'signature_wrong',
  'token_expired',
  'token_from_future',
  'issuer_wrong',
  'audience_wrong',
  'authorized_party_wrong',
  'nonce_wrong',
  'version_wrong',
  'message_type_wrong',
  'target_wrong',
  'resource_link_missing',
  'subject_missing',
  'role_missing',
  'custom_wrong',
  'claims_malformed',
  'too_many',
  'failed',
] as const
export const ltiRefusal = z.enum(refusals)
export type LtiRefusal = z.infer<typeof ltiRefusal>

export const listLtiInput = z.strictObject({ ...pageInput })
const launch = z.object({
  id: z.string(),
  object: z.literal('lti_launch'),
  registration: z.string().nullable().describe('Its name; null where none was known, or it was removed'),
  role: z.enum(['learner', 'instructor']).nullable(),
  refusal: ltiRefusal.nullable().describe('null: it was let in'),
  request_id: z.string(),
  created_at: z.iso.datetime(),
})
export const ltiLaunchList = listOf(launch)

const score = z.object({
  id: z.string(),
  object: z.literal('lti_score'),
  registration: z.string(),
  learner: z.string().describe('The pseudonym'),
  score: z.number().describe('0 to 1, as last sent or about to be'),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  due_at: z.iso.datetime().nullable().describe('Of the next attempt; null once it ended'),
  answer: z.int().nullable().describe('The platform’s HTTP status of the last attempt'),
  fault: z.string().nullable(),
  created_at: z.iso.datetime(),
})
export const ltiScoreList = listOf(score)
