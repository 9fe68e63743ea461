// Plan an experiment: two published versions of a template. It shows nothing to anybody until it is started.
import { AppError } from '@guildhall/contracts/errors'
import { createExperimentInput, experimentObject } from '@guildhall/contracts/experiment'
import { newId } from '@guildhall/contracts/ids'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { experimentView, findExperiment } from './view.ts'

export const createExperiment = defineVerb({
  name: 'experiment.create',
  scope: 'templates:write',
  input: createExperimentInput,
  output: experimentObject,
  run: async ({ actor, tx, note }, input) => {
    const { tenantId } = actor
    const template = await findTemplate(tx, tenantId, input.template)
    const asked = [input.version_a, input.version_b]
    const published = await tx.templateVersion.findMany({
      where: { tenantId, templateId: template.id, number: { in: asked }, publishedAt: { not: null } },
      select: { number: true },
    })
    const missing = asked.find((number) => !published.some((one) => one.number === number))
    if (missing !== undefined || input.version_a === input.version_b)
      throw new AppError('input_invalid', {
        public:
          missing === undefined
            ? 'An experiment compares two different versions'
            : `Template ${template.slug} has no published version ${missing}`,
        errors: [
          {
            location: missing === input.version_a ? 'body.version_a' : 'body.version_b',
            message: missing === undefined ? 'is the same version' : 'is not published',
            fix: 'Publish the draft, then name its number',
          },
        ],
      })
    const id = newId('experiment')
    await tx.experiment.create({
      data: {
        id,
        tenantId,
        templateId: template.id,
        name: input.name,
        versionA: input.version_a,
        versionB: input.version_b,
        shareB: input.share_b,
        smallestEffect: input.smallest_effect,
        windowDays: input.window_days,
        createdBy: actor.name,
      },
    })
    note({ subject: id, detail: { template: template.slug, a: input.version_a, b: input.version_b } })
    return experimentView(await findExperiment(tx, tenantId, id))
  },
})
