// LTI 1.3: the tenant as a tool, its registrations, launches and scores.
import { checkLtiRegistration } from '@guildhall/domain/lti/check'
import { listLtiLaunches, listLtiScores } from '@guildhall/domain/lti/log'
import { createLtiRegistration, getLtiTool, removeLtiRegistration } from '@guildhall/domain/lti/registration'
import { rotateLtiKey } from '@guildhall/domain/lti/tool'
import { mutation, query, router } from '../door/trpc.ts'

export const ltiRouter = router({
  tool: query(getLtiTool),
  register: mutation(createLtiRegistration),
  remove: mutation(removeLtiRegistration),
  check: mutation(checkLtiRegistration),
  rotateKey: mutation(rotateLtiKey),
  launches: query(listLtiLaunches),
  scores: query(listLtiScores),
})
