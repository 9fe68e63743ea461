// Simulated shoppers for the tests of attribution and experiments: lists served through the real verbs, with an answer in place of a model's.
import type { Actor } from '@guildhall/contracts/actor'
import type { RunObject } from '@guildhall/contracts/run-object'
import { claimRuns } from '@guildhall/domain/run/claim'
import { createRun } from '@guildhall/domain/run/create'
import { settleRuns } from '@guildhall/domain/run/settle'
import { getDraft } from '@guildhall/domain/template/draft'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { saveDraft } from '@guildhall/domain/template/save-draft'

const template = 'recommendations'
const atOnce = 20

type Serving = { input?: Record<string, unknown>; metadata?: Record<string, string>; items?: readonly string[] }

/** One list for each of these requests, in their order. */
export async function serveLists(actor: Actor, requests: readonly Serving[]): Promise<RunObject[]> {
  const runs: RunObject[] = []
  for (let from = 0; from < requests.length; from += atOnce) {
    const group = requests.slice(from, from + atOnce)
    const made = await Promise.all(
      group.map(({ input = {}, metadata }) =>
        createRun.call(actor, { template, input: { scenario: 'home', ...input }, ...(metadata ? { metadata } : {}) }),
      ),
    )
    await answer(
      actor,
      made.map((run, at) => ({ run, items: group[at]?.items ?? ['i1', 'i2'] })),
    )
    runs.push(...made)
  }
  return runs
}

async function answer(actor: Actor, lists: readonly { run: RunObject; items: readonly string[] }[]): Promise<void> {
  await claimRuns(lists.map(({ run }) => run.id))
  await settleRuns(
    lists.map(({ run, items }) => ({
      runId: run.id,
      tenantId: actor.tenantId,
      attempts: 1,
      status: 'succeeded',
      result: {
        output: {
          items: items.map((item_id, at) => ({ item_id, rank: at + 1, score: 1 / (at + 1) })),
          cold_start: { user: false, strategy: null },
          fallback_used: false,
        },
        facts: {},
        text: {},
        verification: { status: 'passed', sentences: 0, claims: 0, failed: 0, mode: 'deterministic' },
        provenance: { model: null },
        usage: { queue_ms: 0, rooms: {}, inference_ms: 0, batch_size: 1, total_ms: 1 },
      },
    })),
  )
}

/** A second version of the template, so that there are two to compare. */
export async function publishSecond(actor: Actor): Promise<void> {
  const draft = await getDraft.call(actor, { id: template })
  const saved = await saveDraft.call(actor, {
    id: template,
    content: { ...draft.content, in_stock_only: false },
    // No worker runs the golden cases here.
    goldens: [],
    digest: draft.digest,
  })
  await publishTemplate.call(actor, { id: template, digest: saved.digest })
}
