// The evaluation of demand on a file of simulated sales: both paths find the truth, and what cannot be read is named with its row.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulateDemand } from '@guildhall/learn/retail/demand-simulation'
import { afterAll, expect, test } from 'vitest'
import { evaluateDemandCsv } from './demand.ts'

const dir = mkdtempSync(join(tmpdir(), 'guildhall-demand-'))
afterAll(() => rmSync(dir, { recursive: true }))

const simulated = simulateDemand({ seed: 3, items: 6, categories: 2, periods: () => 104 })
const rows = simulated.flatMap(({ category, sales }) =>
  sales.map((sale) =>
    [
      sale.item,
      category,
      new Date(sale.day * 86_400_000).toISOString().slice(0, 10),
      sale.price,
      sale.units,
      sale.promotion,
    ].join(),
  ),
)
const header = 'item,category,week,price,units,deal'
function fileOf(lines: readonly string[]): string {
  const path = join(dir, `${lines.length}.csv`)
  writeFileSync(path, [header, ...lines].join('\n'))
  return path
}
const columns = ['--item', 'item', '--period', 'week', '--price', 'price', '--units', 'units', '--promotion', 'deal']

test('the plain regression finds the truth within four standard errors, the model’s intervals that of most items', async () => {
  const report = await evaluateDemandCsv(['--csv', fileOf(rows), '--category', 'category', ...columns])
  const { items } = report as {
    items: { item: string; interval_90: [number, number]; reference: { elasticity: number; se: number } }[]
  }
  const truth = new Map(simulated.map((item) => [item.id, item.elasticity]))
  let inside = 0
  for (const {
    item,
    interval_90: [low, high],
    reference,
  } of items) {
    const own = truth.get(item) ?? Number.NaN
    expect(Math.abs(reference.elasticity - own)).toBeLessThan(4 * reference.se)
    if (own >= low && own <= high) inside++
  }
  expect(inside).toBeGreaterThanOrEqual(4)
})

test('a period, price or units that cannot be read is named with its row', async () => {
  const path = fileOf([...rows.slice(0, 20), 'item-0,c,soon,3,4,0'])
  await expect(evaluateDemandCsv(['--csv', path, ...columns])).rejects.toThrow('row 22')
})

test('simulated items: most intervals hold the truth, and thin items err less than by themselves', async () => {
  const report = await evaluateDemandCsv(['--simulate', '60', '--seed', '2'])
  expect(report).toMatchObject({
    simulated: { items: 60 },
    independent_noise: { thin: { items: 20 }, long: { items: 40 } },
  })
  const { thin, all } = (report as { independent_noise: Record<string, Record<string, number>> }).independent_noise
  expect(all?.coverage_90).toBeGreaterThan(0.8)
  expect(thin?.median_error).toBeLessThan(thin?.median_error_alone ?? 0)
})
