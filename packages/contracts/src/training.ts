// Training runs on the wire: from a tenant's collections to a candidate, with live progress.
import { z } from 'zod'
import { idSchema } from './ids.ts'
import { listOf, pageInput } from './list.ts'

const trainingStatuses = ['queued', 'running', 'succeeded', 'failed', 'canceled'] as const
const trainingStatus = z.enum(trainingStatuses)
export type TrainingStatus = z.infer<typeof trainingStatus>
export const isTrainingOver = (status: TrainingStatus): boolean => status !== 'queued' && status !== 'running'

/** What can be trained, from which collections, and the least rows that make sense. */
export const trainables = [
  { model: 'finance.risk_note', vertical: 'finance', task: 'risk_note', collections: ['loans'], leastRows: 200 },
  {
    model: 'retail.recommend',
    vertical: 'retail',
    task: 'recommend',
    collections: ['events', 'items'],
    leastRows: 100,
  },
  {
    model: 'retail.price_advice',
    vertical: 'retail',
    task: 'price_advice',
    collections: ['sales', 'items'],
    leastRows: 100,
  },
  {
    model: 'retail.answer_question',
    vertical: 'retail',
    task: 'answer_question',
    collections: ['articles', 'items'],
    leastRows: 10,
  },
  {
    model: 'education.tutor',
    vertical: 'education',
    task: 'tutor',
    collections: ['attempts', 'exercises', 'learners'],
    leastRows: 500,
  },
] as const
export type Trainable = (typeof trainables)[number]

export const trainingOptions = z.strictObject({
  seed: z.int().min(0).max(2_147_483_647).default(1),
  precision: z
    .enum(['fp32', 'fp16', 'int8'])
    .default('fp32')
    .describe('A smaller variant; the parity gate compares it with fp32'),
  family: z.enum(['additive-logit', 'woe-scorecard']).default('additive-logit').describe('Finance only'),
  monotone: z
    .record(z.string().max(64), z.union([z.literal(-1), z.literal(1)]))
    .default({})
    .describe('Finance only. +1: risk may not fall as the feature rises; -1: may not rise'),
  operating_pd: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.2)
    .describe('Finance only. Probability of default from which you decline; fairness and parity are tested there'),
  jurisdiction: z.enum(['US', 'EU', 'UK', 'CN', 'OTHER']).default('OTHER').describe('Sets the fairness threshold'),
})
export type TrainingOptions = z.output<typeof trainingOptions>

export const trainingLimits = {
  timeoutMs: 2 * 60 * 60_000,
  heapMib: 4096,
  maxRows: 5_000_000,
  maxLogLines: 200,
} as const

export const createTrainingInput = z.strictObject({
  id: z.string().max(100).describe('The model, e.g. retail.recommend'),
  options: trainingOptions.prefault({}),
})

const logLine = z.object({ at: z.iso.datetime(), text: z.string() })

export const trainingObject = z.object({
  id: z.string(),
  object: z.literal('training'),
  model: z.string(),
  vertical: z.string(),
  task: z.string(),
  status: trainingStatus,
  trigger: z.enum(['person', 'nightly', 'records']),
  phase: z.string(),
  /** 0–1. */
  progress: z.number(),
  rows: z.int().nullable(),
  options: z.record(z.string(), z.unknown()),
  log: z.array(logLine),
  error: z.record(z.string(), z.unknown()).nullable(),
  version: z.int().nullable().describe('The candidate it made'),
  request_id: z.string(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
})
export type TrainingObject = z.infer<typeof trainingObject>

export const trainingList = listOf(trainingObject)
export const listTrainingsInput = z.strictObject({ ...pageInput, model: z.string().max(100).optional() })
export const trainingIdInput = z.strictObject({ id: idSchema('training') })

export const scheduleObject = z.object({
  object: z.literal('schedule'),
  model: z.string(),
  nightly: z.boolean(),
  /** Trains after this many new records; null never does. */
  after_records: z.int().nullable(),
})
export const setScheduleInput = z.strictObject({
  id: z.string().max(100),
  nightly: z.boolean().default(false),
  after_records: z.int().min(100).max(10_000_000).nullable().default(null),
})
