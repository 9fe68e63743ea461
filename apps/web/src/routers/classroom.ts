// The teacher's page: a class, a learner, the lock on hints.
import { enrolLearner } from '@guildhall/domain/classroom/enrol'
import { getClassroom } from '@guildhall/domain/classroom/get'
import { lockHints } from '@guildhall/domain/classroom/lock'
import { removeSimulated, simulateClass } from '@guildhall/domain/classroom/simulate'
import { getTimeline } from '@guildhall/domain/classroom/timeline'
import { traceClass } from '@guildhall/domain/classroom/trace'
import { mutation, query, router } from '../door/trpc.ts'

export const classroomRouter = router({
  get: query(getClassroom),
  learner: query(getTimeline),
  enrol: mutation(enrolLearner),
  lock: mutation(lockHints),
  trace: mutation(traceClass),
  simulate: mutation(simulateClass),
  removeSimulated: mutation(removeSimulated),
})
