// Whether a document may be kept: its content by the pack, its model by what is here, its golden cases by what can be checked.
import { AppError, type FieldError } from '@guildhall/contracts/errors'
import type { TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import { expectationFault } from '@guildhall/verticals/kit/golden'
import { strayCharacters } from '@guildhall/verticals/kit/plain-text'
import { pinName, pinnedOf, pinOf } from '../model/pinned.ts'
import { parseInput } from '../parse.ts'
import { canonicalText } from './document.ts'
import { taskOf } from './task.ts'

/** Throws input_invalid naming each wrong field under `at`. */
export async function checkDocument(
  tx: Tx,
  { tenantId, document, at = 'body' }: { tenantId: string; document: TemplateDocument; at?: string },
): Promise<void> {
  canonicalText(document, at)
  refuse(strayFaults(document.content, `${at}.content`))
  checkContent(document, document.content, `${at}.content`)
  refuse([...(await modelFaults(tx, { tenantId, document, at })), ...goldenFaults(document, at)])
}

/** In any text of any pack: what is not seen, or turns a figure round, has no place in what people approve. */
function strayFaults(content: unknown, at: string): FieldError[] {
  return strayCharacters(content).map(({ path, character }) => ({
    location: path === '' ? at : `${at}.${path}`,
    message: `holds the character ${character}, which nobody sees`,
    fix: 'Remove it',
  }))
}

/** The content as its schema takes it. Throws input_invalid naming each wrong field under `at`. */
export function checkContent(row: { vertical: string; task: string }, content: unknown, at = 'body.content'): unknown {
  const task = taskOf(row)
  const parsed = parseInput(task.content, content, at)
  refuse(task.contentFaults(parsed).map(({ path, ...fault }) => ({ location: `${at}.${path}`, ...fault })))
  return parsed
}

type Checked = { tenantId: string; document: TemplateDocument; at: string }

async function modelFaults(tx: Tx, { tenantId, document, at }: Checked): Promise<FieldError[]> {
  const { model, vertical, task } = document
  if (model.binding === 'champion') return []
  const location = `${at}.settings.model.binding`
  if (taskOf(document).model === null)
    return [{ location, message: 'names a version, but this task has no model', fix: 'Send champion' }]
  const pin = pinOf({ tenantId, vertical, task }, model)
  if (!pin || (await pinnedOf(tx, [pin])).has(pinName(pin))) return []
  return [
    {
      location,
      message: `names version ${model.binding} of the model, which is not here`,
      fix: 'Send champion, builtin@1, or the number of a version that GET /v1/models/{id}/versions lists',
    },
  ]
}

function goldenFaults({ goldens }: TemplateDocument, at: string): FieldError[] {
  return goldens.flatMap((golden) =>
    golden.expect.flatMap((expectation, number) => {
      const message = expectationFault(expectation)
      const location = `${at}.goldens.${golden.slug}.expect.${number}`
      return message === null ? [] : [{ location, message, fix: 'See the schema of a template document' }]
    }),
  )
}

function refuse(errors: FieldError[]): void {
  if (errors.length === 0) return
  throw new AppError('input_invalid', {
    public: errors
      .map((error) => `${error.location} ${error.message}`)
      .join('; ')
      .slice(0, 500),
    errors: errors.slice(0, 20),
  })
}
