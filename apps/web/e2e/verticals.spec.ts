// A vertical without a page of its own, off by default: an admin switches it on, it answers in the playground, its page is drawn from what its
// pack names, in both languages.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('health: off, switched on, asked, read in English and Chinese, switched off and refused', async () => {
  const { page, complaints } = await openPage(browser, url)
  const email = `health-${Date.now()}@example.test`
  const slug = await signUp(page, { name: 'Li Na', email, tenant: 'Cytology Lab' })

  await page.goto(`/t/${slug}/templates`)
  await page.getByText('consumer-risk-note').waitFor()
  expect(await page.getByText('breast-triage-note').count()).toBe(0)

  await page.goto(`/t/${slug}/settings`)
  await page.getByText('a clinician decides').waitFor()
  await page.getByLabel('Health is switched on').check()
  await page.goto(`/t/${slug}/playground`)
  await page.getByLabel('Template').selectOption('breast-triage-note')
  await page.getByLabel('Sample').selectOption('high')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('heading', { name: 'What moved the estimate, in log odds' }).waitFor()
  await page.getByText('Probability of malignancy', { exact: true }).waitFor()
  await page.getByText('This is not a diagnosis').waitFor()
  await page.getByRole('tab', { name: '中文' }).click()
  await page.getByText('本说明不是诊断').waitFor()
  await page.getByRole('link', { name: 'Open the run' }).click()
  await page.waitForURL(/\/runs\/run_/)
  await page.getByText('Triage level').first().waitFor()

  await page.goto(`/t/${slug}/models/health.triage_note`)
  await page.getByRole('heading', { name: 'Triage note' }).waitFor()
  expect(await page.getByRole('button', { name: 'Train' }).count()).toBe(0)

  await page.goto(`/t/${slug}/settings`)
  await page.getByLabel('Health is switched on').uncheck()
  await expect.poll(() => page.getByLabel('Health is switched on').isEnabled()).toBe(true)
  await page.goto(`/t/${slug}/playground`)
  await page.getByLabel('Template').selectOption('breast-triage-note')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText('Health is switched off here').waitFor()
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
})
