// A request for a run -> the template version it names and the input its pack accepts. Shared by create and validate: same checks, same answers.
import { AppError } from '@guildhall/contracts/errors'
import type { CreateRunInput, Language } from '@guildhall/contracts/run'
import type { Tx } from '@guildhall/db/client'
import { parseInput } from '../parse.ts'
import { taskOf } from '../template/task.ts'
import { findTemplate } from '../template/view.ts'

export type RunRequest = {
  template: { id: string; slug: string; version: number; digest: string }
  vertical: string
  input: unknown
  languages: Language[]
}

/** Throws not_found, template_not_published, input_invalid or input_out_of_range; the location of a wrong field begins with body.input. */
export async function readRequest(tx: Tx, tenantId: string, request: CreateRunInput): Promise<RunRequest> {
  const template = await findTemplate(tx, tenantId, request.template)
  const number = request.version ?? template.liveVersion
  const version =
    number === null
      ? null
      : await tx.templateVersion.findFirst({
          where: { tenantId, templateId: template.id, number, publishedAt: { not: null } },
          select: { number: true, digest: true },
        })
  if (!version) {
    throw new AppError('template_not_published', {
      public:
        number === null
          ? `Template ${template.slug} has no published version. Publish one, then call again`
          : `Template ${template.slug} has no published version ${number}`,
      errors: [{ location: 'body.version', message: 'is not published', fix: 'Leave it out to use the live version' }],
    })
  }
  return {
    template: { id: template.id, slug: template.slug, version: version.number, digest: version.digest },
    vertical: template.vertical,
    input: parseInput(taskOf(template).input, request.input, 'body.input'),
    languages: [...new Set(request.language ?? (['en', 'zh-CN'] as const))],
  }
}
