// Room 8. The group's results and failures in one transaction per group, only where the claim is still ours.
import { settleRuns } from '@guildhall/domain/run/settle'
import type { Failed } from './job.ts'
import type { Provider } from './session-messages.ts'
import type { Verified } from './verify.ts'

const libraries = { node: process.versions.node, onnxruntime: '1.30.0' }

export async function store(provider: Provider, done: readonly Verified[], failed: readonly Failed[]): Promise<void> {
  const settlements = [...done.map((job) => settlementOf(provider, job)), ...failed]
  if (settlements.length > 0) await settleRuns(settlements)
}

function settlementOf(provider: Provider, job: Verified) {
  const { run, champion, composed, verification } = job
  return {
    runId: run.id,
    tenantId: run.tenantId,
    attempts: run.attempts,
    status: 'succeeded' as const,
    result: {
      output: composed.output,
      facts: composed.facts,
      text: composed.text,
      // Nothing is left out in silence.
      verification: job.cut === 0 ? verification : { ...verification, cut: job.cut },
      provenance: {
        template: run.template,
        model: champion && {
          id: champion.modelId,
          name: champion.name,
          version: champion.version,
          digest: `sha256:${champion.sha256}`,
          provider,
          precision: champion.card.precision,
        },
        input_digest: run.inputDigest,
        seed: run.seed,
        libraries,
      },
      usage: usageOf(job),
    },
  }
}

function usageOf(job: Verified) {
  const rooms = Object.fromEntries(Object.entries(job.rooms).map(([room, ms]) => [room, round(ms)]))
  return {
    queue_ms: round(job.queueMs),
    rooms,
    inference_ms: rooms.infer ?? 0,
    batch_size: job.batchSize,
    total_ms: round(job.queueMs + Date.now() - job.startedAt),
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100
