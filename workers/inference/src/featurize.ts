// Room 2. Input and template content -> what the model reads, by the pack: first parsed, then with what the tenant's collections say.
import { parseInput } from '@guildhall/domain/parse'
import { parseContent } from '@guildhall/domain/template/content'
import { type Featurized, type Job, type Parsed, type Read, runFacts } from './job.ts'

/** Throws AppError when a stored input or content no longer fits the pack's schema. */
export function parse(job: Job): Parsed {
  const startedAt = performance.now()
  const input = parseInput(job.task.input, { ...job.run.input, ...job.run.fleeting }, 'body.input')
  const content = parseContent(job.task, job.run.content)
  return { ...job, input, content, rooms: { ...job.rooms, parse: performance.now() - startedAt } }
}

export function featurize(job: Read): Featurized {
  const startedAt = performance.now()
  const { input, content, records, task } = job
  const run = runFacts(job)
  const features = task.features({ input, content, records, asOf: run.asOf, run })
  return { ...job, features, rooms: { ...job.rooms, featurize: performance.now() - startedAt } }
}
