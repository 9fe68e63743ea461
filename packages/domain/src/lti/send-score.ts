// Sends one score to its line item, and tells what became of it. What a platform says is wrong with a score stays wrong; all else is tried again.
import { faultOf, publicRequest } from '@guildhall/runtime/public-request'
import { accessToken, dropToken } from './access-token.ts'
import { ltiEnv } from './open.ts'
import { scoreBody, scoresUrl } from './score.ts'
import type { DueScore, ScoreOutcome } from './take-scores.ts'

const contentType = 'application/vnd.ims.lis.v1.score+json'
/** Refusals that pass: of the token, of too much at once, of slowness. */
const passing = new Set([401, 408, 409, 425, 429])

export async function sendScore(due: DueScore): Promise<ScoreOutcome> {
  const { platform, tenantId, lineItem } = due
  const got = await accessToken({ ...platform, tenantId })
  if ('fault' in got) return got
  const headers = { authorization: `Bearer ${got.token}`, 'content-type': contentType }
  try {
    const asked = { method: 'POST', headers, body: scoreBody(due), allowed: ltiEnv().allowed } as const
    const answer = await publicRequest(scoresUrl(lineItem), asked)
    if ('refused' in answer) return { answer: null, fault: `line item: ${answer.refused}`, isFinal: true }
    const { status } = answer
    if (status === 401) dropToken(platform.id)
    if (status >= 200 && status < 300) return { answer: status, fault: null, isFinal: true }
    const isFinal = status >= 400 && status < 500 && !passing.has(status)
    return { answer: status, fault: `the platform answered ${status}`, isFinal }
  } catch (error) {
    return { answer: null, fault: `line item ${faultOf(error)}`, isFinal: false }
  }
}
