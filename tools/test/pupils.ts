// Pupils for the tests of the tutor: the starter course in the world's tenant, and a worker that answers whatever waits. The worker is the real one,
// played in this process by a pool of one thread.
import type { Actor } from '@guildhall/contracts/actor'
import { answerPractice } from '@guildhall/domain/practice/answer'
import { hintPractice } from '@guildhall/domain/practice/hint'
import { listRuns } from '@guildhall/domain/run/list'
import { education } from '@guildhall/verticals/packs/education/pack'
import { executeRuns } from '../../workers/inference/src/pipeline.ts'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'
import { send } from './training.ts'

export type Schoolroom = {
  /** Runs these to their end. */
  execute: (runIds: readonly string[]) => Promise<void>
  /** Plays the worker until the call has its answer. */
  served: <T>(call: Promise<T>) => Promise<T>
  answer: (learner: string, item: string, text: string) => ReturnType<typeof answerPractice.call>
  hint: (learner: string, item: string, more?: { message?: string }) => ReturnType<typeof hintPractice.call>
  close: () => Promise<void>
}

export async function openSchoolroom(actor: Actor): Promise<Schoolroom> {
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  for (const [collection, records] of Object.entries(education.starterRecords ?? {}))
    await send(actor, collection, records())
  const execute = async (runIds: readonly string[]) => {
    await executeRuns(pool, runIds)
  }
  const served = <T>(call: Promise<T>) => serve({ call, actor, execute })
  return {
    execute,
    served,
    answer: (learner, item_id, answer) => served(answerPractice.call(actor, { learner, item_id, answer })),
    hint: (learner, item_id, more = {}) => served(hintPractice.call(actor, { learner, item_id, ...more })),
    close: () => pool.close(),
  }
}

type Serving<T> = { call: Promise<T>; actor: Actor; execute: Schoolroom['execute'] }

async function serve<T>({ call, actor, execute }: Serving<T>): Promise<T> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  call.then(over, over)
  while (!isOver) {
    const { data } = await listRuns.call(actor, { status: 'queued', limit: 50 })
    if (data.length > 0) await execute(data.map((run) => run.id))
  }
  return call
}
