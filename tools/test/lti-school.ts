// A school with a fake learning platform, the API over real HTTP, and the tutor's own rooms behind it: what the tests of LTI share.
import { listLtiLaunches, listLtiScores } from '@guildhall/domain/lti/log'
import { openLti } from '@guildhall/domain/lti/open'
import { openPupil, type Pupil } from '@guildhall/domain/lti/pupil'
import { answerAsPupil, nextAsPupil } from '@guildhall/domain/lti/pupil-practice'
import { createLtiRegistration } from '@guildhall/domain/lti/registration'
import { sendScore } from '@guildhall/domain/lti/send-score'
import { settleScore, takeScores } from '@guildhall/domain/lti/take-scores'
import pg from 'pg'
import { openApp } from '../../apps/api/src/app.ts'
import { type Bent, type FakePlatform, openPlatform } from './fake-platform.ts'
import { openSchoolroom } from './pupils.ts'
import { openWorld, type World } from './world.ts'

const secret = 'a secret of the integration tests, long enough'
export const skill = 'frac-add-like'
const item_id = 'frac-add-like-01'

export type LtiSchool = Awaited<ReturnType<typeof openLtiSchool>>
type Login = { login_hint?: string; client_id?: string; iss?: string; tool?: string; lti_deployment_id?: string }
type Posted = { id_token: string; state: string; cookie?: string | undefined; tool?: string }

export async function openLtiSchool(urls: { databaseUrl: string; ownerUrl: string; redisUrl: string }) {
  const world = await openWorld(urls)
  const owner = new pg.Client({ connectionString: urls.ownerUrl })
  await owner.connect()
  const room = await openSchoolroom(world.actor)
  const app = await openApp({ redisUrl: urls.redisUrl, publicUrl: 'http://127.0.0.1', ratePerMinute: 10_000 })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const platform = await openPlatform()
  platform.state.tool = `${origin}/lti/${world.actor.tenantId}`
  platform.state.custom = { skill }
  const openWith = (allowed: string[]) => openLti({ secret, publicUrl: origin, allowed })
  openWith([platform.host])
  const { id: registrationId } = await createLtiRegistration.call(world.actor, platform.registration())
  return {
    world,
    owner,
    origin,
    platform,
    registrationId,
    openWith,
    ...browserOf(platform),
    answer: (pupil: Pupil, text: string) => room.served(answerAsPupil(pupil, { item_id, answer: text })),
    next: (pupil: Pupil, sent: Record<string, unknown>) => room.served(nextAsPupil(pupil, sent)),
    ...scoresOf(world, owner),
    close: async () => {
      await platform.close()
      await app.close()
      await room.close()
      await owner.end()
      await world.close()
    },
  }
}

/** The browser between the two: it follows nothing by itself, so that a test sees every step. */
function browserOf(platform: FakePlatform) {
  /** The platform's form as a browser posts it; the answer sends it on. */
  async function login({ tool = platform.state.tool, ...given }: Login = {}) {
    const { clientId } = platform.state
    const asked = {
      iss: platform.origin,
      login_hint: 'pupil-1',
      target_link_uri: `${tool}/launch`,
      client_id: clientId,
    }
    const body = new URLSearchParams({ ...asked, ...given })
    const response = await fetch(`${tool}/login`, { method: 'POST', body, redirect: 'manual' })
    const authUrl = response.headers.get('location') ?? ''
    const state = authUrl === '' ? '' : (new URL(authUrl).searchParams.get('state') ?? '')
    return { response, authUrl, cookie: cookiesOf(response)[0]?.pair, state }
  }
  const post = ({ id_token, state, cookie, tool = platform.state.tool }: Posted) =>
    fetch(`${tool}/launch`, {
      method: 'POST',
      body: new URLSearchParams({ id_token, state }),
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    })
  async function launch(bent: Bent = {}, given: Login = {}) {
    const { authUrl, state, cookie } = await login(given)
    return post({ id_token: await platform.idToken(authUrl, bent), state, cookie })
  }
  return { login, post, launch }
}

export const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => ({ cookie, pair: cookie.split(';')[0] ?? '', name: cookie.split('=')[0] ?? '' }))

/** The pupil behind the cookie of a launch that was let in. */
export async function pupilOf(response: Response) {
  if (response.status !== 303) throw new Error(`the launch was answered ${response.status}: ${await response.text()}`)
  const cookie = cookiesOf(response).find((one) => one.name.startsWith('practice-'))
  const token = cookie?.pair.slice(cookie.name.length + 1)
  const pupil = await openPupil(token, 'req_test')
  return { token, cookie: cookie?.cookie ?? '', place: response.headers.get('location') ?? '', pupil }
}

/** Scores of this school: what waits is made due by the owner, nobody sleeps. */
function scoresOf({ actor }: World, owner: pg.Client) {
  const makeDue = () =>
    owner.query('UPDATE lti_link SET score_due_at = now() WHERE tenant_id = $1 AND score_due_at IS NOT NULL', [
      actor.tenantId,
    ])
  const due = async () => (await takeScores()).filter((one) => one.tenantId === actor.tenantId)
  async function deliver() {
    await makeDue()
    const taken = await due()
    for (const one of taken) await settleScore(one, await sendScore(one))
    return taken
  }
  const lastScore = async () => (await listLtiScores.call(actor, { limit: 1 })).data[0]
  const refusalOf = async () => (await listLtiLaunches.call(actor, { limit: 1 })).data[0]?.refusal
  return { makeDue, due, deliver, lastScore, refusalOf }
}
