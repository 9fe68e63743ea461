// Golden cases of templates: how they stand, running them, and changing them.
import { getGoldenReport, runGoldens } from '@guildhall/domain/golden/run'
import { removeGolden, saveGolden, saveGoldenFromRun } from '@guildhall/domain/golden/save'
import { mutation, query, router } from '../door/trpc.ts'

export const goldenRouter = router({
  report: query(getGoldenReport),
  run: mutation(runGoldens),
  save: mutation(saveGolden),
  remove: mutation(removeGolden),
  saveFromRun: mutation(saveGoldenFromRun),
})
