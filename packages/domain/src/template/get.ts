// One template with its live version and the JSON Schema of its input.
import { getTemplateInput, templateDetail } from '@guildhall/contracts/template'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { settingsOf } from './document.ts'
import { taskOf } from './task.ts'
import { findTemplate, templateView } from './view.ts'

export const getTemplate = defineVerb({
  name: 'template.get',
  scope: 'templates:read',
  isRead: true,
  input: getTemplateInput,
  output: templateDetail,
  run: async ({ actor, tx }, input) => detailOf(tx, await findTemplate(tx, actor.tenantId, input.id)),
})

export async function detailOf(tx: Tx, row: Awaited<ReturnType<typeof findTemplate>>) {
  const version =
    row.liveVersion === null
      ? null
      : await tx.templateVersion.findFirst({
          where: { tenantId: row.tenantId, templateId: row.id, number: row.liveVersion },
        })
  return {
    ...templateView(row),
    live: version && {
      version: version.number,
      digest: version.digest,
      published_at: version.publishedAt?.toISOString() ?? null,
      content: z.record(z.string(), z.unknown()).parse(version.content),
      settings: settingsOf(version.settings),
    },
    input_schema: inputSchemaOf(row),
  }
}

export function inputSchemaOf(row: { vertical: string; task: string }) {
  return z.toJSONSchema(taskOf(row).input, { io: 'input', unrepresentable: 'any' })
}
