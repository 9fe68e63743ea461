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
