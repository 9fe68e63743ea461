// load -> featurize -> infer -> probe -> compose -> verify -> store, for a group of runs, then shadows. One bad run never takes its neighbours with it.
import { logger } from '@guildhall/runtime/log'
import { compose } from './compose.ts'
import { featurize, parse } from './featurize.ts'
import { infer } from './infer.ts'
import { type Failed, fail } from './job.ts'
import { load } from './load.ts'
import { probe } from './probe.ts'
import { findRecords, readRecords } from './read.ts'
import type { SessionPool } from './session-pool.ts'
import { shadow } from './shadow.ts'
import { store } from './store.ts'
import { verify } from './verify.ts'

/** Executes these runs. Throws only when Postgres is away: then the leases run out and the sweep gives the runs back. */
export async function executeRuns(pool: SessionPool, runIds: readonly string[]): Promise<void> {
  const { jobs, failed } = await load(runIds)
  const parsed = each(jobs, parse)
  const featurized = each(await readRecords(parsed.passed), featurize)
  const answered = await infer(pool, featurized.passed)
  const what = await probe(pool, answered.inferred)
  const composed = each(await findRecords(what.probed), compose)
  const verified = each(composed.passed, verify)
  const failures = [
    ...failed,
    ...parsed.failed,
    ...featurized.failed,
    ...answered.failed,
    ...what.failed,
    ...composed.failed,
    ...verified.failed,
  ]
  await store(pool.provider, verified.passed, failures)
  await shadow(pool, verified.passed)
}

function each<A extends { run: { id: string; tenantId: string; attempts: number } }, B>(
  jobs: readonly A[],
  room: (job: A) => B,
): { passed: B[]; failed: Failed[] } {
  const passed: B[] = []
  const failed: Failed[] = []
  for (const job of jobs) {
    try {
      passed.push(room(job))
    } catch (error) {
      logger().error({ err: error, run: job.run.id, room: room.name }, 'a room refused the run')
      failed.push(fail(job.run, error))
    }
  }
  return { passed, failed }
}
