// Room 2. Input and template content -> named numbers, by the pack.
import { parseInput } from '@guildhall/domain/parse'
import type { Featurized, Job } from './job.ts'

/** Throws AppError when a stored input or content no longer fits the pack's schema. */
export function featurize(job: Job): Featurized {
  const startedAt = performance.now()
  const input = parseInput(job.task.input, job.run.input, 'body.input')
  const content = parseInput(job.task.content, job.run.content, 'template')
  const features = job.task.features(input, content)
  return { ...job, input, content, features, rooms: { ...job.rooms, featurize: performance.now() - startedAt } }
}
