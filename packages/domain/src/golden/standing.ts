// How each golden case of a document stands: judged from the run that answered it, on the same content and settings. What has ended since it
// was last looked at is judged here and stored, so nothing depends on a worker that lives to the end.
import {
  expectationSchema,
  type Golden,
  type GoldenProblem,
  type GoldenStanding,
  goldenProblem,
  goldenState,
} from '@guildhall/contracts/golden'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { goldenProblems } from '@guildhall/verticals/kit/golden'
import { z } from 'zod'
import { behaviourOf, digestOf } from '../template/document.ts'

type Of = { row: { id: string; tenantId: string }; document: TemplateDocument }

/** In the document's order. */
export async function standingsOf(tx: Tx, { row, document }: Of): Promise<GoldenStanding[]> {
  const where = { tenantId: row.tenantId, templateId: row.id, behaviour: behaviourOf(document) }
  await judgeEnded(tx, where)
  const results = new Map((await tx.goldenResult.findMany({ where })).map((one) => [one.slug, one]))
  return document.goldens.map((golden) => {
    const result = results.get(golden.slug)
    const isOfCase = result?.digest === goldenDigest(golden)
    const { slug, title } = golden
    if (!result || !isOfCase)
      return { slug, title, state: 'not_run', problems: [], run: null, model: null, finished_at: null }
    return {
      slug,
      title,
      state: goldenState.parse(result.state),
      problems: z.array(goldenProblem).parse(result.problems),
      run: result.runId,
      model: result.model,
      finished_at: result.finishedAt?.toISOString() ?? null,
    }
  })
}

export type Failing = Pick<GoldenStanding, 'slug' | 'title' | 'state' | 'problems'>

/** What stands in the way of publishing: cases that failed, are on their way, or were never run on this behaviour. */
export async function failingOf(tx: Tx, of: Of): Promise<Failing[]> {
  const standings = await standingsOf(tx, of)
  return standings
    .filter((one) => one.state !== 'passed')
    .map(({ slug, title, state, problems }) => ({ slug, title, state, problems }))
}

/** What a case asks, whatever it is called. */
export function goldenDigest({ input, content, expect }: Golden): string {
  return digestOf({ input, content: content ?? null, expect })
}

async function judgeEnded(tx: Tx, where: { tenantId: string; templateId: string; behaviour: string }): Promise<void> {
  const pending = await tx.goldenResult.findMany({ where: { ...where, state: 'pending' } })
  if (pending.length === 0) return
  const runs = await tx.run.findMany({
    where: { tenantId: where.tenantId, id: { in: pending.flatMap((one) => one.runId ?? []) } },
    include: { result: true },
  })
  for (const { id, runId, expect } of pending) {
    const run = runs.find((one) => one.id === runId)
    if (run && (run.status === 'queued' || run.status === 'running')) continue
    const problems = run ? problemsOf(run, z.array(expectationSchema).parse(expect)) : [lost]
    await tx.goldenResult.updateMany({
      where: { id, runId },
      data: {
        state: problems.length === 0 ? 'passed' : 'failed',
        problems: z.json().parse(problems) ?? [],
        model: run ? modelOf(run.result?.provenance) : null,
        finishedAt: run?.finishedAt ?? new Date(),
      },
    })
  }
}

type RunRow = { status: string; error: unknown; result: { output: unknown; text: unknown } | null }

function problemsOf(run: RunRow, expect: z.infer<typeof expectationSchema>[]): GoldenProblem[] {
  if (run.result === null) return [withoutAnswer(`The run has ${run.status}. ${detailOf(run.error)}`.trim())]
  return goldenProblems(expect, { ...Object(run.result.output), note: run.result.text })
}

const lost = withoutAnswer('The run that answered it is gone. Run it again')

/** A case that never came to an answer: its input was refused, or its run failed. */
export function withoutAnswer(message: string): GoldenProblem {
  return { path: '', message, expected: null, actual: null }
}

function detailOf(error: unknown): string {
  const parsed = z.object({ detail: z.string() }).safeParse(error)
  return parsed.success ? parsed.data.detail : ''
}

function modelOf(provenance: unknown): string | null {
  const parsed = z.object({ model: z.object({ name: z.string(), version: z.int() }) }).safeParse(provenance)
  return parsed.success ? `${parsed.data.model.name} v${parsed.data.model.version}` : null
}
