// The gates of a demand model: forecasts of periods it was not fitted to, and the graph that would serve, asked through the pack's own encoding.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gate } from '@guildhall/contracts/gate'
import { type DemandCard, demandCard } from '@guildhall/contracts/model-card'
import { demandGates } from '@guildhall/learn/gates/demand'
import { type HeldPeriod, heldFigures } from '@guildhall/learn/retail/demand-choose'
import { type DemandRow, forecast } from '@guildhall/learn/retail/demand-rows'
import { calendarOf, type PriceQuestion } from '@guildhall/verticals/packs/retail/price/features'
import { demandModel } from '@guildhall/verticals/packs/retail/price/model'
import type { TrainerContext } from './messages.ts'
import { openGraph } from './session.ts'

const z90 = 1.645
const batchRows = 1024
/** Items whose sign says something: as the starter template asks. */
const tellingItem = ({ facts }: DemandRow) => facts.periods >= 20 && facts.prices >= 3 && facts.priceSpread >= 0.02

/** `judged` was fitted before the held-out periods, `rows` to everything: what the graph holds. */
type Judging = {
  held: readonly HeldPeriod[]
  judged: readonly DemandRow[]
  rows: readonly DemandRow[]
  card: DemandCard
}

export async function judgeDemand({ dir, job, say }: TrainerContext, { held, judged, rows, card }: Judging) {
  const byItem = new Map(judged.map((row) => [row.id, row]))
  const figures = heldFigures(byItem, held)
  say(
    0.88,
    'gates',
    `WAPE ${figures.wape.toFixed(4)}, naive ${figures.naiveWape.toFixed(4)}, ${figures.periods} periods`,
  )
  const known = held.flatMap((period) => {
    const row = byItem.get(period.item)
    return row ? [{ period, ...forecast(row, period.terms) }] : []
  })
  const champion = job.champion ? demandCard(job.champion) : null
  const gates: Gate[] = demandGates({
    units: known.map(({ period }) => period.units),
    candidate: known.map(({ mean }) => Math.exp(mean)),
    naive: known.map(({ period }) => period.naive),
    champion: champion ? (await logUnits(join(dir, 'champion.onnx'), held, champion)).map(Math.exp) : null,
    isInside: known.map(
      ({ period, mean, variance, noise }) =>
        Math.abs(Math.log(period.units) - mean) <= z90 * Math.sqrt(variance + noise),
    ),
    elasticities: rows.filter(tellingItem).map((row) => row.theta[0] ?? 0),
    graphGap: await graphGap(join(dir, 'model.onnx'), { held, judged, rows, card }),
    seed: job.options.seed,
  })
  const metrics: DemandCard['metrics'] = {
    held_out_periods: figures.periods,
    wape: figures.wape,
    naive_wape: figures.naiveWape,
    coverage_90: figures.coverage90,
  }
  return { gates, metrics }
}

async function graphGap(path: string, { held, rows, card }: Judging): Promise<number> {
  const served = new Map(rows.map((row) => [row.id, row]))
  const answers = await logUnits(path, held, card)
  return held.reduce((most, period, at) => {
    const row = served.get(period.item)
    return row ? Math.max(most, Math.abs(forecast(row, period.terms).mean - (answers[at] ?? Number.NaN))) : most
  }, 0)
}

/** NaN where the graph does not know the item. */
async function logUnits(path: string, held: readonly HeldPeriod[], card: DemandCard): Promise<number[]> {
  const graph = await openGraph(readFileSync(path))
  const found: number[] = []
  for (let from = 0; from < held.length; from += batchRows) {
    const questions = held.slice(from, from + batchRows).map(questionOf)
    const outputs = await graph(demandModel.encode(questions, card))
    const answers = demandModel.decode(outputs, questions.length, card, questions)
    found.push(...answers.map((answer) => answer.points[0]?.mean ?? Number.NaN))
  }
  return found
}

function questionOf({ item, day, terms }: HeldPeriod): PriceQuestion {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  const price = Math.exp(terms[0] ?? 0)
  return {
    item,
    title: { en: item, 'zh-CN': item },
    current: price,
    currentFrom: 'input',
    cost: null,
    currency: 'XXX',
    prices: [price],
    promotion: terms[1] ?? 0,
    date,
    ...calendarOf(date),
  }
}
