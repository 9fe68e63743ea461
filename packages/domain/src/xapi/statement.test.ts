// Statements have the shape of xAPI 1.0.3 and name nobody.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Lived, statementOf } from './statement.ts'

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const languageMap = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1))
const extensions = z.record(iri, z.unknown())

/** Of the specification's tables 2.4.1 to 2.4.6, the parts in use; strict, as a record store is. */
const statement = z.strictObject({
  id: z.uuid(),
  actor: z.strictObject({
    objectType: z.literal('Agent'),
    account: z.strictObject({ homePage: z.url(), name: z.string().min(1) }),
  }),
  verb: z.strictObject({ id: iri, display: languageMap }),
  object: z.strictObject({
    objectType: z.literal('Activity'),
    id: iri,
    definition: z.strictObject({ type: iri }),
  }),
  result: z.strictObject({
    success: z.boolean().optional(),
    score: z.strictObject({ scaled: z.number().min(-1).max(1) }).optional(),
    extensions: extensions.optional(),
  }),
  context: z.strictObject({ platform: z.string(), extensions }),
  timestamp: z.iso.datetime(),
  version: z.literal('1.0.3'),
})

const base = {
  id: '7d0c9c0e-37c5-4c8b-9a53-6f8b8a0a2a11',
  learner: 'L-0193',
  at: '2026-11-24T09:30:00.000Z',
  run: 'run_1',
}
const all: Lived[] = [
  { ...base, verb: 'answered', item: 'eq plus/01', isRight: false, hintsUsed: 2 },
  { ...base, verb: 'hinted', item: 'eq-plus-01', level: 1 },
  { ...base, verb: 'mastered', skill: 'eq-one-step', p: 0.9123 },
]

test('every statement fits the shapes of xAPI 1.0.3', () => {
  for (const lived of all) {
    const made = statement.parse(statementOf(lived, 'https://school.example/'))
    expect(made.actor.account).toEqual({ homePage: 'https://school.example/', name: 'L-0193' })
  }
})

test('an exercise whose id is no part of a URL still names one activity', () => {
  const [first] = all
  const made = first && statementOf(first, 'https://school.example/')
  expect(made?.object).toMatchObject({ id: 'https://school.example/exercises/eq%20plus%2F01' })
})
