// A lender's day in a real browser: a CSV of applications, the worklist, a decision, a stricter rule that is simulated, published and used,
// and a note to take away.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { applicationsOf } from '../../../tools/test/applications.ts'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
const applications = 60
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A flat file with dotted headers, as a spreadsheet would give it; its last row has an amount that is none. */
function csvOf(): string {
  const rows = applicationsOf(applications).map(({ input }) => flat(input))
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'household.age' && name !== 'household.marital')
  const lines = rows.map((row) => names.map((name) => JSON.stringify(row[name] ?? '')).join(','))
  return [names.join(','), ...lines, names.map((name) => (name === 'product.amount' ? 'plenty' : '')).join(',')].join(
    '\n',
  )
}

function flat(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, own]) => [`${name}.${inner}`, own])
        : [[name, value]],
    ),
  )
}

test('batch, worklist, decision, the note, simulation, and a golden case that blocks', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await openPage(browser, url, { acceptDownloads: true })
  const email = `lender-${Date.now()}@example.test`
  const slug = await signUp(page, { name: 'Mo Lender', email, tenant: 'Quay Credit' })

  await page.goto(`/t/${slug}/batches`)
  // A file can be chosen once the templates are there.
  await page.getByRole('option', { name: 'consumer-risk-note' }).waitFor({ state: 'attached' })
  const file = { name: 'applications.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf()) }
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page
    .getByText(`${applications} runs: ${applications} succeeded, 0 failed; 1 rows refused`)
    .waitFor({ timeout: 60_000 })
  await page.getByText('Errors:').click()
  await page
    .getByText(`Row ${applications + 1}`)
    .first()
    .waitFor()

  await page.goto(`/t/${slug}/worklist`)
  const waiting = page.getByRole('main').getByRole('link')
  await waiting.first().waitFor()
  const before = await waiting.count()
  await waiting.first().click()
  await page.getByRole('heading', { name: 'This run waits for a decision' }).waitFor()
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await page.getByLabel('Reason').selectOption('capacity_doubtful')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click()
  await page.getByRole('heading', { name: 'Declined' }).waitFor()
  expect(await page.getByText('by Mo Lender,').count()).toBe(1)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: 'PDF, A4' }).last().click()
  expect((await download).suggestedFilename()).toMatch(/^run_.*\.zh-CN\.pdf$/)
  await page.goto(`/t/${slug}/worklist`)
  await page.getByRole('heading', { name: 'Worklist' }).waitFor()
  expect(await waiting.count()).toBe(before - 1)

  await page.goto(`/t/${slug}/templates/consumer-risk-note`)
  await page.getByRole('textbox', { name: 'Limit (%)' }).nth(1).fill('1')
  await page.getByRole('button', { name: 'Simulate' }).click()
  const said = await page.getByText(/\d+ of 60 decisions flip/).textContent()
  expect(Number(said?.split(' ')[0])).toBeGreaterThan(5)
  // It saves by itself; what no golden case has passed is not published.
  await page.getByText('saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await page.getByText(/not passed on this draft/).waitFor()
  await page.getByRole('link', { name: 'See the golden cases' }).click()
  await page.getByRole('button', { name: 'Run all' }).click()
  await page.getByText(/[1-9]\d* failed, 0 to run/).waitFor()

  await page.goto(`/t/${slug}/portfolio`)
  await page.getByRole('heading', { name: 'Fairness by month' }).waitFor()
  // The refused publication is the one answer that the browser may complain of.
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
})
