// Room 4. "What if": other inputs that a pack wants the same model to answer, for the whole group in as few tensors as they fill.
import { logger } from '@guildhall/runtime/log'
import type { Probed as Answer } from '@guildhall/verticals/kit/vertical'
import { isServed } from './infer.ts'
import { type Failed, fail, type Inferred, runFacts } from './job.ts'
import type { SessionPool } from './session-pool.ts'

export type Probed = Inferred & { probed: readonly Answer[] }
type Asked = { job: Inferred; inputs: readonly unknown[]; features: unknown[] }

const maxRows = 4096

export async function probe(
  pool: SessionPool,
  jobs: readonly Inferred[],
): Promise<{ probed: Probed[]; failed: Failed[] }> {
  const failed: Failed[] = []
  const asked: Asked[] = []
  for (const job of jobs) {
    try {
      asked.push(ask(job))
    } catch (error) {
      logger().error({ err: error, run: job.run.id, room: 'probe' }, 'a room refused the run')
      failed.push(fail(job.run, error))
    }
  }
  const probed: Probed[] = []
  for (const group of groupsOf(asked)) {
    try {
      probed.push(...(await answer(pool, group)))
    } catch (error) {
      logger().error({ err: error, runs: group.length }, 'probing failed')
      failed.push(...group.map(({ job }) => fail(job.run, error)))
    }
  }
  return { probed, failed }
}

function ask(job: Inferred): Asked {
  const { task, input, content, features, prediction, records } = job
  const inputs = task.probes({ input, content, features, prediction, card: job.champion?.card ?? null })
  const run = runFacts(job)
  return {
    job,
    inputs,
    features: inputs.map((one) => task.features({ input: one, content, records, asOf: run.asOf, run })),
  }
}

/** Runs of one model, as many together as fill a tensor. */
function groupsOf(asked: readonly Asked[]): Asked[][] {
  const byModel = new Map<string, Asked[][]>()
  for (const one of asked) {
    const model = one.job.champion?.sha256 ?? ''
    const groups = byModel.get(model) ?? []
    byModel.set(model, groups)
    const last = groups.at(-1)
    const rows = last?.reduce((sum, other) => sum + other.inputs.length, 0) ?? maxRows
    if (last && rows + one.inputs.length <= maxRows) last.push(one)
    else groups.push([one])
  }
  return [...byModel.values()].flat()
}

async function answer(pool: SessionPool, group: readonly Asked[]): Promise<Probed[]> {
  const startedAt = performance.now()
  const features = group.flatMap((one) => one.features)
  const predictions = features.length === 0 ? [] : await predict(pool, group, features)
  const probeMs = performance.now() - startedAt
  let from = 0
  return group.map(({ job, inputs, features: own }) => {
    const probed = inputs.map((input, at) => ({ input, features: own[at], prediction: predictions[from + at] }))
    from += inputs.length
    return { ...job, probed, rooms: { ...job.rooms, probe: probeMs } }
  })
}

async function predict(pool: SessionPool, [first]: readonly Asked[], features: readonly unknown[]): Promise<unknown[]> {
  if (!first) return []
  if (!isServed(first.job)) {
    const { model } = first.job.task
    return features.map((own) => model?.withoutModel?.(own) ?? null)
  }
  const { champion, task, run } = first.job
  const source = { sha256: champion.sha256, bytes: () => pool.artifacts(run.tenantId, champion.sha256) }
  const outputs = await pool.infer(source, task.model.encode(features, champion.card))
  return task.model.decode(outputs, features.length, champion.card, features)
}
