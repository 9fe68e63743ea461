// Snapshots: every document a draft has been, by its digest. Golden, impact and preview runs name one, so a draft that goes on meanwhile
// changes nothing under them; and a save that comes too late finds what it was made on.
import { newId } from '@guildhall/contracts/ids'
import { type TemplateDocument, templateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { digestOf } from './document.ts'

type Keeping = { tenantId: string; templateId: string; by: string; document: TemplateDocument }

/** Returns the digest. The same document is kept once. */
export async function keepSnapshot(tx: Tx, { tenantId, templateId, by, document }: Keeping): Promise<string> {
  const digest = digestOf(document)
  await tx.templateSnapshot.createMany({
    data: [
      {
        id: newId('templateSnapshot'),
        tenantId,
        templateId,
        digest,
        document: z.json().parse(document) ?? {},
        createdBy: by,
      },
    ],
    skipDuplicates: true,
  })
  return digest
}

/** null where it was never kept, or is too old. */
export async function readSnapshot(
  tx: Tx,
  { tenantId, templateId, digest }: { tenantId: string; templateId: string; digest: string },
): Promise<TemplateDocument | null> {
  const row = await tx.templateSnapshot.findFirst({ where: { tenantId, templateId, digest } })
  return row ? templateDocument.parse(row.document) : null
}

const kept = 100
const keptHours = 1

/** Forgets what is old, not among the newest hundred, and neither the draft, nor waited for by a run, nor named by an impact. */
export async function forgetSnapshots(tx: Tx, { tenantId, templateId }: { tenantId: string; templateId: string }) {
  await tx.$executeRaw`
    DELETE FROM template_snapshot s WHERE s.tenant_id = ${tenantId} AND s.template_id = ${templateId}
      AND s.created_at < now() - make_interval(hours => ${keptHours})
      AND s.digest NOT IN (
        SELECT digest FROM template_snapshot WHERE template_id = ${templateId} ORDER BY created_at DESC LIMIT ${kept})
      AND NOT EXISTS (SELECT 1 FROM template_version v WHERE v.template_id = s.template_id AND v.digest = s.digest)
      AND NOT EXISTS (SELECT 1 FROM impact i WHERE i.template_id = s.template_id AND s.digest IN (i.digest, i.base_digest))
      AND NOT EXISTS (SELECT 1 FROM run r WHERE r.template_id = s.template_id AND r.template_digest = s.digest
        AND r.purpose <> 'run' AND r.status IN ('queued', 'running'))`
}
