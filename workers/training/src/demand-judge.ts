// The gates of a demand model: forecasts of periods it was not fitted to, and the graph that would serve, asked through the pack's own encoding.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gate } from '@guildhall/contracts/gate'
import { type DemandCard, demandCard } from '@guildhall/contracts/model-card'
import { demandGates, type Forecasts } from '@guildhall/learn/gates/demand'
import { fitDemand } from '@guildhall/learn/retail/demand'
import { type HeldPeriod, heldFigures, splitByDay } from '@guildhall/learn/retail/demand-choose'
import type { DemandData, Sale } from '@guildhall/learn/retail/demand-data'
import { type DemandRow, demandRows, forecast, type LevelSettings } from '@guildhall/learn/retail/demand-rows'
import { calendarOf, type PriceQuestion } from '@guildhall/verticals/packs/retail/price/features'
import { demandModel } from '@guildhall/verticals/packs/retail/price/model'
import type { TrainerContext } from './messages.ts'
import { openGraph } from './session.ts'

const z90 = 1.645
const batchRows = 1024
const msPerDay = 86_400_000
/** Fewer periods after the champion's say too little. */
const leastNew = 20
/** Items whose sign says something: as the starter template asks. */
const tellingItem = ({ facts }: DemandRow) => facts.periods >= 20 && facts.prices >= 3 && facts.priceSpread >= 0.02

/** `judged` was fitted before the held-out periods, `rows` to everything: what the graph holds. */
type Judging = {
  sales: readonly Sale[]
  data: DemandData
  levels: LevelSettings

  held: readonly HeldPeriod[]
  judged: readonly DemandRow[]
  rows: readonly DemandRow[]
  card: DemandCard
}

export async function judgeDemand({ dir, job, say }: TrainerContext, judging: Judging) {
  const { held, judged, rows } = judging
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
  const gates: Gate[] = demandGates({
    naive: {
      units: known.map(({ period }) => period.units),
      candidate: known.map(({ mean }) => Math.exp(mean)),
      rival: known.map(({ period }) => period.naive),
    },
    champion: job.champion
      ? await againstChampion(join(dir, 'champion.onnx'), demandCard(job.champion), judging)
      : null,
    hasChampion: job.champion !== null,
    isInside: known.map(
      ({ period, mean, variance, noise }) =>
        Math.abs(Math.log(period.units) - mean) <= z90 * Math.sqrt(variance + noise),
    ),
    elasticities: rows.filter(tellingItem).map((row) => row.theta[0] ?? 0),
    graphGap: await graphGap(join(dir, 'model.onnx'), judging),
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

/**
 * The champion has seen everything up to the end of its window, often the held-out periods too: both are measured on what came after, the
 * candidate fitted to the same time.
 */
async function againstChampion(
  path: string,
  card: DemandCard,
  { sales, data, levels }: Judging,
): Promise<Forecasts | null> {
  const from = Math.floor(Date.parse(card.data.window?.to ?? '') / msPerDay) + 1
  const { train, held } = splitByDay(sales, { from, to: Number.POSITIVE_INFINITY, data })
  if (held.length < leastNew) return null
  const rows = new Map(demandRows(train, fitDemand(train), levels).map((row) => [row.id, row]))
  const rival = await logUnits(path, held, card)
  return {
    units: held.map((period) => period.units),
    candidate: held.map((period) => {
      const row = rows.get(period.item)
      return row ? Math.exp(forecast(row, period.terms).mean) : Number.NaN
    }),
    rival: rival.map(Math.exp),
  }
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
  const date = new Date(day * msPerDay).toISOString().slice(0, 10)
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
