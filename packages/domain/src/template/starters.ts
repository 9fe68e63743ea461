// The templates every new tenant begins with: one per task of every pack, published as version 1, so that the first call works.
import { newId } from '@guildhall/contracts/ids'
import type { Tx } from '@guildhall/db/client'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { fingerprintOf } from '../idempotency.ts'

export async function writeStarters(tx: Tx, tenantId: string, publishedBy: string): Promise<void> {
  for (const vertical of verticals) {
    for (const task of vertical.tasks) {
      const known = await tx.template.findFirst({ where: { tenantId, slug: task.starter } })
      if (known) continue
      const templateId = newId('template')
      await tx.template.create({
        data: {
          id: templateId,
          tenantId,
          slug: task.starter,
          name: task.title.en,
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
          content: z.json().parse(task.defaultContent) ?? {},
          digest: fingerprintOf(task.defaultContent),
          publishedAt: new Date(),
          publishedBy,
        },
      })
    }
  }
}
