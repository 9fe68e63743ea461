// The full circle in a real browser: upload items and events, train, read the gates, promote, get recommendations by API key, roll back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
const trainingMs = 60_000
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const items = 30
/** With a byte order mark, quotes, a comma and a newline inside a cell. */
const itemsCsv = `\uFEFFsku,name,category,price,currency,available\n${Array.from(
  { length: items },
  (_, at) =>
    `i${at},"Thing ""${at}"",\nlarge",${at < 15 ? 'left' : 'right'},${at + 1}.50,EUR,${at === 3 ? 'no' : 'yes'}`,
).join('\n')}`

/** Shoppers of two tastes who go through their half of the shop in order; the last line has no time that can be read. */
function eventsCsv(): string {
  const lines = ['customer_id,product_id,event_type,timestamp']
  for (let user = 0; user < 120; user++)
    for (let step = 0; step < 10; step++) {
      const item = (user % 2) * 15 + ((user * 7 + step) % 15)
      lines.push(`u${user},i${item},purchase,${1_767_225_600 + step * 700_000 + user * 60}`)
    }
  return [...lines, 'u1,i1,purchase,yesterday'].join('\n')
}

async function upload(page: Page, path: string, file: { name: string; text: string }): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Upload a CSV' }).click()
  const buffer = Buffer.from(file.text)
  await page.getByLabel('CSV file').setInputFiles({ name: file.name, mimeType: 'text/csv', buffer })
  await page.getByRole('heading', { name: 'First 20 rows' }).waitFor()
  await page.getByRole('button', { name: 'Send the file' }).click()
  await page.getByText('Sent.').waitFor()
}

async function train(
  page: Page,
  path: string,
  { version, precision }: { version: number; precision: string },
): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await page.getByLabel('Precision').selectOption(precision)
  await page.getByRole('button', { name: 'Start training' }).click()
  await page.getByText(`made version ${version}`).waitFor({ timeout: trainingMs })
}

async function promote(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Promote' }).click()
  await page.getByRole('button', { name: 'Make it the champion' }).click()
  await page.getByText('serves now').waitFor()
}

async function recommend(key: string) {
  const answer = await fetch(`${url}/v1/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({
      template: 'recommendations',
      input: { scenario: 'cart', context: { item_ids: ['i1', 'i2'] }, limit: 5 },
    }),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as {
    id: string
    status: string
    error: { detail: string } | null
    result: Result | null
  }
}
type Result = {
  model: { version: number; precision: string } | null
  output: { items: { item_id: string; text: { en: string } }[] }
}

test('items and events by CSV, train, gates, promote, recommendations by API key, roll back', async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Mo Chen', email: `mo-${Date.now()}@example.test`, tenant: 'Corner Shop' })
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByText('Your key is in the command').waitFor()
  const key = /gh_(?:live|test)_\w+/.exec(await page.locator('pre').first().innerText())?.[0] ?? ''
  // Before a first training the pack answers from records: here there are none yet.
  expect(await recommend(key)).toMatchObject({ status: 'succeeded', result: { model: null, output: { items: [] } } })

  await page.goto(`/t/${slug}/collections/items`)
  await page.getByRole('button', { name: 'Upload a CSV' }).click()
  const latin = { name: 'latin.csv', mimeType: 'text/csv', buffer: Buffer.from('id,title\n1,Café\n', 'latin1') }
  await page.getByLabel('CSV file').setInputFiles(latin)
  await page.getByText('The file is not UTF-8').waitFor()
  await upload(page, `/t/${slug}/collections/items`, { name: 'items.csv', text: itemsCsv })
  await page.getByText(`${items} new`).waitFor()
  await upload(page, `/t/${slug}/collections/events`, { name: 'events.csv', text: eventsCsv() })
  await page.getByText('1,200 new').waitFor()
  await page.getByText('Row 1202:').waitFor()
  await page.getByText('must be ISO 8601').first().waitFor()
  await upload(page, `/t/${slug}/collections/events`, { name: 'events.csv', text: eventsCsv() })
  await page.getByText('1,200 known already').waitFor()

  const model = `/t/${slug}/models/retail.recommend`
  await train(page, model, { version: 1, precision: 'fp32' })
  await page.getByRole('link', { name: /Version 1/ }).click()
  await page.getByText('NDCG@10 difference').waitFor()
  await page.getByText('graph difference').waitFor()
  await promote(page, `${model}/1`)
  const first = await recommend(key)
  expect(first.result?.model).toMatchObject({ version: 1, precision: 'fp32' })
  const shown = first.result?.output.items ?? []
  expect(shown).toHaveLength(5)
  expect(shown.map((one) => one.item_id)).not.toContain('i3')
  expect(shown[0]?.text.en).toMatch(/it goes with Thing "[12]"/)

  await train(page, model, { version: 2, precision: 'fp16' })
  await promote(page, `${model}/2`)
  expect((await recommend(key)).result?.model).toMatchObject({ version: 2, precision: 'fp16' })
  await page.goto(model)
  await page.getByRole('button', { name: 'Roll back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click()
  await page.getByText('Version 1 serves again').waitFor()
  const again = await recommend(key)
  expect(again.result?.model?.version).toBe(1)
  await page.goto(`/t/${slug}/runs/${again.id}`)
  await page.getByText('Items shown: 5').waitFor()
  expect(complaints).toEqual([])
}, 240_000)
