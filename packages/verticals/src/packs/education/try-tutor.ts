// The tutor as the worker runs it, with mastery replayed in place of the graph: for the tests of this pack.
import { modelCardSchema, tutorCard } from '@guildhall/contracts/model-card'
import { languages } from '../../kit/localized.ts'
import type { TenantRecords } from '../../kit/vertical.ts'
import { replay } from './bkt.ts'
import { examples } from './example.ts'
import { outcomesOf } from './history.ts'
import type { Lesson } from './lesson.ts'
import { education } from './pack.ts'

export const { task, example } = held()
export const run = { id: 'run_test', seed: 42, asOf: '2026-11-02T08:00:00.000Z' }
export const learner = { learner_ref: 'L-0193', consent: { basis: 'school' }, grade: 6 }

function held() {
  const [own] = education.tasks
  const { tutor } = examples
  if (!own || !tutor) throw new Error('the pack has no tutor')
  return { task: own, example: tutor }
}

type Asked = { starter?: string; content?: Record<string, unknown>; records?: TenantRecords }

/** What the pack's schema refuses is thrown. */
export function tryTutor(raw: Record<string, unknown>, { starter, content: more, records }: Asked = {}) {
  const found = task.starters.find((one) => one.slug === starter) ?? task.starters[0]
  const content = task.content.parse({ ...found.content, ...more })
  const input = task.input.parse({ ...learner, ...raw })
  const lesson = task.features({ input, content, records: records ?? example.records, asOf: run.asOf, run })
  const given = { input, content, card: example.card, features: lesson, prediction: replayed(lesson), languages }
  return task.compose({ ...given, records: {}, probed: [], run })
}

/** As the built-in graph would give it; a lesson is what `features` made. */
export function replayed(features: unknown) {
  const lesson = features as Lesson
  const { skills } = tutorCard(modelCardSchema.parse(example.card))
  const after = lesson.answered ? [...lesson.responses, lesson.answered] : lesson.responses
  const by = (of: Lesson['responses']) =>
    new Map(skills.map((skill) => [skill.name, replay(outcomesOf(of, skill.name), skill)]))
  return { before: by(lesson.responses), after: by(after), probability: 0.5 }
}
