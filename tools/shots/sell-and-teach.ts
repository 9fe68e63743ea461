// Gives a signed-in tenant the demo shop with a widget, the starter course and the simulated class, and names the pages that show them.
import type { Page } from 'playwright-core'
import { call } from './learn.ts'

type Shown = { name: string; path: string }

export async function sellAndTeach(page: Page, { slug, url }: { slug: string; url: string }): Promise<Shown[]> {
  for (const vertical of ['retail', 'education']) await call(page, slug, 'collection.loadStarter', { vertical })
  const widget = {
    name: 'Home page',
    template: 'recommendations',
    origins: [new URL(url).origin],
    takes_purchases: true,
  }
  await call(page, slug, 'widget.create', widget)
  await call(page, slug, 'classroom.simulate', {})
  await page.goto(`/t/${slug}/shop`)
  await page.getByRole('tab', { name: 'Widgets' }).click()
  const demo = await page.getByRole('link', { name: 'Open the demo shop' }).getAttribute('href')
  await page.goto(`/t/${slug}/class`)
  const learner = page.getByRole('row').getByRole('link').first()
  await learner.waitFor({ timeout: 60_000 })
  const timeline = (await learner.getAttribute('href')) ?? `/t/${slug}/class`
  const inside = (name: string, path = name) => ({ name, path: `/t/${slug}/${path}` })
  return [
    { name: 'demo-shop', path: demo ?? '/' },
    inside('shop'),
    inside('shop-rules', 'templates/home-recommendations'),
    inside('class'),
    { name: 'timeline', path: timeline },
    inside('practice'),
    { name: 'practice-learner', path: timeline.replace('/class/', '/practice/') },
    inside('interoperability', 'settings/interoperability'),
  ]
}
