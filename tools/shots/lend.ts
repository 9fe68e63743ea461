// Gives a signed-in tenant a batch of decided applications and an override, so that worklist, portfolio and simulation have something to show.
import type { Page } from 'playwright-core'
import { applicationsOf } from '../test/applications.ts'
import { call } from './learn.ts'

const partRows = 200
const parts = 2

/** Path of a declined run with recourse looked for. */
export async function lend(page: Page, slug: string): Promise<void> {
  for (let part = 0; part < parts; part++) {
    const rows = applicationsOf(partRows, part * partRows).map(({ input }, at) => ({ line: at + 1, input }))
    await call(page, slug, 'batch.create', { template: 'consumer-risk-note', rows })
  }
  await page.goto(`/t/${slug}/batches`)
  await page
    .getByText('completed')
    .nth(parts - 1)
    .waitFor({ timeout: 60_000 })
  await page.goto(`/t/${slug}/worklist`)
  await page.getByRole('link', { name: /APP-/ }).first().click()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByLabel('Reason').selectOption('documents_verified')
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Documents verified').waitFor()
}
