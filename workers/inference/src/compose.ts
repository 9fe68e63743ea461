// Room 6. Facts and sentences, by the pack.
import { languageSchema } from '@guildhall/contracts/run'
import type { Composed } from '@guildhall/verticals/kit/composed'
import { cutText } from '@guildhall/verticals/kit/cut-text'
import { type Found, runFacts } from './job.ts'

/** `cut` counts sentences left out because the template allows no longer text. */
export type WithText = Found & { composed: Composed; cut: number }

export function compose(job: Found): WithText {
  const startedAt = performance.now()
  const whole = job.task.compose({
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
  const { composed, cut } = cutText(whole, job.run.settings.limits.max_text_chars)
  return { ...job, composed, cut, rooms: { ...job.rooms, compose: performance.now() - startedAt } }
}
