// Reasons are parts of the score: the largest term with its share, orders only where there are enough, and nothing of sensitive categories.
import { expect, test } from 'vitest'
import { languages } from '../../kit/localized.ts'
import { examples } from './example.ts'
import { recommendOutput } from './output.ts'
import { retail } from './pack.ts'

const [task] = retail.tasks
const example = examples.recommend
if (!task || !example) throw new Error('the retail pack has lost its task or its example')
const asOf = '2026-11-24T00:00:00.000Z'
const run = { id: 'run_1', seed: 42, asOf }

/** What the worker does, with the example's prediction; the session is the history. */
function answer(raw: Record<string, unknown>, content: Record<string, unknown> = {}) {
  if (!task || !example) throw new Error('unreachable')
  const parsed = task.content.parse({ ...task.starters[0].content, ...content })
  const input = task.input.parse(raw)
  const features = task.features({ input, content: parsed, records: {}, asOf, run })
  const prediction = example.predict(0)
  const { card, found } = example
  const given = { input, content: parsed, card, features, prediction, probed: [], run, languages }
  return recommendOutput.parse(task.compose({ ...given, records: found }).output)
}

const session = (...items: string[]) => ({ events: items.map((item_id) => ({ item_id, type: 'purchase' })) })
const home = { scenario: 'home', limit: 40, session: session('pot-clay', 'beans-house') }

test('the evidence is the largest term, its share that of all that speaks for the item', () => {
  const shown = new Map(answer(home).items.map((one) => [one.item_id, one]))
  // The example gives this item .7 - 7 · .015 from the beans and .2 from the pot; .05 speak against it.
  const green = shown.get('tea-green')
  expect(green?.reason.evidence).toMatchObject({ item_id: 'beans-house', relation: 'bought' })
  const { contribution = 0, share = 0 } = green?.reason.evidence ?? {}
  expect((share ?? 0) * ((contribution ?? 0) + 0.2)).toBeCloseTo(contribution ?? 0, 9)
  expect(green?.text.en).toBe('Green tea leaves: it goes with House blend coffee beans, which you bought.')
  expect(green?.text['zh-CN']).toBe('绿茶：与您买过的“招牌混合咖啡豆”相配。')
})

test('a percentage needs fifty orders that hold both; below, only the count is given', () => {
  const shown = new Map(answer(home).items.map((one) => [one.item_id, one]))
  const filters = shown.get('filters-paper')
  expect(filters?.reason.evidence).toMatchObject({ support: 64, co_purchase_rate: 64 / 120 })
  expect(filters?.text.en).toContain('Of the orders with House blend coffee beans, 53.3% also hold it.')
  const milk = answer({ scenario: 'bought_together', context: { item_ids: ['beans-house'] } }).items.find(
    (one) => one.item_id === 'milk-oat',
  )
  expect(milk?.reason.evidence).toMatchObject({ support: 9, co_purchase_rate: null, lift: null })
  expect(JSON.stringify(milk?.text)).not.toContain('%')
})

test('what a sensitive item added is taken out of every score, and it is nobody’s reason', () => {
  const touched = { ...home, session: session('beans-house', 'pot-clay') }
  const open = answer(touched, { sensitive_categories: [] })
  const careful = answer(touched, { sensitive_categories: ['Coffee beans'] })
  expect(open.items.some((one) => one.reason.evidence?.item_id === 'beans-house')).toBe(true)
  expect(careful.items.some((one) => one.reason.evidence?.item_id === 'beans-house')).toBe(false)
  const score = (output: typeof open) => output.items.find((one) => one.item_id === 'tea-green')?.base_score ?? 0
  expect(score(open) - score(careful)).toBeCloseTo(
    open.items.find((one) => one.item_id === 'tea-green')?.reason.evidence?.contribution ?? 0,
    9,
  )
})

test('a view is no purchase: the reason says what was done', () => {
  const viewed = { ...home, session: { events: [{ item_id: 'beans-house', type: 'view' }] } }
  const shown = new Map(answer(viewed).items.map((one) => [one.item_id, one]))
  expect(shown.get('tea-green')).toMatchObject({ reason: { type: 'goes_with', evidence: { relation: 'viewed' } } })
  expect(shown.get('tea-green')?.text.en).toContain('which you looked at')
  expect(shown.get('beans-house')?.text.en).toBe('House blend coffee beans: you looked at it.')
})

test('a template of one scenario refuses another, and answers without being told', () => {
  const content = task.content.parse({ ...task.starters[0].content, scenario: 'trending' })
  expect(task.arrange({ limit: 3 }, content)).toEqual({ input: { limit: 3, scenario: 'trending' }, faults: [] })
  expect(task.arrange({ scenario: 'home' }, content).faults[0]?.path).toBe('scenario')
  expect(
    task.contentFaults({
      ...Object(content),
      pins: [
        { item_id: 'a', rank: 1 },
        { item_id: 'b', rank: 1 },
      ],
    }),
  ).toEqual([{ path: 'pins.1.rank', message: 'stands there twice', fix: 'Give each its own' }])
})
