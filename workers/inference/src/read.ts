// Rooms 2 and 5. What runs read of their tenants' collections, for the whole group at once: before the model, and of what it chose.
import { readForRuns } from '@guildhall/domain/collection/read'
import type { Found, Parsed, Read } from './job.ts'
import type { Probed } from './probe.ts'

export async function readRecords(jobs: readonly Parsed[]): Promise<Read[]> {
  const startedAt = performance.now()
  const answers = await readForRuns(
    jobs.map((job) => ({
      tenantId: job.run.tenantId,
      queries: job.task.reads(job.input, { isServed: job.champion !== null }),
    })),
  )
  const readMs = performance.now() - startedAt
  return jobs.map((job, at) => ({ ...job, records: answers[at] ?? {}, rooms: { ...job.rooms, read: readMs } }))
}

export async function findRecords(jobs: readonly Probed[]): Promise<Found[]> {
  const startedAt = performance.now()
  const answers = await readForRuns(
    jobs.map((job) => ({ tenantId: job.run.tenantId, queries: job.task.looksUp(job.prediction) })),
  )
  const findMs = performance.now() - startedAt
  return jobs.map((job, at) => ({ ...job, found: answers[at] ?? {}, rooms: { ...job.rooms, find: findMs } }))
}
