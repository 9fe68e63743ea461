// The published JSON Schema of a template document: of any, or of one task with its content and the inputs of its golden cases spelled out.
import { documentSchemaUrl, templateDocument } from '@guildhall/contracts/template-document'
import { documentJsonSchema, schemaInput } from '@guildhall/contracts/template-version'
import { z } from 'zod'
import { defineVerb } from '../verb.ts'
import { taskOf } from './task.ts'
import { findTemplate } from './view.ts'

export const getDocumentSchema = defineVerb({
  name: 'template.schema',
  scope: 'templates:read',
  isRead: true,
  input: schemaInput,
  output: documentJsonSchema,
  run: async ({ actor, tx }, { id }) => {
    const general = schemaOf(templateDocument)
    if (id === undefined) return { $id: documentSchemaUrl, title: 'Template document', ...general }
    const row = await findTemplate(tx, actor.tenantId, id)
    const task = taskOf(row)
    return {
      $id: documentSchemaUrl.replace('.json', `-${row.vertical}-${row.task}.json`),
      title: task.title.en,
      ...general,
      properties: {
        ...Object(general.properties),
        vertical: { const: row.vertical },
        task: { const: row.task },
        content: without(schemaOf(task.content)),
      },
      $defs: { ...Object(general.$defs), input: without(schemaOf(task.input)) },
    }
  },
})

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) }
}

/** One document names its dialect once. */
function without(schema: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'))
}
