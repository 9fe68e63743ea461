// The templates every new tenant begins with: the starters of every task, published as version 1, so that the first call works.
import { newId } from '@guildhall/contracts/ids'
import type { Tx } from '@guildhall/db/client'
import type { Starter, Task, Vertical } from '@guildhall/verticals/kit/vertical'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { fingerprintOf } from '../idempotency.ts'

const onByThemselves = verticals.filter((one) => !one.isOffByDefault)

/** Starters that are there stay as they are. */
export async function writeStarters(
  tx: Tx,
  { tenantId, publishedBy, of = onByThemselves }: { tenantId: string; publishedBy: string; of?: readonly Vertical[] },
): Promise<void> {
  for (const vertical of of) {
    for (const task of vertical.tasks)
      for (const starter of task.starters) await writeStarter(tx, { tenantId, publishedBy, vertical, task, starter })
  }
}

type Writing = { tenantId: string; publishedBy: string; vertical: Vertical; task: Task; starter: Starter }

async function writeStarter(tx: Tx, { tenantId, publishedBy, vertical, task, starter }: Writing): Promise<void> {
  if (await tx.template.findFirst({ where: { tenantId, slug: starter.slug } })) return
  const templateId = newId('template')
  await tx.template.create({
    data: {
      id: templateId,
      tenantId,
      slug: starter.slug,
      name: starter.title.en,
      vertical: vertical.slug,
      task: task.slug,
      liveVersion: 1,
    },
  })
  await tx.templateVersion.create({
    data: {
      id: newId('templateVersion'),
      tenantId,
      templateId,
      number: 1,
      content: z.json().parse(starter.content) ?? {},
      digest: fingerprintOf(starter.content),
      publishedAt: new Date(),
      publishedBy,
    },
  })
}
