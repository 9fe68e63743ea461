// Rules made by keyboard: a sentence in both languages, counted against the tenant's own items at once; half a rule never spoils the draft.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'
import { adminKey, fillShop } from './shop.ts'

const url = inject('stackUrl')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const begin = (page: Page, label: string) =>
  page.getByRole('combobox', { name: 'Add a rule …' }).selectOption({ label })
const line = (page: Page, text: string) =>
  page.locator('li', { has: page.getByRole('button', { name: text, exact: true }) })
const saved = (page: Page) => page.getByText('saved', { exact: true }).waitFor()

test('bury, pin, filters in order, and back', { timeout: 120_000 }, async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Ru Le', email: `ru-${Date.now()}@example.test`, tenant: 'Rule Shop' })
  await fillShop(url, await adminKey(page, slug))
  const path = `/t/${slug}/templates/home-recommendations`
  await page.goto(path)

  await begin(page, 'Bury …')
  await page.getByText('Pick at least one value').first().waitFor()
  await saved(page)
  await page.getByLabel('Value', { exact: true }).pressSequentially('Tea')
  await page.keyboard.press('Enter')
  await line(page, 'Bury items of category Tea by half').getByText('about 4 of 59').waitFor()
  await page.getByText('将类别为“Tea”的商品的得分减半。').waitFor()

  await begin(page, 'Pin an item')
  await page.getByLabel('Item', { exact: true }).pressSequentially('french press')
  await page.locator('datalist option[value="press-glass"]').waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await line(page, 'Pin Glass French press to place 1').getByText('about 1 of 59').waitFor()

  for (const brand of ['Harbour', 'Clayfold']) {
    await begin(page, 'Show only …')
    await page.getByLabel('Items', { exact: true }).selectOption({ label: 'Brand' })
    await page.getByLabel('Value', { exact: true }).pressSequentially(brand)
    await page.keyboard.press('Enter')
    await line(page, `Show only items of brand ${brand}`)
      .getByText(/keeps \d+ of 59/)
      .waitFor()
  }
  await page.getByRole('button', { name: 'Show only items of brand Clayfold', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  const filters = page.getByRole('region', { name: 'Filters' }).locator('ol > li')
  await expect.poll(() => filters.first().innerText()).toContain('Clayfold')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Clayfold')
  await page.keyboard.press('Delete')
  await expect.poll(() => filters.count()).toBe(1)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Harbour')
  await saved(page)

  await page.goto(path)
  await line(page, 'Bury items of category Tea by half').waitFor()
  await line(page, 'Pin Glass French press to place 1').waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('tab', { name: '更多' }).click()
  await page.getByText('半衰期（天）').waitFor()
  expect(await page.getByText(/Lambda of maximal/).count()).toBe(0)
  expect(complaints).toEqual([])
})
