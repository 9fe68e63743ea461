// A teacher and a learner in a real browser: the starter course, a learner by pseudonym, wrong and right answers, hints within the lock, and the
// class page that moves with them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, signUp } from './browser.ts'

const url = inject('stackUrl')
const patient = { timeout: 20_000 }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function enrol(page: Page, learner: string) {
  await page.getByLabel('Pseudonym').fill(learner)
  await page.getByRole('textbox', { name: 'Class' }).fill('class-6b')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

/** Something the grader can read and that is wrong, whatever the exercise. */
async function answerWrong(page: Page) {
  const choices = page.getByRole('radio')
  if ((await choices.count()) > 0) await choices.first().check()
  else await page.getByLabel(/^Your answer/).fill('-98765')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page
    .getByText(/Not yet\. Try again|^Right$/)
    .first()
    .waitFor()
}

test('course, learner, practice, hints, lock: the heat map follows', async () => {
  const { page, complaints } = await openPage(browser, url)
  const slug = await signUp(page, { name: 'Ada Fox', email: `ada-${Date.now()}@example.test`, tenant: 'Hill School' })
  await page.goto(`/t/${slug}/collections/skills`)
  await page.getByRole('button', { name: 'Load the starter course' }).click()
  await page.getByText('eq-both-sides', { exact: true }).waitFor()

  await page.getByRole('link', { name: 'Class', exact: true }).click()
  await page.getByText('No learners yet').waitFor()
  await enrol(page, 'Mira Holm')
  await page.getByText('reads like the name of a person').first().waitFor()
  expect(complaints.splice(0).every((one) => one.includes('classroom.enrol'))).toBe(true)
  await enrol(page, 'L-0193')
  const row = page.getByRole('row', { name: /L-0193/ })
  await row.getByText('0 of 0').waitFor()

  await row.getByRole('link', { name: 'L-0193' }).click()
  await page.getByText('no training').waitFor()
  await page.getByRole('link', { name: 'Practise' }).click()
  const check = page.getByRole('button', { name: 'Check', exact: true })
  await check.waitFor()
  await answerWrong(page)
  for (const level of ['1', '2']) {
    await page.getByRole('button', { name: 'Give me a hint' }).click()
    await page.getByRole('heading', { name: `Hint ${level}`, exact: true }).waitFor()
  }

  await page.getByRole('link', { name: 'Class', exact: true }).first().click()
  await row.getByText(/0 of 1|1 of 1/).waitFor()
  const cell = row.getByText(/likely between \d+% and \d+%, 1 answer/)
  const before = await cell.innerText()
  await page.getByRole('combobox', { name: 'Class' }).selectOption('class-6b')
  await page.getByLabel('Highest hint').selectOption({ label: '1 Reflect' })
  await expect.poll(() => page.getByLabel('Highest hint').inputValue(), patient).toBe('0')

  await page.goto(`/t/${slug}/practice/L-0193`)
  await check.waitFor()
  await answerWrong(page)
  for (const count of [1, 2]) {
    await page.getByRole('button', { name: 'Give me a hint' }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'Hint 1', exact: true }).count(), patient).toBe(count)
  }

  await page.goto(`/t/${slug}/class`)
  await row.getByText(/of 2/).waitFor()
  await expect.poll(() => row.getByText(/likely between/).allInnerTexts(), patient).not.toEqual([before])
  await row.getByRole('link', { name: 'L-0193' }).click()
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  expect(await page.getByText(/mastery \d+% → \d+%/).count()).toBe(2)
  expect(complaints).toEqual([])
}, 180_000)

test('a simulated class to look at: loaded, marked, opened from the list of who practises, by keys alone, and removed', async () => {
  const { page, complaints } = await openPage(browser, url, { viewport: { width: 375, height: 812 } })
  const slug = await signUp(page, { name: 'Kim Fox', email: `kim-${Date.now()}@example.test`, tenant: 'Key School' })
  await page.goto(`/t/${slug}/practice`)
  await page.getByText('No learners yet').waitFor()
  await page.goto(`/t/${slug}/class`)
  await page.getByRole('button', { name: 'Load a simulated class' }).click()
  await page.getByText('Simulated', { exact: true }).waitFor(patient)
  await page
    .getByText(/likely between/)
    .nth(80)
    .waitFor({ state: 'attached', timeout: 60_000 })
  for (const title of ['Stuck now', 'Common misconceptions', 'Could work together'])
    await page.getByRole('heading', { name: title }).waitFor()

  await page.goto(`/t/${slug}/practice`)
  await page.getByText('12 learners').waitFor()
  await page.getByLabel('Find a pseudonym').fill('sim-05')
  await page.getByText('1 learner', { exact: true }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Give me a hint' }).waitFor(patient)
  await page.getByRole('button', { name: 'Give me a hint' }).focus()
  for (const level of ['1', '2']) {
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `Hint ${level}`, exact: true }).waitFor(patient)
    await expect.poll(() => page.evaluate('document.activeElement.innerText'), patient).toBe('Give me a hint')
  }
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)

  await page.goto(`/t/${slug}/class`)
  await page.getByRole('button', { name: 'Remove them' }).click()
  await page.getByText('No learners yet').waitFor(patient)
  expect(complaints).toEqual([])
}, 180_000)
