// Runs the golden cases of a draft or of a version: one run each in the batch lane, answered by that very document.

import { AppError, toProblem } from '@guildhall/contracts/errors'
import {
  type Golden,
  type GoldenReport,
  goldenReport,
  goldenReportInput,
  runGoldensInput,
} from '@guildhall/contracts/golden'
import { newId } from '@guildhall/contracts/ids'
import type { Language } from '@guildhall/contracts/run'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import type { Sent } from '../outbox/send.ts'
import { refuseFullQueue } from '../run/queue-room.ts'
import { type RequestedInput, readInput, type TemplateRequest } from '../run/request.ts'
import { findVersion } from '../template/channels.ts'
import { behaviourOf, digestOf, documentOf } from '../template/document.ts'
import { draftNumber, readDraft, type TemplateRow } from '../template/draft.ts'
import { draftRequest, insertDraftRuns } from '../template/draft-run.ts'
import { keepSnapshot } from '../template/snapshot.ts'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { refuseSwitchedOff } from '../vertical/switched.ts'
import { goldenDigest, standingsOf, withoutAnswer } from './standing.ts'

export const runGoldens = defineVerb({
  name: 'golden.run',
  // It changes nothing but answers: who publishes may run them without writing.
  scope: 'runs:write',
  input: runGoldensInput,
  output: goldenReport,
  run: async ({ actor, tx, sendAll, note }, { id, version, only }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await refuseSwitchedOff(tx, actor.tenantId, row.vertical)
    const document = await documentAt(tx, row, version)
    const unknown = only?.find((slug) => !document.goldens.some((golden) => golden.slug === slug))
    if (unknown !== undefined)
      throw new AppError('not_found', { public: `Template ${row.slug} has no golden case ${unknown}` })
    const goldens = document.goldens.filter((golden) => only?.includes(golden.slug) ?? true)
    const digest = await keepSnapshot(tx, { tenantId: row.tenantId, templateId: row.id, by: actor.name, document })
    await refuseFullQueue()
    // Two who ask at once: the second one's answers count.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`goldens ${row.id}`}, 0))`
    sendAll(await ask(tx, { row, document, digest, by: actor }, goldens))
    note({ subject: row.id, detail: { digest, cases: goldens.length } })
    return reportOf(tx, { row, document, version, digest })
  },
})

export const getGoldenReport = defineVerb({
  name: 'golden.report',
  scope: 'templates:read',
  isRead: true,
  input: goldenReportInput,
  output: goldenReport,
  run: async ({ actor, tx }, { id, version }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    return reportOf(tx, { row, document: await documentAt(tx, row, version), version })
  },
})

type By = { tenantId: string; name: string; requestId: string }
type Asking = { row: TemplateRow; document: TemplateDocument; digest: string; by: By }
type Read = { golden: Golden; input: RequestedInput } | { golden: Golden; refused: string }

/** Some queries for all of them, however many. Their former results go: a standing is that of the newest answer. */
async function ask(tx: Tx, { row, document, digest, by }: Asking, goldens: readonly Golden[]): Promise<Sent[]> {
  const request = draftRequest({ row, document, digest })
  const read = goldens.map((golden) => readCase({ row, document, digest, by }, { golden, request }))
  const runs = read.flatMap((one) => ('input' in one ? [{ ...one.input, patch: one.golden.content }] : []))
  const { rows, sent } = await insertDraftRuns(tx, { by, request, purpose: 'golden', languages: bothLanguages, runs })
  const ids = rows.map((one) => one.id)
  const at = { tenantId: row.tenantId, templateId: row.id, behaviour: behaviourOf(document) }
  await forget(tx, { ...at, slugs: goldens.map((golden) => golden.slug) })
  await tx.goldenResult.createMany({
    data: read.map(({ golden, ...rest }) => ({
      ...at,
      id: newId('goldenResult'),
      slug: golden.slug,
      digest: goldenDigest(golden),
      expect: json(golden.expect),
      ...('refused' in rest
        ? { state: 'failed', problems: json([withoutAnswer(`Refused: ${rest.refused}`)]), finishedAt: new Date() }
        : { state: 'pending', runId: ids.shift() ?? null }),
    })),
  })
  return sent
}

// Expectations may read both texts, whatever the template writes by itself.
const bothLanguages: Language[] = ['en', 'zh-CN']

/** An input that the draft refuses is an answer too: the case fails with what is wrong. */
function readCase(
  { row, document, digest }: Asking,
  { golden, request }: { golden: Golden; request: TemplateRequest },
): Read {
  try {
    const own = golden.content ? draftRequest({ row, document, digest, patch: golden.content }) : request
    return { golden, input: readInput(own, golden.input) }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'bug') throw error
    return { golden, refused: toProblem(error, { instance: null, requestId: null }).detail }
  }
}

type Forgetting = { tenantId: string; templateId: string; behaviour: string; slugs: string[] }
const keptDays = 30

async function forget(tx: Tx, { tenantId, templateId, behaviour, slugs }: Forgetting): Promise<void> {
  await tx.goldenResult.deleteMany({ where: { tenantId, templateId, behaviour, slug: { in: slugs } } })
  await tx.$executeRaw`
    DELETE FROM golden_result WHERE tenant_id = ${tenantId} AND template_id = ${templateId} AND behaviour <> ${behaviour}
      AND created_at < now() - make_interval(days => ${keptDays})`
}

const json = (value: unknown) => z.json().parse(value) ?? {}

async function documentAt(tx: Tx, row: TemplateRow, version: number | undefined): Promise<TemplateDocument> {
  if (version === undefined || version === draftNumber) return (await readDraft(tx, row)).document
  return documentOf(await findVersion(tx, row, version), row)
}

type Reporting = { row: TemplateRow; document: TemplateDocument; version: number | undefined; digest?: string }

async function reportOf(tx: Tx, { row, document, version, digest }: Reporting): Promise<GoldenReport> {
  const cases = await standingsOf(tx, { row, document })
  const count = (state: string) => cases.filter((one) => one.state === state).length
  const counts = {
    not_run: count('not_run'),
    pending: count('pending'),
    passed: count('passed'),
    failed: count('failed'),
  }
  return {
    object: 'golden_report',
    template: row.slug,
    version: version ?? draftNumber,
    digest: digest ?? digestOf(document),
    counts,
    is_passed: counts.passed === cases.length,
    cases,
  }
}
