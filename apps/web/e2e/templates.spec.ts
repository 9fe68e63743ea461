// A change of a template from the idea to the way back: a threshold and a sentence, tried, blocked by a golden case, mended, published by
// another member, called by key, rolled back.
import { runDetail } from '@guildhall/contracts/run-object'
import { findTask } from '@guildhall/verticals/registry'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, password, signUp } from './browser.ts'

const url = inject('stackUrl')
const template = 'consumer-risk-note'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function call(secret: string) {
  const input = findTask('finance', 'risk_note')?.samples[0]?.input
  const answer = await fetch(`${url}/v1/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({ template, input }),
  })
  const { result } = runDetail.parse(await answer.json())
  return { version: result?.template.version, text: JSON.stringify(result?.output.note) }
}

async function keyOf(page: Page, slug: string): Promise<string> {
  await page.goto(`/t/${slug}/keys`)
  await page.getByRole('button', { name: 'Create key' }).click()
  await page.getByLabel('Name').fill('Origination')
  await page.getByRole('button', { name: 'Create key' }).last().click()
  await page.getByText('Copy it now').waitFor()
  return page.locator('pre').innerText()
}

/** A second member who may publish, in a browser of their own. */
async function publisherOf(page: Page, slug: string): Promise<Page> {
  await page.goto(`/t/${slug}/members`)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Email').fill('publisher@example.test')
  await page.getByLabel('Role').last().selectOption('publisher')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.locator('pre').innerText()
  const other = await openPage(browser, url)
  await other.page.goto(link)
  await other.page.getByRole('link', { name: 'Sign up' }).click()
  await other.page.getByLabel('Your name').fill('Pia Publisher')
  await other.page.getByLabel('Email').fill(`pia-${Date.now()}@example.test`)
  await other.page.getByLabel('Password').fill(password)
  await other.page.getByRole('button', { name: 'Sign up' }).click()
  await other.page.getByRole('button', { name: 'Accept the invitation' }).click()
  await other.page.getByRole('heading', { name: 'Get started' }).waitFor()
  return other.page
}

async function setLimit(page: Page, slug: string, percent: string): Promise<void> {
  await page.goto(`/t/${slug}/templates/${template}`)
  await page.getByRole('textbox', { name: 'Limit (%)' }).nth(1).fill(percent)
}

async function reword(page: Page, language: string, from: string, to: string): Promise<void> {
  const box = page.locator(`textarea[lang="${language}"]`).first()
  const before = await box.inputValue()
  expect(before).toContain(from)
  await box.fill(before.replace(from, to))
}

async function runGoldens(page: Page, slug: string, said: RegExp): Promise<void> {
  await page.goto(`/t/${slug}/templates/${template}/goldens`)
  await page.getByRole('button', { name: 'Run all' }).click()
  await page.getByText(said).waitFor()
}

test('edit, preview, simulate, a golden case that blocks, publish as another member, call, roll back, call', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, {
    name: 'Edda Editor',
    email: `edda-${Date.now()}@example.test`,
    tenant: 'Harbour Credit',
  })
  const secret = await keyOf(page, slug)
  const first = await call(secret)
  expect(first.version).toBe(1)
  const publisher = await publisherOf(page, slug)

  await setLimit(page, slug, '30')
  await page.getByRole('tab', { name: 'Wording' }).click()
  await reword(page, 'en', 'Recommendation: {{ action }}', 'Our recommendation: {{ action }}')
  await reword(page, 'zh-CN', '建议：{{ action }}', '我们的建议：{{ action }}')
  await page.getByRole('button', { name: 'Simulate' }).click()
  await page.getByText('1 of 1 decisions flip').waitFor()
  await page.getByText('saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await page.getByText('Our recommendation:').first().waitFor()
  await runGoldens(page, slug, /[1-9]\d* failed, 0 to run/)
  await publisher.goto(`/t/${slug}/templates/${template}`)
  await publisher.getByRole('button', { name: 'Publish' }).click()
  await publisher.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await publisher.getByText(/not passed on this draft/).waitFor()

  await setLimit(page, slug, '41')
  await page.getByText('saved', { exact: true }).waitFor()
  await runGoldens(page, slug, / 0 failed, 0 to run/)
  await page.goto(`/t/${slug}/templates/${template}/diff`)
  await page.getByRole('heading', { name: 'Wording' }).waitFor()
  await publisher.goto(`/t/${slug}/templates/${template}`)
  await publisher.getByRole('button', { name: 'Publish' }).click()
  await publisher.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await publisher.getByText('live v2').waitFor()
  const second = await call(secret)
  expect(second.version).toBe(2)
  expect(second.text).toContain('Our recommendation:')
  expect(second.text).toContain('我们的建议')

  await publisher.goto(`/t/${slug}/templates/${template}/versions`)
  await publisher.getByRole('button', { name: 'Roll back' }).click()
  await publisher.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click()
  await publisher.getByText('equals version 1').waitFor()
  const third = await call(secret)
  expect(third.version).toBe(3)
  expect(third.text).not.toContain('Our recommendation:')
  expect(complaints).toEqual([])
})
