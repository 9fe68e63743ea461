// `npm run shots -- --url URL --out DIR`: signs a user up in a real browser and takes every page in both languages, light and dark, wide and 375 px.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openBrowser, openPage, signUp } from '../../apps/web/e2e/browser.ts'
import { learn } from './learn.ts'
import { lend } from './lend.ts'
import { sellAndTeach } from './sell-and-teach.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    out: { type: 'string', default: '.artifacts/shots' },
  },
})
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 375, height: 812 } }
const looks = [
  { name: 'en-light-wide', locale: 'en', theme: 'light', size: sizes.wide },
  { name: 'zh-dark-wide', locale: 'zh-CN', theme: 'dark', size: sizes.wide },
  { name: 'en-dark-narrow', locale: 'en', theme: 'dark', size: sizes.narrow },
  { name: 'zh-light-narrow', locale: 'zh-CN', theme: 'light', size: sizes.narrow },
] as const

mkdirSync(values.out, { recursive: true })
const browser = await openBrowser()
const { page, complaints } = await openPage(browser, values.url, { viewport: sizes.wide })
const slug = await signUp(page, { name: 'Ada Lin', email: `ada-${Date.now()}@example.test`, tenant: 'Harbour Credit' })
await page.getByRole('button', { name: 'Make a key' }).click()
await page.getByText('Your key is in the command').waitFor()
await page.goto(`/t/${slug}/playground`)
for (const sample of ['weak', 'good']) {
  await page.getByLabel('Sample').selectOption(sample)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('heading', { name: 'What moved the score' }).waitFor()
}
await page.getByRole('link', { name: 'Open the run' }).click()
await page.waitForURL(/\/runs\/run_/)
const run = new URL(page.url()).pathname
await learn(page, slug)
await lend(page, slug)
const decided = new URL(page.url()).pathname
const names = [
  'start',
  'runs',
  'worklist',
  'portfolio',
  'batches',
  'playground',
  'templates',
  'collections',
  'models',
  'keys',
  'members',
  'settings',
]
const inside = names.map((name) => ({
  name,
  path: `/t/${slug}/${name}`,
}))
inside.push(
  ...(await sellAndTeach(page, { slug, url: values.url })),
  { name: 'decided', path: decided },
  { name: 'template', path: `/t/${slug}/templates/consumer-risk-note` },
  { name: 'collection', path: `/t/${slug}/collections/loans` },
  { name: 'collection-empty', path: `/t/${slug}/collections/events` },
  { name: 'model', path: `/t/${slug}/models/finance.risk_note` },
  { name: 'version', path: `/t/${slug}/models/finance.risk_note/2` },
)
const outside = [
  { name: 'landing', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'not-found', path: '/t/nobody/start' },
]
for (const look of looks) {
  await page.setViewportSize(look.size)
  await page.context().addCookies([{ name: 'locale', value: look.locale, url: values.url }])
  await page.goto('/')
  await page.evaluate(`localStorage.setItem('theme', '${look.theme}')`)
  for (const { name, path } of [...outside, ...inside, { name: 'run', path: run }]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    if (name === 'template') await simulate(page)
    await page.screenshot({ path: join(values.out, `${name}-${look.name}.png`), fullPage: true })
  }
}
await browser.close()
process.stdout.write(`${values.out}: ${looks.length * (outside.length + inside.length + 1)} screenshots\n`)
if (complaints.length > 0) process.stdout.write(`the browser complained:\n${[...new Set(complaints)].join('\n')}\n`)

/** A lower limit on the debt service, and what it would have decided. */
async function simulate(page: Page): Promise<void> {
  const limits = page.getByRole('textbox', { name: /%/ })
  await limits.nth(1).fill('30')
  await page.getByRole('button', { name: /Simulate|模拟/ }).click()
  await page
    .getByRole('status')
    .getByText(/flip|改变/)
    .waitFor()
}
