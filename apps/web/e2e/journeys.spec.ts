// What people do, in a real browser against the whole product: from sign-up to a risk note, and everything around it.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, password, signUp } from './browser.ts'

const url = inject('stackUrl')
let browser: Browser
let people = 0
const newPerson = (name = 'Ada Lin') => ({
  name,
  email: `person-${++people}-${Date.now()}@example.test`,
  tenant: `Bank ${people}`,
})

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a newcomer signs up, makes a key, pastes the curl, and reads the risk note it made', async () => {
  const { page, complaints } = await openPage(browser, url)
  await signUp(page, newPerson())
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByText('Your key is in the command').waitFor()
  const command = await page.locator('pre').first().innerText()
  const run = JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' }))
  expect(run).toMatchObject({ object: 'run', status: 'succeeded' })
  const { factors, reason_method: method, note } = run.result.output
  const sum = factors.reduce((total: number, factor: { points: number }) => total + factor.points, 0)
  expect(Math.abs(sum - method.difference_points)).toBeLessThan(1e-6)
  expect([Object.keys(note), run.result.verification.status]).toEqual([['en', 'zh-CN'], 'passed'])

  await page.getByRole('link', { name: 'Open the note' }).click()
  await page.getByRole('heading', { name: 'What moved the score' }).waitFor()
  const figure = page.locator('[data-fact]', { hasText: `${run.result.output.score.points} points` }).first()
  await figure.focus()
  await page.getByRole('tooltip').getByText('score.points').waitFor()
  await page.getByRole('tab', { name: '中文' }).click()
  await page.getByText(`该申请得分 ${run.result.output.score.points} 分`).waitFor()
  expect(complaints).toEqual([])
})

test('sign-out closes the pages, sign-in opens them, a wrong password is said and nothing more', async () => {
  const { page } = await openPage(browser, url)
  const person = newPerson()
  const slug = await signUp(page, person)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto(`/t/${slug}/runs`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Email or password is wrong.').waitFor()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Get started' }).waitFor()
})

test('a forgotten password is set anew through the mailed link, once', async () => {
  const { page } = await openPage(browser, url)
  const person = newPerson()
  await signUp(page, person)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor()
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('a link is on its way').waitFor()
  const link = await expect
    .poll(() => mailedLink(person.email), { timeout: 15_000 })
    .toBeTruthy()
    .then(() => mailedLink(person.email))
  await page.goto(link ?? '')
  await page.getByLabel('New password').fill('a wholly new password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill('a wholly new password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Get started' }).waitFor()
})

function mailedLink(email: string): string | undefined {
  const folder = join(inject('stackData'), 'mail')
  const mails = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')) : []
  return mails.find((mail) => mail.includes(email))?.match(/https?:\S+/)?.[0]
}

test('an invited person joins by link with the given role and sees the tenant; a stranger does not', async () => {
  const owner = await openPage(browser, url)
  const slug = await signUp(owner.page, newPerson('Olga Owner'))
  await owner.page.goto(`/t/${slug}/members`)
  await owner.page.getByRole('button', { name: 'Invite' }).click()
  await owner.page.getByLabel('Email').fill('colleague@example.test')
  await owner.page.getByLabel('Role').last().selectOption('viewer')
  await owner.page.getByRole('button', { name: 'Make a link' }).click()
  const link = await owner.page.locator('pre').innerText()

  const guest = await openPage(browser, url)
  await guest.page.goto(link)
  await guest.page.getByRole('link', { name: 'Sign up' }).click()
  await guest.page.getByLabel('Your name').fill('Gus Guest')
  await guest.page.getByLabel('Email').fill(newPerson().email)
  await guest.page.getByLabel('Password').fill(password)
  await guest.page.getByRole('button', { name: 'Sign up' }).click()
  await guest.page.getByRole('button', { name: 'Accept the invitation' }).click()
  await guest.page.getByRole('heading', { name: 'Get started' }).waitFor()
  expect(new URL(guest.page.url()).pathname).toBe(`/t/${slug}/start`)
  await guest.page.getByText('Ask an admin of this tenant').waitFor()

  const stranger = await openPage(browser, url)
  await signUp(stranger.page, newPerson())
  await stranger.page.goto(`/t/${slug}/members`)
  await stranger.page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
  await stranger.page.goto(link)
  await stranger.page.getByText('does not work any more').waitFor()
})

test('keys are shown once, rotated and disabled; the playground shows a problem at its field', async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, newPerson())
  await page.goto(`/t/${slug}/keys`)
  await page.getByRole('button', { name: 'Create key' }).click()
  await page.getByLabel('Name').fill('Origination')
  await page.getByRole('button', { name: 'Create key' }).last().click()
  await page.getByText('Copy it now').waitFor()
  const secret = await page.locator('pre').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await page.content()).not.toContain(secret)
  await page.getByRole('button', { name: 'Disable' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await page.getByText('disabled', { exact: true }).waitFor()
  const refused = await fetch(`${url}/v1/runs`, { headers: { authorization: `Bearer ${secret}` } })
  expect(refused.status).toBe(401)

  await page.goto(`/t/${slug}/playground`)
  await page.getByLabel('Yearly rate').fill('13.9')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText('13.9 is above 1. Send 0.139', { exact: true }).waitFor()
  await page.getByLabel('Yearly rate').fill('0.139')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('heading', { name: 'Risk note' }).waitFor()
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
})

test('Chinese and dark mode are kept, and no page is wider than a phone of 375 px', async () => {
  const { page, complaints } = await openPage(browser, url, { viewport: { width: 375, height: 812 } })
  const slug = await signUp(page, newPerson())
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: '主题' }).click()
  await page.getByRole('link', { name: 'API 密钥' }).click()
  await page.getByRole('heading', { name: 'API 密钥' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await page.locator('html').getAttribute('class')).toContain('dark')
  for (const path of ['start', 'runs', 'playground', 'keys', 'members', 'settings']) {
    await page.goto(`/t/${slug}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 375])
  }
  expect(complaints).toEqual([])
})

test('the front door answers for itself: headers, CSP, problem documents', async () => {
  const page = await fetch(`${url}/sign-in`)
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/)
  expect(page.headers.get('x-powered-by')).toBeNull()
  const api = await fetch(`${url}/v1/runs`)
  expect(api.status).toBe(401)
  expect(api.headers.get('content-type')).toContain('application/problem+json')
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})
