// The families that predict a learner's next answer: BKT, PFA (log counts), logistic regression on recency and Elo features, boosted trees on
// those and BKT. All are fitted on the same rows; the best held-out log loss is kept.
import { type BoostModel, boostLogit, fitBoost } from '../boost.ts'
import { sigmoid } from '../metrics.ts'
import { openRandom } from '../random.ts'
import { fitBkt, predictBkt, type SkillModel } from './bkt.ts'
import { type Difficulty, difficultyOf, featureCount, featuresOf, logitOf } from './features.ts'
import type { Mask, ResponseLog } from './log.ts'
import { type Block, fitLogistic, type LogisticModel, logitOfRow } from './logistic.ts'

export const tutorFamilies = ['bkt', 'pfa', 'logistic', 'boosted_trees'] as const
export type TutorFamily = (typeof tutorFamilies)[number]
/** The boosted trees read the 26 features and BKT's logit. */
export const tutorWidth = featureCount + 1

const [skillWins, skillFails] = [2, 3]

export type TutorModel = {
  skills: SkillModel[]
  difficulty: Difficulty
  /** Mean and deviation of every feature, for the logistic regression. */
  scale: { mean: Float64Array; sd: Float64Array }
  pfa: LogisticModel
  logistic: LogisticModel
  trees: BoostModel
}
export type TutorContext = {
  seed: number
  signal?: AbortSignal | undefined
  onProgress?: ((fraction: number, doing: string) => void) | undefined
}
export type TutorFit = {
  model: TutorModel
  /** Probability of a correct answer for every row, by family. */
  predicted: Record<TutorFamily, Float64Array>
  seconds: Record<TutorFamily, number>
}

/** Fits every family on the rows in `train`; early stopping holds out a tenth of its learners. */
export function fitTutor(log: ResponseLog, train: Mask, { seed, signal, onProgress }: TutorContext): TutorFit {
  const clock = openClock()
  onProgress?.(0, 'BKT')
  const skills = fitBkt(log, train, signal)
  const bkt = predictBkt(log, skills)
  const bktS = clock()
  const difficulty = difficultyOf(log, train)
  const features = featuresOf(log, difficulty)
  const scale = scaleOf(features, train)
  const rows = rowsOf(log, (row) => train[row] === 1)
  onProgress?.(0.2, 'PFA')
  const pfaData = { blocks: blocksOf(log, features), dense: new Float32Array(0), width: 0 }
  const pfa = fitLogistic(pfaData, log.correct, { strength: 1, rows, signal })
  const pfaS = clock()
  onProgress?.(0.35, 'logistic regression')
  const data = { blocks: blocksOf(log, features), dense: standardised(features, scale), width: featureCount }
  const logistic = fitLogistic(data, log.correct, { strength: 0.3, rows, signal })
  const logisticS = clock()
  onProgress?.(0.5, 'boosted trees')
  const values = widened(features, bkt)
  const trees = fitBoost({ values, width: tutorWidth, labels: log.correct }, learnerSplit(log, rows, seed), {
    seed,
    signal,
    onProgress: (fraction) => onProgress?.(0.5 + 0.5 * fraction, 'boosted trees'),
  })
  const all = (logit: (row: number) => number) => Float64Array.from(log.learner, (_, row) => sigmoid(logit(row)))
  const predicted = {
    bkt,
    pfa: all((row) => logitOfRow(pfaData, pfa, row)),
    logistic: all((row) => logitOfRow(data, logistic, row)),
    boosted_trees: all((row) => boostLogit(trees, values, row * tutorWidth)),
  }
  return {
    model: { skills, difficulty, scale, pfa, logistic, trees },
    predicted,
    seconds: { bkt: bktS, pfa: pfaS, logistic: logisticS, boosted_trees: clock() },
  }
}

function openClock(): () => number {
  let from = performance.now()
  return () => {
    const seconds = (performance.now() - from) / 1000
    from = performance.now()
    return Math.round(seconds * 100) / 100
  }
}

const rowsOf = (log: ResponseLog, keeps: (row: number) => boolean) =>
  Int32Array.from(log.learner.keys()).filter((row) => keeps(row))

/** Skill, item (where there are more items than skills), and the skill's own weights of past wins and fails. */
function blocksOf(log: ResponseLog, features: Float32Array): Block[] {
  const column = (at: number) => Float32Array.from(log.learner, (_, row) => features[row * featureCount + at] ?? 0)
  const skill = { codes: log.skill, count: log.skills.length }
  const item: Block[] =
    log.items.length > log.skills.length ? [{ codes: log.item, count: log.items.length, values: null }] : []
  return [
    { ...skill, values: null },
    ...item,
    { ...skill, values: column(skillWins) },
    { ...skill, values: column(skillFails) },
  ]
}

function scaleOf(features: Float32Array, train: Mask): TutorModel['scale'] {
  const [mean, square] = [new Float64Array(featureCount), new Float64Array(featureCount)]
  let rows = 0
  for (let row = 0; row < train.length; row++) {
    if (!train[row]) continue
    rows++
    for (let at = 0; at < featureCount; at++) {
      const value = features[row * featureCount + at] ?? 0
      mean[at] = (mean[at] ?? 0) + value
      square[at] = (square[at] ?? 0) + value * value
    }
  }
  for (let at = 0; at < featureCount; at++) mean[at] = (mean[at] ?? 0) / rows
  const sd = square.map((sum, at) => Math.sqrt(Math.max(sum / rows - (mean[at] ?? 0) ** 2, 0)) + 1e-9)
  return { mean, sd }
}

function standardised(features: Float32Array, { mean, sd }: TutorModel['scale']): Float32Array {
  return features.map((value, at) => (value - (mean[at % featureCount] ?? 0)) / (sd[at % featureCount] ?? 1))
}

/** What the graph reads of every row [rows, 27]: the features as they were before the response, and BKT's logit. */
export function tutorValues(log: ResponseLog, model: Pick<TutorModel, 'skills' | 'difficulty'>): Float32Array {
  return widened(featuresOf(log, model.difficulty), predictBkt(log, model.skills))
}

/** The features with BKT's logit as the last column [rows, 27]. */
function widened(features: Float32Array, bkt: Float64Array): Float32Array {
  const wide = new Float32Array(bkt.length * tutorWidth)
  for (let row = 0; row < bkt.length; row++) {
    wide.set(features.subarray(row * featureCount, (row + 1) * featureCount), row * tutorWidth)
    wide[row * tutorWidth + featureCount] = logitOf(Math.min(Math.max(bkt[row] ?? 0.5, 1e-3), 1 - 1e-3))
  }
  return wide
}

function learnerSplit(log: ResponseLog, rows: Int32Array, seed: number): { train: Int32Array; held: Int32Array } {
  const random = openRandom(seed)
  const isHeld = log.learners.map(() => random() < 0.1)
  return {
    train: rows.filter((row) => !isHeld[log.learner[row] ?? 0]),
    held: rows.filter((row) => isHeld[log.learner[row] ?? 0]),
  }
}
