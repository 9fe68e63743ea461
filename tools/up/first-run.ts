// One real run per vertical through the public door: a key of the demo tenant, a sample of the pack, a finished result with its first sentence.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runDetail } from '@guildhall/contracts/run-object'
import type { Task, Vertical } from '@guildhall/verticals/kit/vertical'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { tsxFlags } from './script.ts'
import { root } from './settings.ts'
import type { State } from './state.ts'

const noteSchema = z.record(
  z.string(),
  z.object({ sections: z.array(z.object({ sentences: z.array(z.object({ text: z.string() })) })) }),
)

/** Lines to show. Throws when a run did not succeed, for then `up` has not either, and when the signal gives it up. */
export async function firstRuns(state: State, signal: AbortSignal): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [...tsxFlags, join(root, 'prisma/seed/key.ts')], {
    cwd: root,
    signal,
    env: { ...process.env, ...state.env },
  })
  const lines: string[] = []
  for (const vertical of verticals) {
    const [task] = vertical.isOffByDefault ? [] : vertical.tasks
    if (task && answersUntrained(task))
      lines.push(...(await firstRun({ state, signal, key: stdout.trim(), vertical, task })))
  }
  return lines
}

const answersUntrained = ({ model }: Task) =>
  model === null || model.builtin !== null || model.withoutModel !== undefined

type Asked = { state: State; signal: AbortSignal; key: string; vertical: Vertical; task: Task }

async function firstRun({ state, signal, key, vertical, task }: Asked): Promise<string[]> {
  const [sample] = task.samples
  const answer = await fetch(`http://127.0.0.1:${state.env.PORT}/v1/runs`, {
    method: 'POST',
    signal,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({ template: sample?.template ?? task.starters[0].slug, input: sample?.input }),
  })
  const body: unknown = await answer.json()
  if (answer.status === 202)
    throw new Error(
      `the first run of ${vertical.slug} was taken but not finished in 20 s. Cure: ./guildhall logs inference`,
    )
  if (answer.status !== 200)
    throw new Error(
      `the first run of ${vertical.slug} did not finish (${answer.status}): ${JSON.stringify(body).slice(0, 500)}`,
    )
  const { id, result } = runDetail.parse(body)
  if (!result) throw new Error(`run ${id} has no result`)
  const note = noteSchema.parse(result.output.note)
  const first = (language: string) => note[language]?.sections[0]?.sentences[0]?.text ?? ''
  const model = result.model ? `${result.model.name} v${result.model.version} on ${result.model.provider}` : 'no model'
  return [`${vertical.slug}  ${id}  (${model}, ${result.usage.total_ms} ms)`, `  ${first('en')}`, `  ${first('zh-CN')}`]
}
