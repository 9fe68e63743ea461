// What the training worker does to a training's row: claim it, report on it, end it. Only the claim that is still the latest may write.
import type { Problem } from '@guildhall/contracts/errors'
import type { Gate } from '@guildhall/contracts/gate'
import { newId } from '@guildhall/contracts/ids'
import type { Curves } from '@guildhall/contracts/model'
import type { ModelCard } from '@guildhall/contracts/model-card'
import { type TrainingOptions, trainingLimits, trainingOptions } from '@guildhall/contracts/training'
import { withSystem, withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { ownModel, trainableNamed } from '../model/find.ts'
import { rememberTrained } from './schedule.ts'

/** A worker that is silent this long is taken for dead. */
const leaseMs = 10_000

export type ClaimedTraining = {
  id: string
  tenantId: string
  vertical: string
  task: string
  options: TrainingOptions
  rows: number
  attempts: number
}

/** Null when it was canceled, ended, or is somebody else's. */
export async function claimTraining(id: string): Promise<ClaimedTraining | null> {
  const row = await withSystem('claim a training for a worker', async (tx) => {
    const { count } = await tx.training.updateMany({
      where: { id, status: 'queued' },
      data: {
        status: 'running',
        phase: 'reading',
        startedAt: new Date(),
        leaseUntil: leaseEnd(),
        attempts: { increment: 1 },
      },
    })
    if (count === 0) return null
    await tx.outbox.deleteMany({ where: { rowId: id } })
    return tx.training.findFirst({ where: { id } })
  })
  if (!row) return null
  return { ...row, rows: row.rows ?? 0, options: trainingOptions.parse(row.options) }
}

const leaseEnd = () => new Date(Date.now() + leaseMs)

export type TrainingReport = { phase: string; progress: number; lines: readonly string[] }

/** Keeps the lease and writes progress; false when the training is no longer ours to work at. */
export async function reportTraining(
  { id, tenantId, attempts }: ClaimedTraining,
  report: TrainingReport,
): Promise<boolean> {
  const added = report.lines.map((text) => ({ at: new Date().toISOString(), text: text.slice(0, 500) }))
  const changed = await withTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      UPDATE training SET phase = ${report.phase}, progress = ${report.progress}, lease_until = ${leaseEnd()},
        log = (SELECT COALESCE(jsonb_agg(line ORDER BY at), '[]') FROM (
          SELECT line, at FROM jsonb_array_elements(log || ${JSON.stringify(added)}::jsonb) WITH ORDINALITY AS all_lines(line, at)
          ORDER BY at DESC LIMIT ${trainingLimits.maxLogLines}) AS kept)
      WHERE id = ${id} AND tenant_id = ${tenantId} AND status = 'running' AND attempts = ${attempts}`,
  )
  return changed > 0
}

export type Trained = { card: ModelCard; bytes: Uint8Array; gates: readonly Gate[]; curves: Curves }

/** The candidate, its artifact and the end of the training in one transaction; false when the training was ended meanwhile. */
export function finishTraining(training: ClaimedTraining, trained: Trained): Promise<boolean> {
  const { id, tenantId, vertical, task, attempts } = training
  return withTenant(tenantId, async (tx) => {
    const { count } = await tx.training.updateMany({
      where: { id, tenantId, status: 'running', attempts },
      data: { status: 'succeeded', phase: 'done', progress: 1, finishedAt: new Date(), leaseUntil: null },
    })
    if (count === 0) return false
    const model = await ownModel(tx, tenantId, trainableNamed(`${vertical}.${task}`))
    const sha256 = trained.card.onnx_sha256
    const known = await tx.artifact.findFirst({ where: { tenantId, sha256 }, select: { id: true } })
    if (!known)
      await tx.artifact.create({
        data: { id: newId('artifact'), tenantId, sha256, bytes: Uint8Array.from(trained.bytes) },
      })
    const last = await tx.modelVersion.findFirst({
      where: { modelId: model.id },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const builtin = await tx.modelVersion.findFirst({
      where: { tenantId: null, model: { vertical, task } },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const version = await tx.modelVersion.create({
      data: {
        id: newId('modelVersion'),
        tenantId,
        modelId: model.id,
        // Above the built-in ones, so that a number names one version to a tenant.
        number: Math.max(last?.number ?? 0, builtin?.number ?? 0) + 1,
        state: 'candidate',
        artifactSha256: sha256,
        card: z.json().parse(trained.card) ?? {},
        curves: z.json().parse(trained.curves) ?? {},
        gates: z.json().parse(trained.gates) ?? [],
        trainingId: id,
      },
    })
    await tx.training.update({ where: { id }, data: { modelVersionId: version.id } })
    await rememberTrained(tx, training)
    return true
  })
}

export async function failTraining({ id, tenantId, attempts }: ClaimedTraining, problem: Problem): Promise<void> {
  await withTenant(tenantId, (tx) =>
    tx.training.updateMany({
      where: { id, tenantId, status: 'running', attempts },
      data: { status: 'failed', finishedAt: new Date(), leaseUntil: null, error: z.json().parse(problem) ?? {} },
    }),
  )
}
