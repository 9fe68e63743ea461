// The widget in somebody else's page: another origin with a strict policy. It asks only when it comes near, moves nothing, keeps nothing unasked,
// works by keyboard, lets history be switched off, and goes away quietly where it may not be.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { widgetObject } from '@guildhall/contracts/widget'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'
import { adminKey, fillShop, post } from './shop.ts'

const url = inject('stackUrl')
const patience = { timeout: 20_000 }
let browser: Browser
let shop: Server
let origin: string
let widgetKey = ''

const html = () => `<!doctype html><html lang="en"><title>A shop</title><body>
<p>${'Above. '.repeat(20)}</p><div id="room"></div><a id="before" href="#before">before</a>
<guildhall-recommendations widget-key="${widgetKey}" scenario="home" limit="4" href="#item-{id}"></guildhall-recommendations>
<p id="below">Below</p><script src="${url}/widget.js" defer></script><link rel="stylesheet" href="/style.css"></body></html>`
const policy = `default-src 'none'; script-src ${url}; connect-src ${url}; style-src 'self'; img-src 'self'`

beforeAll(async () => {
  browser = await openBrowser()
  shop = createServer((request, response) => {
    const isStyle = request.url === '/style.css'
    response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    response.end(isStyle ? '#room { height: 3000px }' : html())
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  // Guarantee of node: a server that listens on TCP has an address with a port.
  origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  const { page } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Wen Li', email: `wen-${Date.now()}@example.test`, tenant: 'Far Shop' })
  const key = await adminKey(page, slug)
  await fillShop(url, key)
  const body = JSON.stringify({ name: 'Far', template: 'home-recommendations', origins: [origin] })
  const made = await post(url, { key, path: '/v1/widgets', body })
  widgetKey = widgetObject.parse(await made.json()).key
  await page.context().close()
}, 120_000)
afterAll(async () => {
  await browser.close()
  shop.close()
})

type Asked = { personalization: boolean; visitor: string }

/** The page, with what it asks Guildhall for and how far anything in it moved. */
async function openShop(): Promise<{ page: Page; asked: Asked[]; complaints: string[]; moved: () => Promise<number> }> {
  const { page, complaints } = await openPage(browser, origin, { reducedMotion: 'reduce' })
  const asked: Asked[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/recommendations')) asked.push(request.postDataJSON())
  })
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'moved', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(globalThis, 'moved', Reflect.get(globalThis, 'moved') + Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/')
  return { page, asked, complaints, moved: () => page.evaluate(() => Number(Reflect.get(globalThis, 'moved'))) }
}

const cards = (page: Page) => page.locator('guildhall-recommendations a')
const keptBy = (page: Page) => page.evaluate(() => Object.keys(localStorage).toSorted())

test('it asks when it comes near, moves nothing, and keeps nothing unasked', { timeout: 90_000 }, async () => {
  const { page, asked, complaints, moved } = await openShop()
  await page.waitForFunction(() => customElements.get('guildhall-recommendations') !== undefined)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(asked).toEqual([])
  const before = await page.locator('#below').evaluate((element) => element.getBoundingClientRect().top + scrollY)
  await page.locator('#before').scrollIntoViewIfNeeded()
  await cards(page).nth(3).waitFor(patience)
  const after = await page.locator('#below').evaluate((element) => element.getBoundingClientRect().top + scrollY)
  expect(Math.abs(after - before)).toBeLessThan(2)
  expect(await moved()).toBeLessThan(0.01)
  expect(asked).toHaveLength(1)
  expect(await keptBy(page)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)

  await page.locator('guildhall-recommendations').evaluate((element) => element.toggleAttribute('consent', true))
  expect(await keptBy(page)).toEqual(['guildhall.shown', 'guildhall.visitor'])
  await page.locator('guildhall-recommendations').evaluate((element) => element.toggleAttribute('consent', false))
  expect(await keptBy(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('by keyboard: to a card, and to the switch that leaves history out', { timeout: 90_000 }, async () => {
  const { page, asked, complaints } = await openShop()
  await page.locator('#before').scrollIntoViewIfNeeded()
  await cards(page).nth(3).waitFor(patience)
  await page.locator('#before').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toMatch(/^#item-/)
  for (let press = 0; press < 4; press++) await page.keyboard.press('Tab')
  const ask = page.getByLabel('Use what I looked at')
  expect(await ask.evaluate((element) => element.matches(':focus'))).toBe(true)
  await page.keyboard.press('Space')
  await expect.poll(() => asked.map((one) => one.personalization), patience).toEqual([true, false])
  await cards(page).nth(3).waitFor(patience)
  // What was asked for by key keeps the focus.
  expect(await ask.evaluate((element) => element.matches(':focus'))).toBe(true)
  expect(complaints).toEqual([])
})

test('where it may not be, or Guildhall is away, it is gone and the page is whole', { timeout: 90_000 }, async () => {
  const { page } = await openPage(browser, origin.replace('127.0.0.1', 'localhost'))
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  await page.goto('/')
  await page.locator('#before').scrollIntoViewIfNeeded()
  await page.locator('guildhall-recommendations[hidden]').waitFor({ state: 'attached', ...patience })
  const away = await openPage(browser, origin)
  await away.page.route(`${url}/**`, (route) => route.abort())
  await away.page.goto('/')
  expect(await away.page.locator('#below').innerText()).toBe('Below')
  expect(broken).toEqual([])
})
