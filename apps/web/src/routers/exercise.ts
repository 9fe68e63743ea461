// Exercises: documents of other systems.
import { importExercises } from '@guildhall/domain/exercise/import'
import { mutation, router } from '../door/trpc.ts'

export const exerciseRouter = router({ import: mutation(importExercises) })
