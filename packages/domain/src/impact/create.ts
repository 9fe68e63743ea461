// The impact of a draft on the newest real runs: both the live version and the draft answer them anew in the batch lane, so that only the
// change shows, and no newer model or record. Inputs are as they were stored: a changed column mapping is not tried.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { languageSchema } from '@guildhall/contracts/run'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import { createImpactInput, impactObject } from '@guildhall/contracts/template-impact'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import type { Sent } from '../outbox/send.ts'
import { realRun } from '../run/purpose.ts'
import { refuseFullQueue } from '../run/queue-room.ts'
import { findVersion } from '../template/channels.ts'
import { documentOf } from '../template/document.ts'
import { readDraft, type TemplateRow } from '../template/draft.ts'
import { draftRequest, insertDraftRuns } from '../template/draft-run.ts'
import { keepSnapshot } from '../template/snapshot.ts'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { impactViews } from './view.ts'

export const createImpact = defineVerb({
  name: 'impact.create',
  scope: 'templates:write',
  input: createImpactInput,
  output: impactObject,
  run: async ({ actor, tx, sendAll, note }, { id, last, digest }) => {
    await refuseFullQueue()
    const { tenantId } = actor
    const row = await findTemplate(tx, tenantId, id)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`impacts ${row.id}`}, 0))`
    const sides = await sidesOf(tx, row, digest)
    const runs = await realRunsOf(tx, row, last)
    const keep = (document: TemplateDocument) =>
      keepSnapshot(tx, { tenantId, templateId: row.id, by: actor.name, document })
    const [baseDigest, draftDigest] = [await keep(sides.live), await keep(sides.draft)]
    const answering = { row, by: actor, runs, createdAt: new Date() }
    const before = await answerAll(tx, { ...answering, document: sides.live, digest: baseDigest })
    const after = await answerAll(tx, { ...answering, document: sides.draft, digest: draftDigest })
    sendAll([...before.sent, ...after.sent])
    const impact = await tx.impact.create({
      data: {
        id: newId('impact'),
        tenantId,
        templateId: row.id,
        baseVersion: sides.version,
        baseDigest,
        digest: draftDigest,
        runs: runs.length,
        createdBy: actor.name,
      },
    })
    await tx.impactCase.createMany({
      data: runs.map((run, at) => ({
        tenantId,
        impactId: impact.id,
        runId: run.id,
        beforeRunId: before.ids[at] ?? '',
        afterRunId: after.ids[at] ?? '',
      })),
    })
    note({ subject: row.id, detail: { impact: impact.id, runs: runs.length, before: baseDigest, after: draftDigest } })
    return viewOf(tx, tenantId, impact)
  },
})

async function viewOf(tx: Tx, tenantId: string, impact: Parameters<typeof impactViews>[2][number]) {
  const [view] = await impactViews(tx, tenantId, [impact])
  if (!view) throw new AppError('bug', { public: 'The impact was not stored' })
  return view
}

type Sides = { version: number; live: TemplateDocument; draft: TemplateDocument }

async function sidesOf(tx: Tx, row: TemplateRow, digest: string | undefined): Promise<Sides> {
  const running = await tx.impact.findFirst({
    where: { tenantId: row.tenantId, templateId: row.id, finishedAt: null },
    select: { id: true },
  })
  if (running)
    throw new AppError('conflict', {
      public: `An impact of this template is under way: ${running.id}. Wait, or cancel it`,
    })
  const draft = await readDraft(tx, row)
  if (digest !== undefined && digest !== draft.digest)
    throw new AppError('conflict', { public: 'The draft is another one than you looked at. Load it again' })
  if (row.liveVersion === null)
    throw new AppError('conflict', { public: `Template ${row.slug} has no live version to compare with` })
  if (draft.digest === draft.liveDigest)
    throw new AppError('conflict', { public: 'The draft says what the live version says: it has no impact' })
  const live = documentOf(await findVersion(tx, row, row.liveVersion), row)
  return { version: row.liveVersion, live, draft: draft.document }
}

type RealRun = { id: string; input: unknown; languages: string[] }

async function realRunsOf(tx: Tx, row: TemplateRow, last: number): Promise<RealRun[]> {
  const runs = await tx.run.findMany({
    where: { tenantId: row.tenantId, templateId: row.id, status: 'succeeded', ...realRun },
    orderBy: { id: 'desc' },
    take: last,
    select: { id: true, input: true, languages: true },
  })
  if (runs.length === 0)
    throw new AppError('conflict', {
      public: `Template ${row.slug} has answered no run yet: there is nothing to compare`,
    })
  return runs
}

type Answering = {
  row: TemplateRow
  document: TemplateDocument
  digest: string
  by: { tenantId: string; name: string; requestId: string }
  runs: readonly RealRun[]
  /** Of both sides alike, so that a feature which reads the time reads the same. */
  createdAt: Date
}

async function answerAll(tx: Tx, { row, document, digest, by, runs, createdAt }: Answering) {
  const request = draftRequest({ row, document, digest })
  const ids: string[] = []
  const sent: Sent[] = []
  // Runs of one language set are written together.
  const kinds = new Map<string, number[]>()
  for (const [at, run] of runs.entries()) {
    const kind = run.languages.join()
    kinds.set(kind, [...(kinds.get(kind) ?? []), at])
  }
  for (const places of kinds.values()) {
    const asked = places.flatMap((at) => runs[at] ?? [])
    const written = await insertDraftRuns(tx, {
      by,
      request,
      purpose: 'impact',
      languages: (asked[0]?.languages ?? []).map((one) => languageSchema.parse(one)),
      // What was fleeting is gone with the run: where the task cannot answer without it, the case says so.
      runs: asked.map((run) => ({ input: record.parse(run.input), sealed: null, fleeting: null, createdAt })),
    })
    for (const [index, at] of places.entries()) ids[at] = written.rows[index]?.id ?? ''
    sent.push(...written.sent)
  }
  return { ids, sent }
}

const record = z.record(z.string(), z.unknown())
