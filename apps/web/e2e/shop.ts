// The pack's own demo shop in a tenant of a journey: a key, and the records sent as a customer would send them.
import { retail } from '@guildhall/verticals/packs/retail/pack'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export async function adminKey(page: Page, slug: string): Promise<string> {
  await page.goto(`/t/${slug}/keys`)
  await page.getByRole('button', { name: 'Create key' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('shop')
  await dialog.getByLabel('admin').check()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  const secret = page.getByText(/gh_(?:live|test)_\w{38}/).first()
  await secret.waitFor()
  return /gh_(?:live|test)_\w{38}/.exec(await secret.innerText())?.[0] ?? ''
}

type Post = { key: string; path: string; body: string; type?: string }

export async function post(url: string, { key, path, body, type = 'application/json' }: Post) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
    body,
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return answer
}

/** The pack's own demo shop, sent as a customer would send it. */
export async function fillShop(url: string, key: string): Promise<string> {
  const records = (['items', 'events'] as const).map((name) => [name, retail.starterRecords?.[name]?.() ?? []] as const)
  for (const [name, own] of records) {
    const lines = own.map((record) => JSON.stringify(record)).join('\n')
    await post(url, { key, path: `/v1/collections/${name}/records`, body: lines, type: 'application/x-ndjson' })
  }
  const [first] = records.find(([name]) => name === 'events')?.[1] ?? []
  return String(first?.user_ref)
}
