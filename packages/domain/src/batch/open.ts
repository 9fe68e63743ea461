// A new batch without rows yet.
import { newId } from '@guildhall/contracts/ids'
import type { Language } from '@guildhall/contracts/run'
import type { Tx } from '@guildhall/db/client'
import type { TemplateRequest } from '../run/request.ts'

type Opening = {
  by: { tenantId: string; name: string; requestId: string }
  request: TemplateRequest
  languages: Language[]
}

export async function openBatch(tx: Tx, { by, request, languages }: Opening) {
  const id = newId('batch')
  await tx.batch.create({
    data: {
      id,
      tenantId: by.tenantId,
      templateId: request.template.id,
      templateVersion: request.template.version,
      languages,
      requestId: by.requestId,
      createdBy: by.name,
    },
  })
  return { id, languages }
}
