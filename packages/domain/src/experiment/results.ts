// What came of an experiment so far: the lists its shoppers were served since the start, and what counted for them.
import { attributionLimits } from '@guildhall/contracts/attribution'
import { experimentIdInput, experimentResults, type Variant } from '@guildhall/contracts/experiment'
import { attribute } from '../attribution/attribute.ts'
import { type ArmFigures, armFigures } from '../attribution/figures.ts'
import { readEvents, readServed } from '../attribution/read.ts'
import { defineVerb } from '../verb.ts'
import { judge } from './judge.ts'
import { experimentView, findExperiment } from './view.ts'

const msPerDay = 86_400_000

export const getExperimentResults = defineVerb({
  name: 'experiment.results',
  scope: 'runs:read',
  isRead: true,
  input: experimentIdInput,
  output: experimentResults,
  run: async ({ actor, tx }, { id }) => {
    const { tenantId } = actor
    const row = await findExperiment(tx, tenantId, id)
    const since = row.startedAt ?? new Date()
    const served = await readServed(tx, { tenantId, since, templateId: row.templateId, experimentId: id })
    const events = await readEvents(tx, { tenantId, since })
    const lists = served.slice(0, attributionLimits.maxServed).map((run) => ({ ...run, arm: run.variant ?? 'a' }))
    const figures = armFigures(lists, attribute(lists, events, row.windowDays * msPerDay))
    return {
      object: 'experiment_results' as const,
      experiment: experimentView(row),
      ...judge({ a: armOf(figures, 'a'), b: armOf(figures, 'b') }, row),
      is_truncated: served.length > attributionLimits.maxServed || events.length > attributionLimits.maxEvents,
    }
  },
})

function armOf(figures: readonly ArmFigures[], arm: Variant): ArmFigures {
  const none = { arm, lists: 0, clickedLists: 0, purchases: 0, unpriced: 0, shoppers: [] }
  return figures.find((one) => one.arm === arm) ?? none
}
