// A dry run: the same checks as create, and nothing is stored or queued.
import { createRunInput } from '@guildhall/contracts/run'
import { runValidation } from '@guildhall/contracts/run-object'
import { defineVerb } from '../verb.ts'
import { languagesOf, readInput, readTemplate } from './request.ts'

export const validateRun = defineVerb({
  name: 'run.validate',
  scope: 'runs:write',
  isRead: true,
  input: createRunInput,
  output: runValidation,
  run: async ({ actor, tx }, input) => {
    const request = await readTemplate(tx, actor.tenantId, { ...input, caller: actor.name })
    readInput(request, input.input)
    const language = languagesOf(input.language, request)
    return { object: 'run_validation', valid: true, template: request.template, language } as const
  },
})
