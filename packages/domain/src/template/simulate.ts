// What a changed content would have decided on runs that were: the model's word as it was stored, rules and cut-offs worked out again.
// Both sides are worked out, the live version's and the draft's, so that only the change shows.
import { AppError } from '@guildhall/contracts/errors'
import { type Simulation, simulateInput, simulation } from '@guildhall/contracts/template'
import type { Tx } from '@guildhall/db/client'
import type { Redecided, Task } from '@guildhall/verticals/kit/vertical'
import { findBatch } from '../batch/view.ts'
import { realRun } from '../run/purpose.ts'
import { readTemplate } from '../run/request.ts'
import { defineVerb } from '../verb.ts'
import { checkContent } from './check.ts'
import { readDraft } from './draft.ts'
import { taskOf } from './task.ts'
import { findTemplate } from './view.ts'

const maxMoved = 100
const maxBatchRuns = 10_000

export const simulateTemplate = defineVerb({
  name: 'template.simulate',
  scope: 'templates:write',
  isRead: true,
  input: simulateInput,
  output: simulation,
  run: async ({ actor, tx }, { id, content, last, batch }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    const task = taskOf(row)
    const tried = checkContent(row, content ?? (await readDraft(tx, row)).document.content)
    const live = await readTemplate(tx, actor.tenantId, { template: row.id })
    const runs = await runsOf(tx, { tenantId: actor.tenantId, templateId: row.id, last, batch })
    const compared = runs.map(({ id: run, ...stored }) => ({
      run,
      before: task.redecide(stored, live.content),
      after: task.redecide(stored, tried),
    }))
    return summary(compared, task)
  },
})

type Wanted = { tenantId: string; templateId: string; last: number; batch: string | undefined }

async function runsOf(tx: Tx, { tenantId, templateId, last, batch }: Wanted) {
  if (batch) await findBatch(tx, tenantId, batch)
  const rows = await tx.run.findMany({
    where: { tenantId, templateId, status: 'succeeded', ...realRun, ...(batch ? { batchId: batch } : {}) },
    orderBy: { id: 'desc' },
    take: batch ? maxBatchRuns : last,
    select: { id: true, input: true, result: { select: { output: true } } },
  })
  return rows.map((row) => ({ id: row.id, input: row.input, output: row.result?.output }))
}

type Compared = { run: string; before: Redecided | null; after: Redecided | null }
type Judged = { run: string; before: Redecided; after: Redecided }

function summary(compared: readonly Compared[], task: Task): Simulation {
  const judged = compared.filter((one): one is Judged => one.before !== null && one.after !== null)
  if (compared.length > 0 && judged.length === 0)
    throw new AppError('conflict', { public: `Runs of ${task.slug} hold no decision that could be simulated` })
  const flipped = judged.filter((one) => one.before.decision !== one.after.decision)
  return {
    object: 'simulation',
    runs: judged.length,
    skipped: compared.length - judged.length,
    flips: flipped.length,
    decisions: counts(judged, (one) => one.decision),
    bands: counts(judged, (one) => one.band),
    losses: lossesOf(judged),
    moved: flipped.slice(0, maxMoved).map(({ run, before, after }) => ({
      run,
      subject: after.subject,
      from: before.decision,
      to: after.decision,
      because: after.because,
      score: after.score,
      band: after.band,
    })),
  }
}

function counts(judged: readonly Judged[], read: (one: Redecided) => string): Simulation['decisions'] {
  const names = [...new Set(judged.flatMap((one) => [read(one.before), read(one.after)]))].sort()
  const count = (side: 'before' | 'after', name: string) => judged.filter((one) => read(one[side]) === name).length
  return names.map((name) => ({ name, before: count('before', name), after: count('after', name) }))
}

/** Of what is not declined: a loan that is not made loses nothing. */
function lossesOf(judged: readonly Judged[]): Simulation['losses'] {
  const currencies = [...new Set(judged.map((one) => one.after.currency).filter((one) => one !== ''))].sort()
  const sum = (side: 'before' | 'after', currency: string) =>
    judged
      .map((one) => one[side])
      .filter((one) => one.currency === currency && one.decision !== 'decline')
      .reduce((total, one) => total + one.loss, 0)
  return currencies.map((currency) => ({
    currency,
    before: Math.round(sum('before', currency) * 100) / 100,
    after: Math.round(sum('after', currency) * 100) / 100,
  }))
}
