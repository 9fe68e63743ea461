// Starters are good to use unchanged: the golden cases that come along with each pass, answered by the worker's own rooms, with the records
// that their vertical brings.
import { loadStarter } from '@guildhall/domain/collection/load-starter'
import { setVerticals } from '@guildhall/domain/vertical/set'
import { verticals } from '@guildhall/verticals/registry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Lender, openLender } from './lender.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starters = verticals.flatMap(({ tasks }) => tasks.flatMap((task) => task.starters.map(({ slug }) => slug)))
let lender: Lender

beforeAll(async () => {
  lender = await openLender(urls)
  const optional = verticals.filter((one) => one.isOffByDefault).map((one) => one.slug)
  await setVerticals.call(lender.world.actor, { verticals: optional })
  for (const { slug, starterRecords } of verticals)
    if (starterRecords) await loadStarter.call(lender.world.actor, { vertical: slug })
})
afterAll(() => lender.close())

type Case = { slug: string; state: string; run: string | null; problems: { message: string }[] }

test.each(starters)('every golden case of the starter %s passes', async (slug) => {
  const started = await lender.ask('POST', `/v1/templates/${slug}/test`, { body: {} })
  expect(started.status).toBe(202)
  const cases: Case[] = started.body.cases
  expect(cases.length).toBeGreaterThan(0)
  const ids = cases.flatMap((one) => (one.state === 'pending' && one.run ? [one.run] : []))
  for (let at = 0; at < ids.length; at += 64) await lender.execute(ids.slice(at, at + 64))
  const report = (await lender.ask('GET', `/v1/templates/${slug}/goldens`)).body
  const failed = report.cases.filter((one: Case) => one.state !== 'passed')
  expect(failed.map((one: Case) => [one.slug, one.state, one.problems[0]?.message])).toEqual([])
})
