// A teacher's first hour in a real browser: the starter course, items of another system, and a sheet of exercises of their own.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
const sample = join(import.meta.dirname, '../../../packages/verticals/src/packs/education/import/sample.xml')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const sheet = [
  'id,stem_en,stem_zh,answer,type,skills,hint_0_en,hint_0_zh,option_a,option_b',
  'own-1,"Which is greater, 2/3 or 3/5?",2/3 和 3/5 哪个更大？,A,choice,frac-equivalent,What do you compare?,比较的是什么？,2/3,3/5',
  'own-2,What is 15% of 60?,60 的 15% 是多少？,9,numeric,percent-of,Is it more than the whole?,比总量大吗？,,',
].join('\n')

test('the course is loaded once, QTI items come in, and a sheet of exercises maps itself', async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Kim Fox', email: `fox-${Date.now()}@example.test`, tenant: 'Hill School' })
  await page.goto(`/t/${slug}/collections/skills`)
  await page.getByRole('button', { name: 'Load the starter course' }).click()
  await page.getByText('eq-both-sides', { exact: true }).waitFor()

  await page.goto(`/t/${slug}/collections/exercises`)
  await page.getByText('eq-both-01', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Load the starter course' }).count()).toBe(0)
  await page.getByLabel('Import QTI').setInputFiles(sample)
  await page.getByText('5 new, 0 replaced, 0 known already, 2 refused.').waitFor()
  await page.getByText('asks for free writing').waitFor()

  await page.getByRole('button', { name: 'Upload a CSV' }).click()
  const file = { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) }
  await page.getByLabel('CSV file').setInputFiles(file)
  await page.getByRole('heading', { name: 'First 20 rows' }).waitFor()
  expect(await page.getByLabel('hint_0_zh becomes').inputValue()).toBe('hint_0.zh-CN')
  await page.getByRole('button', { name: 'Send the file' }).click()
  await page.getByText('2 new').waitFor()
  expect(complaints).toEqual([])
})
