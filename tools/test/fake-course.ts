// What the fake platform shows and says of a course: a page with one activity, in a window of its own or in a frame, and the claims of its launch.

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
export const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'

type Person = { sub: string; role: 'Learner' | 'Instructor' }
type SentScore = {
  path: string
  contentType: string | undefined
  authorization: string | undefined
  body: Record<string, unknown>
}
export type PlatformState = {
  /** `…/lti/<tenant>` of the tool. */
  tool: string
  origin: string
  clientId: string
  deploymentId: string
  custom: Record<string, string>
  people: Record<string, Person>
  /** The status that scores are answered with. */
  answers: number
  scores: SentScore[]
  tokens: Set<string>
  tokensGiven: number
  keysRead: number
}

/** With a name and an address of the person, as platforms send them. */
export const claimsOf = (state: PlatformState, { sub, role }: Person): Record<string, unknown> => ({
  iss: state.origin,
  aud: state.clientId,
  sub,
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 300,
  name: 'Wilhelmina Testperson',
  email: 'wilhelmina@platform.test',
  [lti('deployment_id')]: state.deploymentId,
  [lti('message_type')]: 'LtiResourceLinkRequest',
  [lti('version')]: '1.3.0',
  [lti('target_link_uri')]: `${state.tool}/launch`,
  [lti('roles')]: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`],
  [lti('resource_link')]: { id: 'link-1', title: 'Fractions' },
  [lti('context')]: { id: 'course-1', title: 'Maths with Ms Testperson' },
  [lti('custom')]: state.custom,
  'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
    scope: [scoreScope],
    lineitem: `${state.origin}/lineitems/1/lineitem?type_id=7`,
  },
})

type Launching = { signed: string; state: string }

export const launchForm = ({ tool }: PlatformState, { signed, state }: Launching) =>
  `<form method="post" action="${tool}/launch">${hidden({ id_token: signed, state })}<button>Go on</button></form>`

type Seen = { as: string; isFramed: boolean }

/** With the mark as the platform has it. */
export function coursePage(state: PlatformState, { as, isFramed }: Seen): string {
  const score = state.scores.at(-1)?.body.scoreGiven
  const fields = {
    iss: state.origin,
    login_hint: as,
    target_link_uri: `${state.tool}/launch`,
    client_id: state.clientId,
    lti_deployment_id: state.deploymentId,
  }
  const frame = '<iframe name="activity" width="900" height="700" title="activity"></iframe>'
  return `<h1>Course</h1><p>${typeof score === 'number' ? `mark ${score}` : 'no mark yet'}</p>
    <form method="post" action="${state.tool}/login" ${isFramed ? 'target="activity"' : ''}>${hidden(fields)}
    <button>Open activity</button></form>${isFramed ? frame : ''}`
}

const hidden = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')
