// The gates of a demand model pass and fail for the reason they state.
import { expect, test } from 'vitest'
import { demandGates, type HeldOutDemand } from './demand.ts'

const units = Array.from({ length: 80 }, (_, at) => 10 + (at % 7))
const off = (by: number) => units.map((one, at) => one + (at % 2 === 0 ? by : -by))
const good: HeldOutDemand = {
  naive: { units, candidate: off(1), rival: off(3) },
  champion: null,
  hasChampion: false,
  isInside: units.map((_, at) => at % 10 !== 0),
  elasticities: [-1, -2, -0.5, -3, 0.2],
  graphGap: 1e-6,
  seed: 1,
}
const verdicts = (change: Partial<HeldOutDemand>) =>
  Object.fromEntries(demandGates({ ...good, ...change }).map((gate) => [gate.measure, gate.verdict]))

test('a model that beats the naive forecast, covers and slopes down passes; without a champion that gate says so', () => {
  expect(verdicts({})).toEqual({
    wape_difference_naive: 'pass',
    wape_difference_champion: 'not_run',
    interval_coverage: 'pass',
    negative_elasticity_share: 'pass',
    graph_difference: 'pass',
  })
})

test.each<[string, Partial<HeldOutDemand>]>([
  ['wape_difference_naive', { naive: { units, candidate: off(3), rival: off(1) } }],
  ['wape_difference_champion', { hasChampion: true, champion: { units, candidate: off(3), rival: off(1) } }],
  ['interval_coverage', { isInside: units.map((_, at) => at % 2 === 0) }],
  ['negative_elasticity_share', { elasticities: [-1, 1, 1] }],
  ['graph_difference', { graphGap: 0.01 }],
])('%s fails alone', (measure, change) => {
  const found = verdicts(change)
  expect(found[measure]).toBe('fail')
  expect(Object.values(found).filter((one) => one === 'fail')).toHaveLength(1)
})

test('periods of items that the champion does not know are left out; with none left the gate did not run', () => {
  const unknown = units.map(() => Number.NaN)
  const half = units.map((one, at) => (at < 40 ? Number.NaN : one))
  expect(verdicts({ hasChampion: true, champion: { units, candidate: off(1), rival: unknown } })).toMatchObject({
    wape_difference_champion: 'not_run',
  })
  const gates = demandGates({ ...good, hasChampion: true, champion: { units, candidate: off(0), rival: half } })
  expect(gates.find((gate) => gate.measure === 'wape_difference_champion')).toMatchObject({
    figure: 0,
    detail: expect.stringContaining('40 held-out periods'),
  })
})

test('without items that could tell, the sign is not judged', () => {
  expect(verdicts({ elasticities: [] })).toMatchObject({ negative_elasticity_share: 'not_run' })
})
