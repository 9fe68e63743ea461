// Models and trainings.
import { getVersion } from '@guildhall/domain/model/get'
import { listModels, listVersions } from '@guildhall/domain/model/list'
import { archiveVersion, promoteVersion, rollbackModel, shadowVersion } from '@guildhall/domain/model/promote'
import { createTraining } from '@guildhall/domain/training/create'
import { cancelTraining, getTraining, listTrainings } from '@guildhall/domain/training/read'
import { setSchedule } from '@guildhall/domain/training/schedule'
import { mutation, query, router } from '../door/trpc.ts'

export const modelRouter = router({
  list: query(listModels),
  versions: query(listVersions),
  version: query(getVersion),
  train: mutation(createTraining),
  promote: mutation(promoteVersion),
  archive: mutation(archiveVersion),
  shadow: mutation(shadowVersion),
  rollback: mutation(rollbackModel),
  schedule: mutation(setSchedule),
  trainings: query(listTrainings),
  training: query(getTraining),
  cancelTraining: mutation(cancelTraining),
})
