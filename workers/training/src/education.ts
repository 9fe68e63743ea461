// Trains a tutor on a tenant's attempts: all families on four fifths of the learners, the best on the others becomes the graph.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TutorCard, tutorCard } from '@guildhall/contracts/model-card'
import { logitOf } from '@guildhall/learn/education/features'
import { type ResponseLog, responseLog } from '@guildhall/learn/education/log'
import {
  fitTutor,
  type TutorFamily,
  type TutorFit,
  tutorFamilies,
  tutorValues,
  tutorWidth,
} from '@guildhall/learn/education/tutor'
import { writeTutor } from '@guildhall/learn/education/tutor-onnx'
import { probabilityGates } from '@guildhall/learn/gates/finance'
import { auc, logLoss } from '@guildhall/learn/metrics'
import { openRandom } from '@guildhall/learn/random'
import { realsOf } from '@guildhall/verticals/kit/tensors'
import { z } from 'zod'
import { dataFault, type TrainerContext, type TrainerResult } from './messages.ts'
import { openReading, type Reading, readNdjson } from './records.ts'
import { openGraph } from './session.ts'

const leastLearners = 20
const maxJudged = 5000
const maxHistory = 200
const batchRows = 256

const attemptSchema = z.object({
  learner_ref: z.string(),
  item_id: z.string(),
  skill: z.string().nullish(),
  correct: z.boolean(),
  ts: z.string(),
  training_allowed: z.boolean().nullish(),
})
const learnerSchema = z.object({ id: z.string(), consent: z.object({ training_allowed: z.boolean().default(false) }) })
const exerciseSchema = z.object({ id: z.string(), skills: z.array(z.string()) })

export async function trainEducation(context: TrainerContext): Promise<TrainerResult> {
  const { job, say } = context
  const reading = openReading()
  const { log, window } = await attemptsOf(context, reading)
  const { seed } = job.options
  const random = openRandom(seed)
  const isHeld = log.learners.map(() => random() < 0.2)
  const train = Uint8Array.from(log.learner, (learner) => (isHeld[learner] ? 0 : 1))
  const tested = testedRows(log, train)
  const fit = fitTutor(log, train, {
    seed,
    onProgress: (fraction, doing) => say(0.08 + 0.7 * fraction, 'fitting', `fitting ${doing}`),
  })
  const metrics = tutorFamilies.map((family) => ({ family, ...figuresOf(log, tested, fit.predicted[family]) }))
  const chosen = metrics.reduce((best, one) => (one.log_loss < best.log_loss ? one : best)).family
  say(0.8, 'gates', metrics.map((one) => `${one.family} ${one.auc.toFixed(4)}`).join(', '))
  const sha256 = context.keep(writeTutor(fit.model, chosen, { skills: log.skills.length, items: log.items.length }))
  const card: TutorCard = {
    ...cardOf(log, fit, { chosen, seed, sha256 }),
    metrics,
    data: {
      source: 'The tenant’s collections attempts and exercises',
      licence: 'The tenant’s own',
      rows: log.rows,
      learners: log.learners.length,
      sha256: reading.digest.digest('hex'),
      window,
    },
    libraries: { node: process.versions.node, onnxruntime: '1.30.0' },
    trained_s: Math.round((performance.now() - context.startedAt) / 100) / 10,
  }
  const champion = job.champion ? rivalOf(tutorCard(job.champion)) : null
  if (job.champion && !champion) say(0.9, 'gates', 'the built-in tutor is set, not trained: nothing to compare with')
  const gates = probabilityGates(
    {
      labels: Uint8Array.from(tested, (row) => log.correct[row] ?? 0),
      served: await logitsByGraph(join(context.dir, 'model.onnx'), { log, rows: tested, card }),
      trained: Float64Array.from(tested, (row) => logitOf(clipped(fit.predicted[chosen][row]))),
      champion: champion
        ? await logitsByGraph(join(context.dir, 'champion.onnx'), { log, rows: tested, card: champion })
        : null,
    },
    seed,
  )
  say(0.97, 'gates', `${gates.filter((gate) => gate.verdict === 'fail').length} of ${gates.length} gates fail`)
  return { card, gates, curves: {} }
}

/** A tutor whose parameters were set learnt from nobody: it knows none of these skills, and is no measure. */
const rivalOf = (card: TutorCard) => (card.data.rows > 0 ? card : null)

async function attemptsOf({ dir, say }: TrainerContext, reading: Reading) {
  const attempts = await readNdjson(join(dir, 'attempts.ndjson'), attemptSchema, reading)
  const exercises = await readNdjson(join(dir, 'exercises.ndjson'), exerciseSchema, reading)
  const skillOf = new Map(exercises.rows.map((one) => [one.id, one.skills[0]]))
  // Consent decides: what a learner's consent keeps out of training is never fitted on.
  const learners = await readNdjson(join(dir, 'learners.ndjson'), learnerSchema, reading)
  const refused = new Set(learners.rows.filter((one) => !one.consent.training_allowed).map((one) => one.id))
  const rows = attempts.rows.filter((row) => row.training_allowed !== false && !refused.has(row.learner_ref))
  const barred = attempts.rows.length - rows.length
  if (barred > 0)
    say(0.07, 'reading', `${barred} attempts left out: their learners’ consent keeps them out of training`)
  const log = responseLog({
    learner: rows.map((row) => row.learner_ref),
    skill: rows.map((row) => row.skill ?? skillOf.get(row.item_id) ?? row.item_id),
    item: rows.map((row) => row.item_id),
    correct: rows.map((row) => (row.correct ? 1 : 0)),
    timeS: rows.map((row) => Date.parse(row.ts) / 1000),
  })
  const right = log.correct.reduce((sum, one) => sum + one, 0)
  if (log.learners.length < leastLearners || right === 0 || right === log.rows)
    throw dataFault(
      `The attempts are of ${log.learners.length} learners, ${right} of ${log.rows} right. Training takes ${leastLearners} learners, and both right and wrong answers`,
    )
  const times = rows.map((row) => row.ts).sort()
  return { log, window: { from: times[0] ?? '', to: times.at(-1) ?? '' } }
}

/** Held-out responses that have a history; of many, every so many-th. Throws a data fault when there are none of each kind. */
function testedRows(log: ResponseLog, train: Uint8Array): Int32Array {
  const all = Int32Array.from(log.learner.keys()).filter((row) => !train[row] && (log.position[row] ?? 0) > 0)
  const step = Math.max(1, all.length / maxJudged)
  const rows = Int32Array.from({ length: Math.floor(all.length / step) }, (_, at) => all[Math.floor(at * step)] ?? 0)
  const right = rows.reduce((sum, row) => sum + (log.correct[row] ?? 0), 0)
  if (right === 0 || right === rows.length)
    throw dataFault('The held-out learners have no right and wrong answers after their first. Send longer histories')
  return rows
}

const clipped = (p: number | undefined) => Math.min(Math.max(p ?? 0.5, 1e-6), 1 - 1e-6)

function figuresOf(log: ResponseLog, rows: Int32Array, predicted: Float64Array) {
  const labels = Uint8Array.from(rows, (row) => log.correct[row] ?? 0)
  const logits = Float64Array.from(rows, (row) => logitOf(clipped(predicted[row])))
  return { auc: auc(labels, logits), log_loss: logLoss(labels, logits) }
}

type Head = { chosen: TutorFamily; seed: number; sha256: string }

function cardOf(
  log: ResponseLog,
  { model }: TutorFit,
  { chosen, seed, sha256 }: Head,
): Omit<TutorCard, 'data' | 'metrics'> {
  return {
    name: 'tutor',
    vertical: 'education',
    task: 'tutor',
    family: 'tutor',
    chosen,
    seed,
    onnx_sha256: sha256,
    precision: 'fp32',
    skills: model.skills.map((skill, at) => ({
      name: log.skills[at] ?? '',
      ...skill,
      difficulty: model.difficulty.skill[at] ?? 0,
    })),
    items: log.items.map((name, at) => ({ name, difficulty: model.difficulty.item[at] ?? 0 })),
  }
}

type Asked = { log: ResponseLog; rows: Int32Array; card: TutorCard }

/** What the graph says of these responses, in logits, by its own card: skills and items it does not know stand at the first of the list. */
async function logitsByGraph(path: string, { log, rows, card }: Asked): Promise<Float64Array> {
  const graph = await openGraph(readFileSync(path))
  const numbersOf = (names: readonly string[], known: readonly { name: string }[]) => {
    const index = new Map(known.map((one, at) => [one.name, at]))
    return Int32Array.from(names, (name) => index.get(name) ?? 0)
  }
  const [skills, items] = [numbersOf(log.skills, card.skills), numbersOf(log.items, card.items)]
  const own: ResponseLog = {
    ...log,
    skills: card.skills.map((skill) => skill.name),
    items: card.items.map((item) => item.name),
    skill: log.skill.map((skill) => skills[skill] ?? 0),
    item: log.item.map((item) => items[item] ?? 0),
  }
  const difficulty = {
    skill: Float64Array.from(card.skills, (skill) => skill.difficulty),
    item: Float64Array.from(card.items, (item) => item.difficulty),
  }
  const values = tutorValues(own, { skills: card.skills, difficulty })
  const logits = new Float64Array(rows.length)
  for (let from = 0; from < rows.length; from += batchRows) {
    const batch = rows.subarray(from, from + batchRows)
    const probability = realsOf(await graph(tensorsFor(own, batch, values)), 'probability')
    for (const [at, p] of probability.entries()) logits[from + at] = logitOf(clipped(p))
  }
  return logits
}

function tensorsFor(log: ResponseLog, batch: Int32Array, values: Float32Array) {
  const time = Math.max(1, ...Array.from(batch, (row) => Math.min(log.position[row] ?? 0, maxHistory)))
  const padded = Array.from(batch).flatMap((row) => {
    const length = Math.min(log.position[row] ?? 0, maxHistory)
    return Array.from({ length: time }, (_, at) => (at < length ? row - length + at : -1))
  })
  const whole = (of: readonly number[], dims: number[]) => ({ data: BigInt64Array.from(of, BigInt), dims })
  return {
    history_skill: whole(
      padded.map((row) => (row < 0 ? log.skills.length : (log.skill[row] ?? 0))),
      [batch.length, time],
    ),
    history_correct: {
      data: Float32Array.from(padded, (row) => (row < 0 ? 0 : (log.correct[row] ?? 0))),
      dims: [batch.length, time],
    },
    skill: whole(
      Array.from(batch, (row) => log.skill[row] ?? 0),
      [batch.length],
    ),
    item: whole(
      Array.from(batch, (row) => log.item[row] ?? 0),
      [batch.length],
    ),
    features: {
      data: Float32Array.from(
        Array.from(batch).flatMap((row) => [...values.subarray(row * tutorWidth, (row + 1) * tutorWidth)]),
      ),
      dims: [batch.length, tutorWidth],
    },
  }
}
