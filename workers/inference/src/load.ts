// Room 1. Claims the runs and reads what they need, for the whole group at once.
import { claimRuns } from '@guildhall/domain/run/claim'
import { type LoadedRun, loadRuns } from '@guildhall/domain/run/load'
import type { Task } from '@guildhall/verticals/kit/vertical'
import { findTask } from '@guildhall/verticals/registry'
import { type Failed, type Job, refuse } from './job.ts'

export async function load(runIds: readonly string[]): Promise<{ jobs: Job[]; failed: Failed[] }> {
  const startedAt = Date.now()
  const claimed = await claimRuns(runIds)
  const loaded = new Map((await loadRuns(claimed)).map((run) => [run.id, run]))
  const jobs: Job[] = []
  const failed: Failed[] = []
  for (const claim of claimed) {
    const run = loaded.get(claim.id)
    const task = run && findTask(run.vertical, run.task)
    if (!run || !task) failed.push(refuse(claim, 'bug', 'The template version or the pack of this run is gone'))
    else if (!run.champion && task.model && run.settings.model.binding !== 'champion')
      failed.push(refuse(claim, 'unavailable', goneText(run)))
    else if (!run.champion && task.model && !task.model.withoutModel)
      failed.push(refuse(claim, 'unavailable', `No model serves ${run.vertical}/${run.task} yet`))
    else jobs.push(newJob({ run, task, champion: task.model ? run.champion : null, startedAt }))
  }
  return { jobs, failed }
}

const goneText = ({ vertical, task, settings }: LoadedRun) =>
  `The template names version ${settings.model.binding} of the model ${vertical}/${task}, which is not here. Bind it to the champion or to another version`

function newJob(options: { run: LoadedRun; task: Task; champion: Job['champion']; startedAt: number }): Job {
  const { run, startedAt } = options
  const loadMs = Date.now() - startedAt
  return {
    ...options,
    queueMs: Math.max(0, startedAt - run.createdAt.getTime()),
    rooms: { load: loadMs },
  }
}
