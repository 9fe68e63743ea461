// The pack's task behind a template row. A row whose pack is gone is our bug, not the caller's.
import { AppError } from '@guildhall/contracts/errors'
import { findTask } from '@guildhall/verticals/registry'

export function taskOf(row: { vertical: string; task: string }) {
  const task = findTask(row.vertical, row.task)
  if (!task) throw new AppError('bug', { public: `This server has no task ${row.vertical}/${row.task}` })
  return task
}
