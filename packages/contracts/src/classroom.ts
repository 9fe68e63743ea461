// The teacher's page on the wire: a class at a glance, one learner's timeline, the lock on hints. Learners are pseudonyms throughout.
import { z } from 'zod'

export const classroomLimits = { maxLearners: 200, maxEvents: 200, maxAttempts: 20_000 } as const

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
const reference = z.string().trim().min(1).max(200)

export const classroomInput = z.strictObject({
  class: reference.optional().describe('Left out: learners of every class'),
  days: z.coerce.number().int().min(1).max(90).default(7).describe('Of attempts, misconceptions and alerts'),
})

const traced = z.object({
  skill: z.string(),
  p: z.number(),
  interval_90: z.tuple([z.number(), z.number()]),
  n: z.int().describe('Responses it rests on'),
})

export const hintLock = z.object({
  max_hint_level: z.int().min(0).max(4).nullable(),
  bottom_out: z.enum(['never', 'teacher_only', 'after_n']).nullable(),
})
export type HintLock = z.infer<typeof hintLock>

export const classroom = z.object({
  object: z.literal('classroom'),
  class: z.string().nullable(),
  classes: z.array(z.string()),
  lock: hintLock.nullable().describe('null: the template alone decides, or no class was named'),
  skills: z.array(z.object({ id: z.string(), title: localized.nullable() })),
  learners: z.array(
    z.object({
      learner: z.string(),
      class_ref: z.string().nullable(),
      attempts: z.int(),
      right: z.int(),
      last_at: z.iso.datetime().nullable(),
      mastery: z.array(traced),
      traced_at: z.iso.datetime().nullable().describe('When a run last told mastery; null: never'),
      is_behind: z.boolean().describe('Attempts came in after that'),
    }),
  ),
  stuck: z.array(
    z.object({
      learner: z.string(),
      item_id: z.string(),
      skill: z.string().nullable(),
      wrong_in_a_row: z.int(),
      hints: z.int(),
      last_at: z.iso.datetime(),
    }),
  ),
  misconceptions: z.array(
    z.object({
      id: z.string(),
      label: localized.nullable(),
      skill: z.string().nullable(),
      count: z.int(),
      learners: z.array(z.string()),
    }),
  ),
  groups: z.array(z.object({ skill: z.string(), title: localized.nullable(), learners: z.array(z.string()) })),
  alerts: z.array(z.object({ run: z.string(), learner: z.string(), kinds: z.array(z.string()), at: z.iso.datetime() })),
  is_simulated: z.boolean().describe('Some of these learners are made up: the simulated class was loaded'),
  is_truncated: z.boolean().describe('The class has more learners than are shown'),
})
export type Classroom = z.infer<typeof classroom>

export const learnerInput = z.strictObject({ learner: reference })

export const learnerTimeline = z.object({
  object: z.literal('learner_timeline'),
  learner: z.string(),
  class_ref: z.string().nullable(),
  consent: z
    .object({
      basis: z.enum(['parent', 'school', 'learner']),
      training_allowed: z.boolean(),
      store_text: z.boolean(),
    })
    .nullable()
    .describe('null where the collection learners does not have the learner'),
  mastery: z.array(traced.extend({ title: localized.nullable() })),
  events: z
    .array(
      z.object({
        kind: z.enum(['answered', 'hinted', 'alerted']),
        at: z.iso.datetime(),
        run: z.string().nullable().describe('null for attempts that were sent in'),
        item_id: z.string().nullable(),
        stem: localized.nullable(),
        skill: z.string().nullable(),
        correct: z.boolean().nullable(),
        hint_level: z.int().nullable(),
        misconception: localized.nullable(),
        mastery: z.object({ before: z.number(), after: z.number() }).nullable(),
      }),
    )
    .describe('Newest first'),
})
export type LearnerTimeline = z.infer<typeof learnerTimeline>

export const lockInput = z.strictObject({
  class: reference,
  max_hint_level: z.int().min(0).max(4).nullable(),
  bottom_out: z.enum(['never', 'teacher_only', 'after_n']).nullable(),
})
export const lockObject = hintLock.extend({ object: z.literal('hint_lock'), class: z.string() })

export const simulateInput = z.strictObject({})
export const simulatedClass = z.object({
  object: z.literal('simulated_class'),
  class: z.string(),
  learners: z.int(),
  batch: z.string().nullable().describe('The batch whose runs grade the answers; null where the class was there'),
})
export const removedClass = z.object({ object: z.literal('deleted'), class: z.string(), deleted: z.int() })

export const practiceLearnersInput = z.strictObject({
  class: reference.optional().describe('Left out: learners of every class'),
})
export const practiceLearners = z.object({
  object: z.literal('practice_learners'),
  classes: z.array(z.string()),
  learners: z.array(z.object({ learner: z.string(), class_ref: z.string().nullable() })),
  is_truncated: z.boolean().describe('There are more than are shown'),
})
export type PracticeLearners = z.infer<typeof practiceLearners>

export const traceInput = z.strictObject({
  class: reference.optional(),
  template: z.string().min(1).max(100).default('maths-tutor').describe('Slug or id'),
})
export const traceObject = z.object({ object: z.literal('class_trace'), runs: z.array(z.string()) })

export const enrolInput = z.strictObject({
  learner: reference.describe('A pseudonym; names of persons are refused'),
  class: reference.optional(),
  grade: z.int().min(1).max(13).optional(),
  age_band: z.enum(['u13', '13-17', '18+']).optional(),
  consent: z.strictObject({
    basis: z.enum(['parent', 'school', 'learner']),
    training_allowed: z.boolean().default(false),
    store_text: z.boolean().default(false),
  }),
})
export const enrolledLearner = z.object({
  object: z.literal('learner'),
  learner: z.string(),
  class: z.string().nullable(),
})
