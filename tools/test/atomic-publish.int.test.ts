// No run ever sees half a version: publishers, editors, rollbacks and creators at once, and every run is answered by one whole document.
import { claimRuns } from '@guildhall/domain/run/claim'
import { createRun } from '@guildhall/domain/run/create'
import { type LoadedRun, loadRuns } from '@guildhall/domain/run/load'
import { rollbackTemplate } from '@guildhall/domain/template/channels'
import { createTemplate } from '@guildhall/domain/template/create'
import { digestOf, newDocument } from '@guildhall/domain/template/document'
import { getDraft } from '@guildhall/domain/template/draft'
import { previewTemplate } from '@guildhall/domain/template/preview'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { saveDraft } from '@guildhall/domain/template/save-draft'
import { getTemplateVersion } from '@guildhall/domain/template/versions'
import { findTask } from '@guildhall/verticals/registry'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { plain } from './lender.ts'
import { openWorld, type World } from './world.ts'

const urls = { databaseUrl: inject('databaseUrl'), ownerUrl: inject('ownerUrl'), redisUrl: inject('redisUrl') }
const starter = { vertical: 'finance', task: 'risk_note', slug: 'consumer-risk-note' }
const content = Object(findTask('finance', 'risk_note')?.starters[0].content)
let world: World

beforeAll(async () => {
  world = await openWorld(urls)
})
afterAll(() => world.close())

/** The same mark in three places of the content and one of the settings: a mixture of two versions shows. */
const marked = (mark: number) => ({
  content: {
    ...content,
    lgd: mark / 1000,
    rules: content.rules.map((rule: object, at: number) => (at === 0 ? { ...rule, limit: mark / 1000 } : rule)),
    approver: { ...content.approver, approve: `role ${mark}` },
  },
  settings: {
    model: { binding: 'champion' },
    generation: { mode: 'deterministic' },
    output: { languages: ['en'] },
    limits: { deadline_s: 100 + mark, max_text_chars: null },
  },
  goldens: [],
})

/** Throws where the places do not say the same. */
function markOf({ content: loaded, settings, deadlineAt, createdAt }: LoadedRun & { deadlineAt?: Date }): number {
  const { lgd, rules, approver } = Object(loaded)
  const mark = Math.round(lgd * 1000)
  expect([Math.round(rules[0].limit * 1000), approver.approve]).toEqual([mark, `role ${mark}`])
  expect(settings.limits.deadline_s).toBe(100 + mark)
  if (deadlineAt) expect(Math.round((deadlineAt.getTime() - createdAt.getTime()) / 1000)).toBe(100 + mark)
  return mark
}

async function publishMark(template: string, mark: number): Promise<void> {
  const { digest } = await getDraft.call(world.actor, { id: template })
  const saved = await saveDraft.call(world.actor, { id: template, digest, ...marked(mark) })
  await publishTemplate.call(world.actor, { id: template, digest: saved.digest })
}

const isRefusal = (error: unknown) => ['conflict', 'goldens_failing'].includes(Object(error).code)

/** Two at once is refused for one of them, which is what the digest is for. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isRefusal(error)) throw error
  })
}

test('property: whatever is published, rolled back and asked for at once, every run has one whole version', async () => {
  let tries = 0
  const step = fc.oneof(
    fc.record({ kind: fc.constant('publish' as const), mark: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ kind: fc.constant('rollback' as const), to: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('preview' as const), mark: fc.integer({ min: 401, max: 800 }) }),
    fc.constant({ kind: 'run' as const }),
    fc.constant({ kind: 'run' as const }),
  )
  const check = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
    const { slug } = await createTemplate.call(world.actor, { name: `Atomic ${tries++}`, starter })
    await publishMark(slug, 1)
    const ids: string[] = []
    const previews = new Map<string, number>()
    await Promise.all(
      steps.map(async (one) => {
        if (one.kind === 'publish') return unlessRefused(publishMark(slug, one.mark))
        if (one.kind === 'rollback')
          return unlessRefused(
            rollbackTemplate.call(world.actor, { id: slug, version: one.to }).catch((error: unknown) => {
              // A version that is not there yet.
              if (Object(error).code !== 'not_found') throw error
            }),
          )
        if (one.kind === 'preview') {
          const run = await previewTemplate.call(world.actor, { id: slug, input: plain, ...pick(marked(one.mark)) })
          previews.set(run.id, one.mark)
          return undefined
        }
        const run = await createRun.call(world.actor, { template: slug, input: plain })
        ids.push(run.id)
        const version = await getTemplateVersion.call(world.actor, { id: slug, version: run.template.version })
        expect(version.digest).toBe(run.template.digest)
        return undefined
      }),
    )
    const all = [...ids, ...previews.keys()]
    const loaded = await loadRuns(await claimRuns(all))
    expect(loaded).toHaveLength(all.length)
    for (const run of loaded) {
      const mark = markOf(run)
      const expected = previews.get(run.id)
      if (expected === undefined) {
        const parts = marked(mark)
        expect(digestOf(newDocument(starter, Object(parts)))).toBe(run.template.digest)
      } else expect(mark).toBe(expected)
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), check), { numRuns: 6 })
}, 300_000)

/** A preview takes no golden cases. */
function pick({ content: tried, settings }: ReturnType<typeof marked>) {
  return { content: tried, settings }
}
