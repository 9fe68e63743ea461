// The verticals this server has. A new pack is one folder and one line here.
import type { Task, Vertical } from './kit/vertical.ts'
import { finance } from './packs/finance/pack.ts'

export const verticals: readonly Vertical[] = [finance]

export function findTask(vertical: string, task: string): Task | undefined {
  return verticals.find((one) => one.slug === vertical)?.tasks.find((one) => one.slug === task)
}
