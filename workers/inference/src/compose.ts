// Room 6. Facts and sentences, by the pack.
import { languageSchema } from '@guildhall/contracts/run'
import type { Composed } from '@guildhall/verticals/kit/composed'
import { type Found, runFacts } from './job.ts'

export type WithText = Found & { composed: Composed }

export function compose(job: Found): WithText {
  const startedAt = performance.now()
  const composed = job.task.compose({
    input: job.input,
    content: job.content,
    card: job.champion?.card ?? null,
    features: job.features,
    prediction: job.prediction,
    records: job.found,
    probed: job.probed,
    run: runFacts(job),
    languages: job.run.languages.map((one) => languageSchema.parse(one)),
  })
  return { ...job, composed, rooms: { ...job.rooms, compose: performance.now() - startedAt } }
}
