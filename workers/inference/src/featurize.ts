// Room 2. Input and template content -> what the model reads, by the pack: first parsed, then with what the tenant's collections say.
import { parseInput } from '@guildhall/domain/parse'
import type { Featurized, Job, Parsed, Read } from './job.ts'

/** Throws AppError when a stored input or content no longer fits the pack's schema. */
export function parse(job: Job): Parsed {
  const startedAt = performance.now()
  const input = parseInput(job.task.input, job.run.input, 'body.input')
  const content = contentOf(job)
  return { ...job, input, content, rooms: { ...job.rooms, parse: performance.now() - startedAt } }
}

export function featurize(job: Read): Featurized {
  const startedAt = performance.now()
  const { input, content, records, task, run } = job
  const features = task.features({ input, content, records, asOf: run.createdAt.toISOString() })
  return { ...job, features, rooms: { ...job.rooms, featurize: performance.now() - startedAt } }
}

// A template version never changes, and its rules are costly to check: the same stored content is parsed once.
const parsedContent = new WeakMap<object, unknown>()

function contentOf({ task, run }: Job): unknown {
  const { content } = run
  if (typeof content !== 'object' || content === null) return parseInput(task.content, content, 'template')
  const known = parsedContent.get(content) ?? parseInput(task.content, content, 'template')
  parsedContent.set(content, known)
  return known
}
