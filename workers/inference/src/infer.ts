// Room 3. One tensor per model for the whole group, however many tenants share the model.
import type { Champion } from '@guildhall/domain/model/champion'
import { logger } from '@guildhall/runtime/log'
import type { Task } from '@guildhall/verticals/kit/vertical'
import { type Failed, type Featurized, type Inferred, type Job, refuse } from './job.ts'
import { withParts } from './parts.ts'
import type { SessionPool } from './session-pool.ts'

export async function infer(
  pool: SessionPool,
  jobs: readonly Featurized[],
): Promise<{ inferred: Inferred[]; failed: Failed[] }> {
  const served = jobs.filter(isServed)
  const groups = new Map<string, Served<Featurized>[]>()
  for (const job of served) groups.set(job.champion.sha256, [...(groups.get(job.champion.sha256) ?? []), job])
  const answers = await Promise.all([...groups.values()].map((group) => inferGroup(pool, group)))
  return {
    inferred: [...answers.flatMap((one) => one.inferred), ...jobs.filter((job) => !isServed(job)).map(withoutModel)],
    failed: answers.flatMap((one) => one.failed),
  }
}

export type Served<J extends Job> = J & { champion: Champion; task: { model: NonNullable<Task['model']> } }

/** Whether a model answers this run; the others are answered by the pack alone. */
export function isServed<J extends Job>(job: J): job is Served<J> {
  return job.champion !== null && job.task.model !== null
}

function withoutModel(job: Featurized): Inferred {
  const prediction = job.task.model?.withoutModel?.(job.features) ?? null
  return { ...job, prediction, batchSize: 1, inferMs: 0 }
}

async function inferGroup(pool: SessionPool, group: readonly Served<Featurized>[]) {
  const [first] = group
  if (!first) return { inferred: [], failed: [] }
  const { champion, task, run } = first
  const startedAt = performance.now()
  try {
    const { model } = task
    const features = await Promise.all(
      group.map((job) => withParts(pool, { tenantId: job.run.tenantId, champion, model }, job.features)),
    )
    const inputs = model.encode(features, champion.card)
    const source = { sha256: champion.sha256, bytes: () => pool.artifacts(run.tenantId, champion.sha256) }
    const predictions = model.decode(await pool.infer(source, inputs), group.length, champion.card, features)
    const inferMs = performance.now() - startedAt
    const inferred = group.flatMap((job, index) => {
      const prediction = predictions[index]
      // Null is an answer: a model of meaning may have nothing to say of a question.
      return prediction !== undefined
        ? [{ ...job, prediction, batchSize: group.length, inferMs, rooms: { ...job.rooms, infer: inferMs } }]
        : []
    })
    return { inferred, failed: [] }
  } catch (error) {
    logger().error({ err: error, model: champion.name, sha256: champion.sha256 }, 'inference failed')
    const text = `Model ${champion.name} version ${champion.version} could not be run. Retry; if it happens again, send us the request id`
    return { inferred: [], failed: group.map((job) => refuse(job.run, 'unavailable', text)) }
  }
}
