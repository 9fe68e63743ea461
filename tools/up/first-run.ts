// One real run through the public door: a key of the demo tenant, a sample application, the finished risk note.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runDetail } from '@guildhall/contracts/run-object'
import { findTask } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { tsxFlags } from './script.ts'
import { root } from './settings.ts'
import type { State } from './state.ts'

const output = z.looseObject({
  score: z.looseObject({ points: z.number(), band: z.string(), pd_12m: z.number() }),
  recommendation: z.looseObject({ action: z.string() }),
  note: z.record(
    z.string(),
    z.object({ sections: z.array(z.object({ sentences: z.array(z.object({ text: z.string() })) })) }),
  ),
})

/** Lines to show. Throws when the run did not succeed, for then `up` has not either, and when the signal gives it up. */
export async function firstRun(state: State, signal: AbortSignal): Promise<string[]> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [...tsxFlags, join(root, 'prisma/seed/key.ts')], {
    cwd: root,
    signal,
    env: { ...process.env, ...state.env },
  })
  const sample = findTask('finance', 'risk_note')?.samples[0]
  const answer = await fetch(`http://127.0.0.1:${state.env.PORT}/v1/runs`, {
    method: 'POST',
    signal,
    headers: { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({ template: 'consumer-risk-note', input: sample?.input }),
  })
  const body: unknown = await answer.json()
  if (answer.status === 202)
    throw new Error('the first run was taken but not finished in 20 s. Cure: ./guildhall logs inference')
  if (answer.status !== 200)
    throw new Error(`the first run did not finish (${answer.status}): ${JSON.stringify(body).slice(0, 500)}`)
  const { id, result } = runDetail.parse(body)
  if (!result) throw new Error(`run ${id} has no result`)
  const { score, recommendation, note } = output.parse(result.output)
  const model = result.model ? `${result.model.name} v${result.model.version} on ${result.model.provider}` : 'no model'
  const first = (language: string) => note[language]?.sections[0]?.sentences[0]?.text ?? ''
  return [
    `finance  ${id}  ${score.points} points, band ${score.band}, ${recommendation.action}  (${model}, ${result.usage.total_ms} ms)`,
    first('en'),
    first('zh-CN'),
  ]
}
