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
import { readInput, type TemplateRequest } from '../run/request.ts'
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
    const asking = { row, document, digest, by: actor, request: draftRequest({ row, document, digest }) }
    for (const golden of goldens) sendAll(await runOne(tx, asking, golden))
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
type Asking = { row: TemplateRow; document: TemplateDocument; digest: string; by: By; request: TemplateRequest }

/** An input that the draft refuses is an answer too: the case fails with what is wrong. */
async function runOne(tx: Tx, { row, document, digest, by, request: plain }: Asking, golden: Golden): Promise<Sent[]> {
  const at = {
    tenantId: row.tenantId,
    templateId: row.id,
    behaviour: behaviourOf(document),
    slug: golden.slug,
  }
  const asked = {
    digest: goldenDigest(golden),
    expect: json(golden.expect),
    problems: [],
    model: null,
    finishedAt: null,
  }
  try {
    const request = golden.content ? draftRequest({ row, document, digest, patch: golden.content }) : plain
    const input = readInput(request, golden.input)
    const { rows, sent } = await insertDraftRuns(tx, {
      by,
      request,
      purpose: 'golden',
      languages: bothLanguages,
      runs: [{ ...input, patch: golden.content }],
    })
    await storeResult(tx, at, { ...asked, runId: rows[0]?.id ?? null, state: 'pending' })
    return sent
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'bug') throw error
    const { detail } = toProblem(error, { instance: null, requestId: null })
    const problems = json([withoutAnswer(`Refused: ${detail}`)])
    await storeResult(tx, at, { ...asked, runId: null, state: 'failed', problems, finishedAt: new Date() })
    return []
  }
}

// Expectations may read both texts, whatever the template writes by itself.
const bothLanguages: Language[] = ['en', 'zh-CN']

type At = { tenantId: string; templateId: string; behaviour: string; slug: string }
type Json = ReturnType<typeof json>
type Stored = {
  digest: string
  expect: Json
  problems: Json
  model: null
  runId: string | null
  state: 'pending' | 'failed'
  finishedAt: Date | null
}

async function storeResult(tx: Tx, { templateId, behaviour, slug, tenantId }: At, stored: Stored): Promise<void> {
  await tx.goldenResult.upsert({
    where: { templateId_behaviour_slug: { templateId, behaviour, slug } },
    create: { id: newId('goldenResult'), tenantId, templateId, behaviour, slug, ...stored },
    update: { ...stored, createdAt: new Date() },
  })
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
