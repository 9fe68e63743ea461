// A request for a run -> the template version it names and the input its pack accepts. Shared by create, validate and batches: same checks,
// same answers.
import { AppError } from '@guildhall/contracts/errors'
import type { Language } from '@guildhall/contracts/run'
import type { TemplateSettings } from '@guildhall/contracts/template-document'
import type { Sql } from '@guildhall/db/sql'
import type { Task } from '@guildhall/verticals/kit/vertical'
import { z } from 'zod'
import { type Chosen, chooseByExperiment } from '../experiment/choose.ts'
import { parseInput } from '../parse.ts'
import { contentsOf, parseContent } from '../template/content.ts'
import { settingsOf } from '../template/document.ts'
import { taskOf } from '../template/task.ts'
import { refuseSwitchedOff } from '../vertical/switched.ts'
import { readAnswering } from './answering.ts'
import { chooseVersion, type VersionRequest } from './version.ts'

export type TemplateRequest = {
  template: { id: string; slug: string; version: number; digest: string }
  vertical: string
  /** What chose the version, where an experiment did. */
  experiment: Chosen | null
  task: Task
  content: unknown
  settings: TemplateSettings
}
/** `input` is what is stored: in the task's own names, without what is sealed or fleeting. */
export type RequestedInput = {
  input: Record<string, unknown>
  sealed: Record<string, unknown> | null
  fleeting: Record<string, unknown> | null
}

/** Throws not_found, vertical_off, template_not_published, and conflict for an archived template. */
export async function readTemplate(
  tx: Sql,
  tenantId: string,
  request: { template: string; input?: unknown } & VersionRequest,
): Promise<TemplateRequest> {
  const template = await readAnswering(tx, tenantId, request)
  await refuseSwitchedOff(tx, tenantId, template.vertical)
  if (template.archivedAt)
    throw new AppError('conflict', {
      public: `Template ${template.slug} is archived and answers no run. Unarchive it, or name another`,
    })
  // A running experiment comes before a canary: who is in it must not be moved by another split.
  const experiment = chooseByExperiment(template.experiment, request)
  const number = experiment?.version ?? chooseVersion(template, request)
  const version = template.versions.find((one) => one.number === number)
  if (!version) {
    throw new AppError('template_not_published', {
      public:
        number === null
          ? `Template ${template.slug} has no published version. Publish one, then call again`
          : `Template ${template.slug} has no published version ${number}`,
      errors: [{ location: 'body.version', message: 'is not published', fix: 'Leave it out to use the live version' }],
    })
  }
  const task = taskOf(template)
  const held = (await contentsOf(tx, [version]))(version.digest)
  return {
    template: { id: template.id, slug: template.slug, version: version.number, digest: version.digest },
    vertical: template.vertical,
    experiment,
    task,
    content: parseContent(task, held?.content),
    settings: held?.settings ?? settingsOf(null),
  }
}

/** Throws input_invalid or input_out_of_range; the location of a wrong field begins with `at`. */
export function readInput({ task, content }: TemplateRequest, raw: unknown, at = 'body.input'): RequestedInput {
  const { input, faults } = task.arrange(raw, content)
  if (faults.length > 0) {
    const errors = faults.map(({ path, ...fault }) => ({ location: `${at}.${path}`, ...fault }))
    throw new AppError('input_invalid', {
      public: errors
        .map((error) => `${error.location} ${error.message}`)
        .join('; ')
        .slice(0, 500),
      errors: errors.slice(0, 20),
    })
  }
  parseInput(task.input, input, at)
  const { open, sealed, fleeting } = task.seal(z.record(z.string(), z.unknown()).parse(input))
  return { input: open, sealed, fleeting: fleeting ?? null }
}

/** What the caller asks for, else what the template writes. */
export function languagesOf(asked: readonly Language[] | undefined, { settings }: TemplateRequest): Language[] {
  return [...new Set(asked ?? settings.output.languages)]
}
