// Room 3. One tensor per model for the whole group, however many tenants share the model.
import { logger } from '@guildhall/runtime/log'
import { type Failed, type Featurized, type Inferred, refuse } from './job.ts'
import type { SessionPool } from './session-pool.ts'

export async function infer(
  pool: SessionPool,
  jobs: readonly Featurized[],
): Promise<{ inferred: Inferred[]; failed: Failed[] }> {
  const groups = new Map<string, Featurized[]>()
  for (const job of jobs) groups.set(job.champion.sha256, [...(groups.get(job.champion.sha256) ?? []), job])
  const answers = await Promise.all([...groups.values()].map((group) => inferGroup(pool, group)))
  return { inferred: answers.flatMap((one) => one.inferred), failed: answers.flatMap((one) => one.failed) }
}

async function inferGroup(pool: SessionPool, group: readonly Featurized[]) {
  const [first] = group
  if (!first) return { inferred: [], failed: [] }
  const { champion, task, run } = first
  const startedAt = performance.now()
  try {
    const inputs = task.model.encode(
      group.map((job) => job.features),
      champion.card,
    )
    const source = { sha256: champion.sha256, bytes: () => pool.artifacts(run.tenantId, champion.sha256) }
    const features = group.map((job) => job.features)
    const predictions = task.model.decode(await pool.infer(source, inputs), group.length, champion.card, features)
    const inferMs = performance.now() - startedAt
    const inferred = group.flatMap((job, index) => {
      const prediction = predictions[index]
      return prediction
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
