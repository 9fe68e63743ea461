// After the results are stored: a share of the runs is also answered by a candidate, unseen. Whatever goes wrong here touches no run.
import { type Shadowed, storeShadows } from '@guildhall/domain/model/shadow'
import { logger } from '@guildhall/runtime/log'
import type { Inferred } from './job.ts'
import { withParts } from './parts.ts'
import type { SessionPool } from './session-pool.ts'

export async function shadow(pool: SessionPool, jobs: readonly Inferred[]): Promise<void> {
  const chosen = jobs.filter((job) => job.run.shadow && isChosen(job.run.id, job.run.shadow.share))
  if (chosen.length === 0) return
  try {
    const answers = await Promise.all(chosen.map((job) => answer(pool, job)))
    await storeShadows(answers.filter((one) => one !== null))
  } catch (error) {
    logger().warn({ err: error, runs: chosen.length }, 'shadows were not stored')
  }
}

async function answer(pool: SessionPool, job: Inferred): Promise<Shadowed | null> {
  const { task, run } = job
  const candidate = run.shadow
  if (!candidate || !task.model) return null
  const startedAt = performance.now()
  const asking = { tenantId: run.tenantId, champion: candidate, model: task.model }
  const features = await withParts(pool, asking, job.features)
  const source = { sha256: candidate.sha256, bytes: () => pool.artifacts(run.tenantId, candidate.sha256) }
  const outputs = await pool.infer(source, task.model.encode([features], candidate.card))
  const [prediction] = task.model.decode(outputs, 1, candidate.card, [features])
  const candidateMs = performance.now() - startedAt
  const { isFlipped, overlap } = task.model.compare(job.prediction, prediction, features)
  return {
    tenantId: run.tenantId,
    modelVersionId: candidate.versionId,
    runId: run.id,
    isFlipped,
    overlap,
    championMs: job.inferMs / job.batchSize,
    candidateMs,
  }
}

/** The last characters of an id are random: a share of them is a share of the runs, and the same run is always in or out. */
function isChosen(runId: string, share: number): boolean {
  return Number.parseInt(Buffer.from(runId.slice(-6)).toString('hex'), 16) % 1000 < share * 1000
}
