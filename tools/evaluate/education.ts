// `./guildhall evaluate education --csv F --learner L --skill S --item I --correct C [--ts T]`: every tutor family on one split, as JSON.
import type { SkillModel } from '@guildhall/learn/education/bkt'
import { deduplicate } from '@guildhall/learn/education/deduplicate'
import { expectedRight, fitIrt, posterior, type TestData } from '@guildhall/learn/education/irt'
import { type ResponseLog, responseLog, selectResponses } from '@guildhall/learn/education/log'
import { policies, simulatePolicy } from '@guildhall/learn/education/policy'
import { fitTutor, tutorFamilies } from '@guildhall/learn/education/tutor'
import { auc, logLoss } from '@guildhall/learn/metrics'
import { openRandom } from '@guildhall/learn/random'
import { z } from 'zod'
import { costSince, readOptions, showProgress } from './arguments.ts'
import { readColumns } from './csv-columns.ts'
import { evaluateClass } from './education-class.ts'

export const educationUsage = `usage: ./guildhall evaluate education --csv F --learner L --skill S --correct C [--item I] [--ts T]
  [--split COL]      a column of train and test per learner (default: a seeded fifth of the learners is held out)
  [--deduplicate]    leaves out rows that repeat the response before under another skill
  [--truth F]        parameters p_L0,p_T,p_S,p_G per skill_id: how well BKT finds them, and exercise policies on such pupils
  [--protocol masked-cells]   a test: one response per learner and item, a tenth of the cells held out, ten times
  [--seed 1]
       ./guildhall evaluate education --class [--truth F] [--learners 200] [--items 40] [--seeds 5]
  a simulated class practises the starter course by our choice of the next exercise, in random order, and the lowest mastery first`

const optional = z.string().optional()
const argumentsSchema = z.object({
  csv: z.string('--csv is missing'),
  learner: z.string('--learner is missing'),
  skill: optional,
  item: optional,
  correct: z.string('--correct is missing'),
  ts: optional,
  split: optional,
  truth: optional,
  protocol: z.enum(['learners', 'masked-cells']).default('learners'),
  deduplicate: z.boolean().default(false),
  seed: z.coerce.number().int().min(0).default(1),
})
type Arguments = z.infer<typeof argumentsSchema>

export async function evaluateEducationCsv(args: readonly string[]): Promise<object> {
  if (args.includes('--class')) return evaluateClass(args)
  const wanted = readArguments(args)
  const startedAt = performance.now()
  const report = wanted.protocol === 'masked-cells' ? await evaluateTest(wanted) : await evaluateTutor(wanted)
  return {
    vertical: 'education',
    csv: wanted.csv,
    ...report,
    seed: wanted.seed,
    ...costSince(startedAt),
  }
}

function readArguments(args: readonly string[]): Arguments {
  const wanted = readOptions(argumentsSchema, args)
  if (wanted.protocol === 'learners' && !wanted.skill && !wanted.item)
    throw new Error('--skill is missing, and there is no --item to stand for it')
  if (wanted.protocol === 'masked-cells' && !wanted.item) throw new Error('--protocol masked-cells needs --item')
  return wanted
}

async function readLog(wanted: Arguments): Promise<{ log: ResponseLog; parts: string[] | null }> {
  const skill = wanted.skill ?? wanted.item ?? ''
  const names = [wanted.learner, skill, wanted.item, wanted.correct, wanted.ts, wanted.split].filter(
    (name) => name !== undefined,
  )
  const read = await readColumns(wanted.csv, names)
  const cells = (name: string | undefined) => (name ? read[name] : undefined)
  const log = responseLog({
    learner: cells(wanted.learner) ?? [],
    skill: cells(skill) ?? [],
    item: cells(wanted.item),
    correct: (cells(wanted.correct) ?? []).map((cell) => outcomeOf(cell)),
    timeS: cells(wanted.ts)?.map(timeOf),
  })
  return { log, parts: cells(wanted.split) ?? null }
}

const words: Record<string, number> = { true: 1, false: 0, yes: 1, no: 0 }
const outcomeOf = (cell: string) => words[cell.trim().toLowerCase()] ?? (cell.trim() === '' ? Number.NaN : Number(cell))
const timeOf = (cell: string) => (Number.isNaN(Number(cell)) ? Date.parse(cell) / 1000 : Number(cell))

async function evaluateTutor(wanted: Arguments): Promise<object> {
  const { log: all, parts } = await readLog(wanted)
  const isTraining = trainingOf(all, parts, wanted.seed)
  const log = wanted.deduplicate ? selectResponses(all, keepOf(deduplicate(all, isTraining))) : all
  const train = wanted.deduplicate ? trainingOf(log, parts, wanted.seed) : isTraining
  const tested = Int32Array.from(log.learner.keys()).filter((row) => !train[row] && (log.position[row] ?? 0) > 0)
  const labels = Uint8Array.from(tested, (row) => log.correct[row] ?? 0)
  const right = labels.reduce((sum, one) => sum + one, 0)
  if (right === 0 || right === labels.length)
    throw new Error('the held-out outcomes are all alike: there is nothing to tell apart')
  const fit = fitTutor(log, train, { seed: wanted.seed, onProgress: showProgress })
  const families = tutorFamilies.map((family) => ({
    family,
    ...figuresOf(labels, tested, fit.predicted[family]),
    seconds: fit.seconds[family],
  }))
  return {
    protocol: parts ? `split by ${wanted.split}` : 'a seeded fifth of the learners held out',
    responses: log.rows,
    learners: log.learners.length,
    skills: log.skills.length,
    items: log.items.length,
    tested: tested.length,
    families,
    best: families.reduce((best, one) => (one.log_loss < best.log_loss ? one : best)).family,
    ...(wanted.truth ? await againstTruth(wanted.truth, log, fit.model.skills) : {}),
  }
}

const keepOf = (dropped: Uint8Array) => (row: number) => dropped[row] === 0

function trainingOf(log: ResponseLog, parts: readonly string[] | null, seed: number): Uint8Array {
  if (parts) return Uint8Array.from(log.source, (row) => (parts[row] === 'train' ? 1 : 0))
  const random = openRandom(seed)
  const isHeld = log.learners.map(() => random() < 0.2)
  return Uint8Array.from(log.learner, (learner) => (isHeld[learner] ? 0 : 1))
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

function figuresOf(labels: Uint8Array, rows: Int32Array, predicted: Float64Array) {
  const clipped = Float64Array.from(rows, (row) => Math.min(Math.max(predicted[row] ?? 0.5, 1e-5), 1 - 1e-5))
  const logits = clipped.map((p) => Math.log(p / (1 - p)))
  const hits = clipped.reduce((sum, p, at) => sum + (p > 0.5 === (labels[at] === 1) ? 1 : 0), 0)
  return {
    auc: rounded(auc(labels, logits)),
    log_loss: rounded(logLoss(labels, logits)),
    accuracy: rounded(hits / labels.length),
    brier: rounded(clipped.reduce((sum, p, at) => sum + (p - (labels[at] ?? 0)) ** 2, 0) / labels.length),
  }
}

async function againstTruth(path: string, log: ResponseLog, fitted: readonly SkillModel[]): Promise<object> {
  const read = await readColumns(path, ['skill_id', 'p_L0', 'p_T', 'p_S', 'p_G'])
  const truth = read.skill_id.map((_, at) => ({
    known: Number(read.p_L0[at]),
    learn: Number(read.p_T[at]),
    slip: Number(read.p_S[at]),
    guess: Number(read.p_G[at]),
  }))
  const keys = ['known', 'learn', 'slip', 'guess'] as const
  const errors = keys.map((key) => {
    const squares = read.skill_id.map(
      (skill, at) => ((fitted[log.skills.indexOf(skill)]?.[key] ?? 0) - (truth[at]?.[key] ?? 0)) ** 2,
    )
    return [key, Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length)] as const
  })
  return {
    parameter_rmse: Object.fromEntries(errors.map(([key, value]) => [key, rounded(value)])),
    policies: policies.map((policy) => simulatePolicy(policy, truth, { pupils: 2000, steps: 60, seed: 1 })),
  }
}

const masks = 10

/** 1PL, 2PL and the mean of item and learner on the same masked cells. */
async function evaluateTest(wanted: Arguments): Promise<object> {
  const { log } = await readLog({ ...wanted, skill: wanted.item })
  const cells = new Int8Array(log.learners.length * log.items.length).fill(-1)
  for (let row = 0; row < log.rows; row++)
    cells[(log.learner[row] ?? 0) * log.items.length + (log.item[row] ?? 0)] = log.correct[row] ?? 0
  const figures = new Map<string, { auc: number; log_loss: number }[]>()
  for (let mask = 0; mask < masks; mask++) {
    const random = openRandom(wanted.seed + mask)
    const hidden = cells.map((cell) => (cell >= 0 && random() < 0.1 ? 1 : 0))
    const data = {
      learners: log.learners.length,
      items: log.items.length,
      outcomes: cells.map((cell, at) => (hidden[at] ? -1 : cell)),
    }
    const rows = Int32Array.from(cells.keys()).filter((at) => hidden[at] === 1)
    const labels = Uint8Array.from(rows, (at) => cells[at] ?? 0)
    for (const [name, predicted] of Object.entries({
      '2pl': byIrt(data, rows, false),
      '1pl': byIrt(data, rows, true),
      item_and_learner_mean: byMeans(data, rows),
    })) {
      const own = figuresOf(labels, Int32Array.from(rows.keys()), predicted)
      figures.set(name, [...(figures.get(name) ?? []), own])
    }
  }
  const mean = (of: readonly { auc: number; log_loss: number }[], key: 'auc' | 'log_loss') =>
    of.reduce((sum, one) => sum + one[key], 0) / of.length
  return {
    protocol: `masked cells, ${masks} masks of a tenth`,
    learners: log.learners.length,
    items: log.items.length,
    families: [...figures].map(([family, of]) => ({
      family,
      auc: rounded(mean(of, 'auc')),
      log_loss: rounded(mean(of, 'log_loss')),
    })),
  }
}

function byIrt(data: TestData, rows: Int32Array, oneParameter: boolean): Float64Array {
  const items = fitIrt(data, { oneParameter })
  const weights = Array.from({ length: data.learners }, (_, learner) => posterior(data, items, learner))
  return Float64Array.from(rows, (at) => {
    const item = items[at % data.items]
    const own = weights[Math.floor(at / data.items)]
    return item && own ? expectedRight(own, item) : 0.5
  })
}

/** Share right of the item plus share right of the learner less the share of all. */
function byMeans({ learners, items, outcomes }: TestData, rows: Int32Array): Float64Array {
  const sums = {
    item: new Float64Array(items * 2),
    learner: new Float64Array(learners * 2),
    all: [0, 0] as [number, number],
  }
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome < 0) continue
    for (const [to, of] of [
      [sums.item, at % items],
      [sums.learner, Math.floor(at / items)],
    ] as const) {
      to[of * 2] = (to[of * 2] ?? 0) + outcome
      to[of * 2 + 1] = (to[of * 2 + 1] ?? 0) + 1
    }
    sums.all = [sums.all[0] + outcome, sums.all[1] + 1]
  }
  const mean = sums.all[0] / sums.all[1]
  const share = (from: Float64Array, of: number) => ((from[of * 2] ?? 0) + mean) / ((from[of * 2 + 1] ?? 0) + 1)
  return Float64Array.from(
    rows,
    (at) => share(sums.item, at % items) + share(sums.learner, Math.floor(at / items)) - mean,
  )
}
