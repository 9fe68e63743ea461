// A school, its learning platform and a pupil in a real browser: the registration is made on the settings page, the pupil comes from the platform's form
// (in a window and in a frame of another site), practises, and the platform shows the mark.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FakePlatform, openPlatform } from '../../../tools/test/fake-platform.ts'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
const patient = { timeout: 20_000 }
/** A score leaves half a minute after the answer. */
const unhurried = { timeout: 90_000, interval: 1000 }
let browser: Browser
let platform: FakePlatform

beforeAll(async () => {
  browser = await openBrowser()
  // By another name than the stack's, so that the two are different sites.
  platform = await openPlatform({ host: 'localhost', port: inject('platformPort') })
  platform.state.custom = { skill: 'frac-add-like' }
})
afterAll(async () => {
  await browser.close()
  await platform.close()
})

async function register(page: Page, slug: string) {
  await page.goto(`/t/${slug}/collections/skills`)
  await page.getByRole('button', { name: 'Load the starter course' }).click()
  await page.getByText('eq-both-sides', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('link', { name: 'Set up', exact: true }).click()
  await page.getByText('No learning platform yet').waitFor()
  const launchUrl = await page
    .locator('pre')
    .filter({ hasText: /\/launch$/ })
    .innerText()
  platform.state.tool = launchUrl.replace(/\/launch$/, '')
  const { name, issuer, client_id, deployment_ids, auth_url, token_url, jwks_url } = platform.registration()
  const values = {
    Name: name,
    'Platform ID (issuer)': issuer,
    'Client ID': client_id,
    'Deployment IDs': deployment_ids.join(', '),
    'Authentication request URL': auth_url,
    'Access token URL': token_url,
    'Keyset URL of the platform': jwks_url,
  }
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { name }).waitFor()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByText('a token for scores was given').waitFor()
  await page.getByText('RSA keys with a kid: 1').waitFor()
}

/** Something the grader can read and that is wrong, whatever the exercise. */
async function answerWrong(page: Page | Frame) {
  await page.getByRole('button', { name: 'Check', exact: true }).waitFor(patient)
  const choices = page.getByRole('radio')
  if ((await choices.count()) > 0) await choices.first().check()
  else await page.getByLabel(/^Your answer/).fill('-98765')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page
    .getByText(/Not yet\. Try again|^Right$/)
    .first()
    .waitFor(patient)
}

test('registration, launch, practice, the mark in the platform, and the logs', async () => {
  const { page, complaints } = await openPage(browser, url)
  const person = { name: 'Ida Brook', email: `ida-${Date.now()}@example.test`, tenant: 'Brook School' }
  const slug = await signUp(page, person)
  await register(page, slug)

  const pupil = await openPage(browser, platform.origin)
  await pupil.page.goto('/course')
  await pupil.page.getByText('no mark yet').waitFor()
  await pupil.page.getByRole('button', { name: 'Open activity' }).click()
  await pupil.page.getByRole('button', { name: 'Go on' }).click()
  await pupil.page.getByText('Your work is kept under a code').waitFor()
  expect(pupil.page.url()).toMatch(new RegExp(`^${url}/practice/[A-Za-z0-9]{16}$`))
  await answerWrong(pupil.page)
  const headers = { 'x-guildhall-tenant': slug, 'x-guildhall-practice': pupil.page.url().split('/').at(-1) ?? '' }
  const asked = encodeURIComponent(JSON.stringify({ json: {} }))
  const refused = await pupil.page.context().request.get(`${url}/api/trpc/classroom.get?input=${asked}`, { headers })
  expect(refused.status()).toBe(401)
  await pupil.page.goto(`${url}/t/${slug}/class`)
  expect(pupil.page.url()).toContain('/sign-in')

  const framed = await openPage(browser, platform.origin)
  await framed.page.goto('/course?frame=1')
  await framed.page.getByRole('button', { name: 'Open activity' }).click()
  const frame = () => framed.page.frames().find((one) => one.name() === 'activity')
  await framed.page.frameLocator('iframe').getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => frame()?.url(), patient).toContain('/practice/')
  const inside = frame()
  if (!inside) throw new Error('the activity is in a frame')
  await answerWrong(inside)

  const teacher = await openPage(browser, platform.origin)
  await teacher.page.goto('/course?as=teacher-1')
  await teacher.page.getByRole('button', { name: 'Open activity' }).click()
  await teacher.page.getByRole('button', { name: 'Go on' }).click()
  await teacher.page.getByText('您是本课程的教师').waitFor()
  await teacher.page.goBack()
  await teacher.page.getByRole('button', { name: 'Go on' }).click()
  await teacher.page.getByText(/state_used · req_/).waitFor()

  await expect.poll(() => platform.state.scores.length, unhurried).toBeGreaterThan(0)
  await framed.page.goto('/course')
  await framed.page.getByText(/^mark \d/).waitFor()
  await page.reload()
  await page.getByText('delivered', { exact: true }).waitFor(patient)
  await page.getByText('This launch was used already.').waitFor(patient)
  expect([...complaints, ...pupil.complaints, ...framed.complaints]).toEqual([])
  // The refused launch is a 400, which the browser reports.
  expect(teacher.complaints.every((one) => one.includes('400'))).toBe(true)
}, 240_000)
