// Every claim that a launch rests on, missing or wrong, ends in the refusal that names it. The good launch is the example of LTI Core 1.3, appendix C.
import { expect, test } from 'vitest'
import { checkClaims, type Expected } from './claims.ts'

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const ags = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'
const client = '962fa4d8-bcbf-49a0-94b2-2de05ad274af'

/** Facts of the specification's example: names of claims, their shapes and values. */
const example: Record<string, unknown> = {
  iss: 'https://platform.example.edu',
  sub: 'a6d5c443-1f51-4783-ba1a-7686ffe3b54a',
  aud: [client],
  exp: 1_510_185_728,
  iat: 1_510_185_228,
  azp: client,
  nonce: 'fc5fdc6d-5dd6-47f4-b2c9-5d1216e9b771',
  name: 'Ms Jane Marie Doe',
  email: 'jane@platform.example.edu',
  [lti('deployment_id')]: '07940580-b309-415e-a37c-914d387c1150',
  [lti('message_type')]: 'LtiResourceLinkRequest',
  [lti('version')]: '1.3.0',
  [lti('target_link_uri')]: 'https://tool.example.com/lti/48320/ruix8782rs',
  [lti('roles')]: [
    'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student',
    'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
    'http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor',
  ],
  [lti('context')]: {
    id: 'c1d887f0-a1a3-4bca-ae25-c375edcc131a',
    label: 'ECON 1010',
    title: 'Economics as a Social Science',
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  },
  [lti('resource_link')]: { id: '200d101f-2c14-434a-a0f3-57c2a42369fd', title: 'Introduction Assignment' },
  [lti('custom')]: {
    xstart: '2017-04-21T01:00:00Z',
    skill: 'frac-add, eq-one-step,frac-add',
    template: ' exam-practice ',
  },
  [ags]: {
    scope: [
      'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      'https://purl.imsglobal.org/spec/lti-ags/scope/score',
    ],
    lineitems: 'https://www.myuniv.example.com/2344/lineitems/',
    lineitem: 'https://www.myuniv.example.com/2344/lineitems/1234/lineitem',
  },
}
const expected: Expected = {
  issuer: 'https://platform.example.edu',
  clientId: client,
  deploymentIds: ['another', '07940580-b309-415e-a37c-914d387c1150'],
  nonce: 'fc5fdc6d-5dd6-47f4-b2c9-5d1216e9b771',
  launchUrl: 'https://tool.example.com/lti/48320/ruix8782rs',
  nowS: 1_510_185_300,
}
const checked = (change: Record<string, unknown>) => {
  const claims = Object.fromEntries(
    Object.entries({ ...example, ...change }).filter(([, value]) => value !== undefined),
  )
  return checkClaims(claims, expected)
}

test('the example of the specification is let in, and of the person only the subject is read', () => {
  expect(checked({})).toEqual({
    role: 'learner',
    subject: 'a6d5c443-1f51-4783-ba1a-7686ffe3b54a',
    deploymentId: '07940580-b309-415e-a37c-914d387c1150',
    resourceLink: '200d101f-2c14-434a-a0f3-57c2a42369fd',
    context: 'c1d887f0-a1a3-4bca-ae25-c375edcc131a',
    skills: ['frac-add', 'eq-one-step'],
    template: 'exam-practice',
    lineItem: 'https://www.myuniv.example.com/2344/lineitems/1234/lineitem',
  })
})

const wrong: [string, unknown, string][] = [
  ['iss', undefined, 'issuer_wrong'],
  ['iss', 'https://platform.example.edu/', 'issuer_wrong'],
  ['iss', ['https://platform.example.edu'], 'issuer_wrong'],
  ['aud', undefined, 'audience_wrong'],
  ['aud', 'another', 'audience_wrong'],
  ['aud', [], 'audience_wrong'],
  ['aud', [client, 'another'], 'audience_wrong'],
  ['aud', { client }, 'audience_wrong'],
  ['azp', 'another', 'authorized_party_wrong'],
  ['azp', 7, 'authorized_party_wrong'],
  ['exp', undefined, 'token_expired'],
  ['exp', '1510185728', 'token_expired'],
  ['exp', 1_510_185_240, 'token_expired'],
  ['iat', undefined, 'token_expired'],
  ['iat', 1_510_181_699, 'token_expired'],
  ['iat', 1_510_185_361, 'token_from_future'],
  ['nbf', 1_510_185_361, 'token_from_future'],
  ['nbf', 'soon', 'token_from_future'],
  ['nonce', undefined, 'nonce_wrong'],
  ['nonce', 'another', 'nonce_wrong'],
  [lti('deployment_id'), undefined, 'deployment_unknown'],
  [lti('deployment_id'), 'foreign', 'deployment_unknown'],
  [lti('version'), undefined, 'version_wrong'],
  [lti('version'), '1.1', 'version_wrong'],
  [lti('message_type'), undefined, 'message_type_wrong'],
  [lti('message_type'), 'LtiDeepLinkingRequest', 'message_type_wrong'],
  [lti('target_link_uri'), undefined, 'target_wrong'],
  [lti('target_link_uri'), 'https://tool.example.com/lti/48320/other', 'target_wrong'],
  [lti('target_link_uri'), 'https://tool.example.com.evil.test/lti/48320/ruix8782rs', 'target_wrong'],
  [lti('target_link_uri'), 'https://a:b@tool.example.com/lti/48320/ruix8782rs', 'target_wrong'],
  [lti('resource_link'), undefined, 'resource_link_missing'],
  [lti('resource_link'), { id: '' }, 'resource_link_missing'],
  [lti('resource_link'), { id: 'x'.repeat(256) }, 'resource_link_missing'],
  [lti('roles'), undefined, 'role_missing'],
  [lti('roles'), [], 'role_missing'],
  [lti('roles'), ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student'], 'role_missing'],
  ['sub', undefined, 'subject_missing'],
  ['sub', '', 'subject_missing'],
  ['sub', 'x'.repeat(256), 'subject_missing'],
  [lti('custom'), { skill: 7 }, 'custom_wrong'],
  [lti('custom'), { skill: Array.from({ length: 21 }, (_, at) => at).join(',') }, 'custom_wrong'],
  [lti('context'), { label: 'no id' }, 'claims_malformed'],
  [ags, { lineitem: 'javascript:alert(1)', scope: [] }, 'claims_malformed'],
]

test.each(wrong)('%s = %j is refused as %s', (claim, value, refusal) => {
  expect(checked({ [claim]: value })).toEqual({ refused: refusal })
})

test('azp may be absent for one audience, and must be there for more', () => {
  for (const aud of [client, [client]]) expect(checked({ aud, azp: undefined })).toMatchObject({ role: 'learner' })
  expect(checked({ aud: [client, client], azp: undefined })).toEqual({ refused: 'authorized_party_wrong' })
  expect(checked({ aud: [client, client] })).toMatchObject({ role: 'learner' })
})

test('scores are wanted only with a line item and the scope to score', () => {
  const scope = ['https://purl.imsglobal.org/spec/lti-ags/scope/lineitem']
  expect(checked({ [ags]: { scope, lineitem: 'https://a.example/1' } })).toMatchObject({ lineItem: null })
  expect(checked({ [ags]: { scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'] } })).toMatchObject({
    lineItem: null,
  })
  expect(checked({ [ags]: undefined, [lti('custom')]: undefined, [lti('context')]: undefined })).toMatchObject({
    lineItem: null,
    skills: [],
    template: null,
    context: null,
  })
})
