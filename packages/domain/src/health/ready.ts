// Readiness by work done: the stores answer, and what is queued is being taken. A wedged worker makes this say no.
import { withSystem } from '@guildhall/db/scope'
import { within } from '@guildhall/runtime/within'
import { conveyor } from '../outbox/conveyor.ts'

/** A queued run older than this while none has ended for as long means that nobody is working. */
const stuckAfterMs = 30_000
const redisTimeoutMs = 1000

export type Readiness = {
  ready: boolean
  checks: { name: 'postgres' | 'redis' | 'work'; ok: boolean; detail: string }[]
  last_run_finished_at: string | null
}

export async function readiness(): Promise<Readiness> {
  const [work, redis] = await Promise.all([readWork(), pingRedis()])
  const checks: Readiness['checks'] = [
    { name: 'postgres', ok: work !== null, detail: work ? 'answers' : 'does not answer' },
    { name: 'redis', ok: redis, detail: redis ? 'answers' : 'does not answer; runs are stored and will be sent later' },
  ]
  if (work) {
    const isStuck = work.waitsMs > stuckAfterMs && work.sinceFinishMs > stuckAfterMs
    checks.push({
      name: 'work',
      ok: !isStuck,
      detail: isStuck
        ? `the oldest queued run waits for ${Math.round(work.waitsMs / 1000)} s and none has ended meanwhile: look at the inference worker`
        : `${work.queued} queued`,
    })
  }
  return {
    ready: checks.every((check) => check.ok),
    checks,
    last_run_finished_at: work?.finishedAt?.toISOString() ?? null,
  }
}

type Work = { queued: number; waitsMs: number; sinceFinishMs: number; finishedAt: Date | null }

async function readWork(): Promise<Work | null> {
  try {
    return await withSystem('read how the work goes', async (tx) => {
      const [row] = await tx.$queryRaw<Work[]>`
        SELECT (SELECT count(*)::int FROM (SELECT 1 FROM run WHERE status = 'queued' LIMIT 100000) q) AS queued,
          COALESCE((SELECT extract(epoch FROM now() - min(created_at)) * 1000 FROM run WHERE status = 'queued'), 0)::float AS "waitsMs",
          COALESCE(extract(epoch FROM now() - f.at) * 1000, 1e12)::float AS "sinceFinishMs", f.at AS "finishedAt"
        FROM (SELECT max(finished_at) AS at FROM run) f`
      return row ?? null
    })
  } catch {
    return null
  }
}

function pingRedis(): Promise<boolean> {
  return within(redisTimeoutMs, conveyor().ping()).then(
    () => true,
    () => false,
  )
}
