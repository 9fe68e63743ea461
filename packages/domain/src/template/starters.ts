// The templates every new tenant begins with: one per task of every pack, published as version 1, so that the first call works.
import { createHash } from 'node:crypto'
import { newId } from '@guildhall/contracts/ids'
import type { Tx } from '@guildhall/db/client'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { canonical } from '../idempotency.ts'

/** sha256 over the content's canonical JSON: equal content has an equal digest, wherever it was written. */
function contentDigest(content: unknown): string {
  return `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`
}

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
          digest: contentDigest(task.defaultContent),
          publishedAt: new Date(),
          publishedBy,
        },
      })
    }
  }
}
