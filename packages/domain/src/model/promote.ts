// Makes a version the champion. Through failing gates it takes a reason and a second member; back to an earlier champion it takes one call.
import { AppError } from '@guildhall/contracts/errors'
import { gateSchema, hasFailed } from '@guildhall/contracts/gate'
import { modelIdInput, promoteInput, shadowInput, versionDetail, versionInput } from '@guildhall/contracts/model'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { trainableNamed, versionOf } from './find.ts'
import { versionView } from './view.ts'

const promotion = versionDetail.pick({
  id: true,
  object: true,
  model: true,
  version: true,
  state: true,
  gates: true,
  request: true,
})

/** The first call through failing gates leaves a request; a call by another member, with a reason of their own, promotes. */
export const promoteVersion = defineVerb({
  name: 'model.promote',
  scope: 'models:write',
  input: promoteInput,
  output: promotion,
  run: async ({ actor, tx, note }, { reason, ...input }) => {
    const row = await versionOf(tx, actor.tenantId, input)
    if (row.tenantId === null)
      throw new AppError('conflict', { public: 'This version ships with the product; roll back to it instead' })
    if (row.state === 'champion')
      throw new AppError('conflict', { public: `Version ${row.number} is the champion already` })
    const gates = z.array(gateSchema).parse(row.gates)
    const failed = gates.filter((gate) => gate.verdict === 'fail').map((gate) => gate.measure)
    const subject = `${input.id}@${row.number}`
    if (hasFailed(gates)) {
      // A key is nobody: its maker could agree with himself.
      if (actor.name.startsWith('key:')) throw onlyMembers()
      if (!reason) throw gatesFailing(failed)
      const request = versionView(row, input.id).request
      if (request === null || request.by === actor.name) {
        const own = { by: actor.name, reason, at: new Date().toISOString() }
        const asked = await tx.modelVersion.update({ where: { id: row.id }, data: { request: own } })
        note({ subject, detail: { step: 'requested', failed, reason } })
        return versionView(asked, input.id)
      }
      note({
        subject,
        detail: { step: 'approved', failed, reason, requested_by: request.by, their_reason: request.reason },
      })
    } else note({ subject, detail: { step: 'promoted' } })
    return versionView(await makeChampion(tx, { row, actor: actor.name }), input.id)
  },
})

const onlyMembers = () =>
  new AppError('forbidden', {
    public: 'Promoting through failing gates takes two members, signed in; a key cannot be one',
  })

function gatesFailing(failed: readonly string[]): AppError {
  return new AppError('gates_failing', {
    public: `Gates fail: ${failed.join(', ')}. Promoting nevertheless takes a reason and the agreement of a second member`,
    errors: [
      {
        location: 'body.reason',
        message: 'is missing',
        fix: 'Say why, in ten characters or more; then a second member does the same',
      },
    ],
  })
}

type Row = { id: string; modelId: string; tenantId: string | null }

async function makeChampion(tx: Tx, { row, actor }: { row: Row; actor: string }) {
  // Two promotions at once: the second waits here and finds the first one's champion.
  await tx.$queryRaw`SELECT id FROM model WHERE id = ${row.modelId} FOR UPDATE`
  await tx.modelVersion.updateMany({ where: { modelId: row.modelId, state: 'champion' }, data: { state: 'archived' } })
  // A request is used up: promoted again later, failing gates need two members again.
  await tx.$executeRaw`UPDATE model_version SET request = NULL WHERE id = ${row.id}`
  return tx.modelVersion.update({
    where: { id: row.id },
    data: {
      state: 'champion',
      promotedAt: new Date(),
      promotedBy: actor,
      shadowShare: 0,
    },
  })
}

/** Back to the champion before this one; to the built-in one when there was none. */
export const rollbackModel = defineVerb({
  name: 'model.rollback',
  scope: 'models:write',
  input: modelIdInput,
  output: z.object({ object: z.literal('rollback'), model: z.string(), from: z.int(), to: z.int().nullable() }),
  run: async ({ actor, tx, note }, { id }) => {
    const { vertical, task } = trainableNamed(id)
    const own = await tx.modelVersion.findMany({
      where: { tenantId: actor.tenantId, model: { vertical, task }, promotedAt: { not: null } },
      orderBy: { promotedAt: 'desc' },
      select: { id: true, modelId: true, tenantId: true, number: true, state: true },
    })
    const current = own.find((row) => row.state === 'champion')
    if (!current)
      throw new AppError('conflict', { public: `No version of yours serves ${id}; there is nothing to roll back` })
    const before = own.find((row) => row.id !== current.id)
    await tx.modelVersion.update({ where: { id: current.id }, data: { state: 'archived', promotedAt: null } })
    if (before) await makeChampion(tx, { row: before, actor: actor.name })
    note({ subject: `${id}@${current.number}`, detail: { to: before?.number ?? null } })
    return { object: 'rollback' as const, model: id, from: current.number, to: before?.number ?? null }
  },
})

export const archiveVersion = defineVerb({
  name: 'model.archive',
  scope: 'models:write',
  input: versionInput,
  output: promotion,
  run: async ({ actor, tx, note }, input) => {
    const row = await versionOf(tx, actor.tenantId, input)
    if (row.state !== 'candidate' || row.tenantId === null)
      throw new AppError('conflict', { public: 'Only a candidate of yours can be archived' })
    note({ subject: `${input.id}@${row.number}` })
    const archived = await tx.modelVersion.update({
      where: { id: row.id },
      data: { state: 'archived', shadowShare: 0 },
    })
    return versionView(archived, input.id)
  },
})

/** Lets a candidate answer a share of the real runs, unseen. One candidate of a model at a time. */
export const shadowVersion = defineVerb({
  name: 'model.shadow',
  scope: 'models:write',
  input: shadowInput,
  output: versionDetail.pick({ id: true, object: true, model: true, version: true, shadow_share: true }),
  run: async ({ actor, tx, note }, { share, ...input }) => {
    const row = await versionOf(tx, actor.tenantId, input)
    if (row.state !== 'candidate' || row.tenantId === null)
      throw new AppError('conflict', { public: 'Only a candidate of yours can run in the shadow' })
    await tx.modelVersion.updateMany({ where: { modelId: row.modelId }, data: { shadowShare: 0 } })
    const updated = await tx.modelVersion.update({ where: { id: row.id }, data: { shadowShare: share } })
    note({ subject: `${input.id}@${row.number}`, detail: { share } })
    return versionView(updated, input.id)
  },
})
