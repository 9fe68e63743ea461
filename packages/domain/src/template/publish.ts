// Publish the draft: an immutable version with the next number, live at once or for a share of callers. Runs that were asked for before keep
// the version they named. Through failing golden cases it takes a reason and a second member.
import { AppError } from '@guildhall/contracts/errors'
import { type PublishRequest, published, publishTemplateInput } from '@guildhall/contracts/template'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { type Failing, failingOf } from '../golden/standing.ts'
import { actorNames } from '../member/names.ts'
import { personOf } from '../member/person.ts'
import { defineVerb } from '../verb.ts'
import { addVersion, type Channel, columnsOf } from './add-version.ts'
import { checkDocument } from './check.ts'
import { draftNumber, type HeldDraft, lockDraft, readDraft, type TemplateRow } from './draft.ts'
import { detailOf } from './get.ts'
import { findTemplate } from './view.ts'

const defaultShare = 0.1

export const publishTemplate = defineVerb({
  name: 'template.publish',
  scope: 'templates:publish',
  input: publishTemplateInput,
  output: published,
  run: async ({ actor, tx, note }, { id, digest, channel, share, reason }) => {
    const row = await findTemplate(tx, actor.tenantId, id)
    await lockDraft(tx, row)
    const draft = await readDraft(tx, row)
    await refuseUnfit(tx, { row, draft, digest, by: actor.name })
    const failing = await failingOf(tx, { row, document: draft.document })
    const detail = { before: draft.liveDigest, after: draft.digest, channel }
    const override = await overrideOf(tx, { draft, failing, reason, by: actor.name })
    if (override?.step === 'requested') {
      note({ subject: row.id, detail: { ...detail, step: 'requested', failing: override.request.failing, reason } })
      const nameOf = await actorNames(tx, row.tenantId, [actor.name])
      const request = { ...override.request, by: nameOf(actor.name) }
      return { ...(await detailOf(tx, row)), state: 'requested' as const, request }
    }
    const to: Channel = channel === 'canary' ? { name: 'canary', share: share ?? defaultShare } : { name: 'stable' }
    const live = await addVersion(tx, {
      row,
      columns: { ...columnsOf(draft.document, draft.digest), ...(override ? { overridden: override.request } : {}) },
      by: actor.name,
      channel: to,
    })
    // After a canary the draft stays: who goes on goes on from what the canary says.
    if (to.name === 'stable')
      await tx.templateVersion.deleteMany({
        where: { tenantId: row.tenantId, templateId: row.id, number: draftNumber },
      })
    const number = to.name === 'stable' ? live.liveVersion : live.canaryVersion
    note({
      subject: row.id,
      detail: {
        ...detail,
        version: number,
        ...(override ? { step: 'approved', reason, request: override.request } : {}),
      },
    })
    return { ...(await detailOf(tx, live)), state: 'published' as const, request: null }
  },
})

type Fitness = { row: TemplateRow; draft: HeldDraft; digest: string; by: string }

async function refuseUnfit(tx: Tx, { row, draft, digest, by }: Fitness): Promise<void> {
  if (row.archivedAt)
    throw new AppError('conflict', { public: `Template ${row.slug} is archived. Unarchive it, then publish` })
  if (draft.digest !== digest)
    throw new AppError('conflict', {
      public: 'The draft is another one than you looked at. Load it again, look, then publish',
    })
  if (draft.digest === draft.liveDigest)
    throw new AppError('conflict', {
      public: 'The draft says what the live version says: there is nothing to publish',
    })
  await checkDocument(tx, { tenantId: row.tenantId, document: draft.document })
  const tenant = await tx.tenant.findFirst({ where: { id: row.tenantId }, select: { requireOtherPublisher: true } })
  if (!tenant?.requireOtherPublisher || draft.editedBy === null) return
  const [editor, publisher] = [await personOf(tx, row.tenantId, draft.editedBy), await personOf(tx, row.tenantId, by)]
  if (editor === publisher)
    throw new AppError('forbidden', {
      public: 'Your organisation asks that another member publishes what you edited last',
    })
}

type Overriding = { draft: HeldDraft; failing: readonly Failing[]; reason: string | undefined; by: string }
type Override = { step: 'requested' | 'approved'; request: PublishRequest }

/** null where nothing fails. Throws goldens_failing without a reason, and forbidden for a key: its maker could agree with himself. */
async function overrideOf(tx: Tx, { draft, failing, reason, by }: Overriding): Promise<Override | null> {
  if (failing.length === 0) return null
  if (!reason) throw goldensFailing(failing)
  if (!by.startsWith('user:'))
    throw new AppError('forbidden', {
      public: 'Publishing through failing golden cases takes two members, signed in; a key cannot be one',
    })
  if (draft.request && draft.request.by !== by) return { step: 'approved', request: draft.request }
  const request = {
    by,
    reason,
    at: new Date().toISOString(),
    digest: draft.digest,
    failing: failing.map((one) => one.slug),
  }
  if (draft.id !== null)
    await tx.templateVersion.update({ where: { id: draft.id }, data: { request: z.json().parse(request) ?? {} } })
  return { step: 'requested', request }
}

function goldensFailing(failing: readonly Failing[]): AppError {
  const first = failing.slice(0, 3).map((one) => `${one.slug} (${one.problems[0]?.message ?? one.state})`)
  return new AppError('goldens_failing', {
    public: `${failing.length} golden cases have not passed on this draft: ${first.join('; ')}`.slice(0, 500),
    errors: failing.slice(0, 20).map((one) => ({
      location: `body.goldens.${one.slug}`,
      message: one.problems[0]?.message ?? (one.state === 'pending' ? 'is still running' : 'was not run on this draft'),
      fix:
        one.state === 'failed'
          ? 'Mend the draft or the case; or send a reason, and a second member agrees with one of their own'
          : 'Run the golden cases, then publish',
    })),
    details: { kind: 'goldens_failing', failing },
  })
}
