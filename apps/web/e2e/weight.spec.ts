// What a page makes a browser load: the pack it shows and no other. The budgets are what it weighs compressed today and a tenth.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Kilobytes of script as they were sent, with nothing in the cache. */
async function scriptKb(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let sent = 0
  session.on('Network.responseReceived', (event) => event.type === 'Script' && scripts.add(event.requestId))
  session.on('Network.loadingFinished', (event) => {
    if (scripts.has(event.requestId)) sent += event.encodedDataLength
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.close()
  return sent / 1000
}

test('pages load the pack they show', { timeout: 120_000 }, async () => {
  const { page } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Li Te', email: `li-${Date.now()}@example.test`, tenant: 'Light' })
  await page.goto(`/t/${slug}/playground`)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('link', { name: 'Open the run' }).click()
  await page.waitForURL(/\/runs\/run_/)
  const budgets = {
    '/': 230,
    [new URL(page.url()).pathname]: 390,
    [`/t/${slug}/templates`]: 345,
    [`/t/${slug}/templates/home-recommendations`]: 510,
    [`/t/${slug}/collections`]: 340,
  }
  for (const [path, most] of Object.entries(budgets))
    expect(await scriptKb(page.context(), path), path).toBeLessThan(most)
})
