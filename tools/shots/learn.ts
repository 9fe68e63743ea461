// Gives a signed-in tenant loans and a trained candidate, through the same door as its pages, so that every page has something to show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'

const csv = join(import.meta.dirname, '../../data/credit_data.csv')
const partRows = 500
const loans = 2500

export async function learn(page: Page, slug: string): Promise<void> {
  const rows: Record<string, string>[] = parse(readFileSync(csv), { columns: true })
  const { features, labels } = trainingTable(rows)
  const records = features.slice(0, loans).map((own, row) => ({
    line: row + 2,
    record: {
      id: `loan-${row}`,
      features: own,
      defaulted: labels[row] === 1,
      protected: { age: Number(rows[row]?.age), sex: Number(own.tenure_years ?? 0) < 3 ? 'f' : 'm' },
    },
  }))
  for (let at = 0; at < records.length; at += partRows)
    await call(page, slug, 'collection.upload', { name: 'loans', records: records.slice(at, at + partRows) })
  await page.goto(`/t/${slug}/models/finance.risk_note`)
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await page.getByRole('button', { name: 'Start training' }).click()
  await page.getByText('made version 2').waitFor({ timeout: 60_000 })
}

/** A mutation of the browser's door, from inside the page: with its cookies. */
export async function call(page: Page, slug: string, path: string, input: unknown): Promise<void> {
  const script = `fetch('/api/trpc/${path}', { method: 'POST', headers: { 'content-type': 'application/json', 'x-guildhall-tenant': '${slug}' },
    body: ${JSON.stringify(JSON.stringify({ json: input }))} }).then((answer) => answer.status)`
  const status = await page.evaluate(script)
  if (status !== 200) throw new Error(`${path} answered ${String(status)}`)
}
