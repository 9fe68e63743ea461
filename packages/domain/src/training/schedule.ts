// Schedules: nightly, or after so many new records. The sweep starts what is due; a training that cannot start is tried again next time.
import { newId } from '@guildhall/contracts/ids'
import { scheduleObject, setScheduleInput, trainables, trainingOptions } from '@guildhall/contracts/training'
import type { Tx } from '@guildhall/db/client'
import { withSystem, withTenant } from '@guildhall/db/scope'
import { logger } from '@guildhall/runtime/log'
import type { z } from 'zod'
import { countRecords } from '../collection/overview.ts'
import { modelNamed, trainableNamed } from '../model/find.ts'
import { type Sent, sendNow, writeOutbox } from '../outbox/send.ts'
import { defineVerb } from '../verb.ts'
import { startTraining } from './create.ts'

const nightHourUtc = 2
const leastHoursBetween = 20

export const setSchedule = defineVerb({
  name: 'model.schedule',
  scope: 'models:write',
  input: setScheduleInput,
  output: scheduleObject,
  run: async ({ actor, tx, note }, { id, nightly, after_records: afterRecords }) => {
    const { vertical, task, collections } = trainableNamed(id)
    const key = { tenantId: actor.tenantId, vertical, task }
    // Counting begins now: what is there already is not new.
    const rowsAtLast = await countRecords(tx, actor.tenantId, collections.slice(0, 1))
    await tx.schedule.upsert({
      where: { tenantId_vertical_task: key },
      create: { id: newId('schedule'), ...key, nightly, afterRecords, rowsAtLast },
      update: { nightly, afterRecords, rowsAtLast, updatedAt: new Date() },
    })
    note({ subject: id, detail: { nightly, after_records: afterRecords } })
    return { object: 'schedule' as const, model: id, nightly, after_records: afterRecords }
  },
})

export async function scheduleOf(tx: Tx, tenantId: string, id: string): Promise<z.infer<typeof scheduleObject>> {
  const { vertical, task } = modelNamed(id)
  const row = await tx.schedule.findFirst({ where: { tenantId, vertical, task } })
  return { object: 'schedule', model: id, nightly: row?.nightly ?? false, after_records: row?.afterRecords ?? null }
}

type Trained = { tenantId: string; vertical: string; task: string; rows: number }

export async function rememberTrained(tx: Tx, { tenantId, vertical, task, rows }: Trained): Promise<void> {
  await tx.schedule.updateMany({ where: { tenantId, vertical, task }, data: { rowsAtLast: rows, lastAt: new Date() } })
}

/** Starts what is due in all tenants; returns how many. `now` is handed in so that a test can choose the hour. */
export async function startDue(now: Date): Promise<number> {
  const schedules = await withSystem('find schedules that may be due', (tx) =>
    tx.schedule.findMany({ where: { OR: [{ nightly: true }, { afterRecords: { not: null } }] } }),
  )
  let started = 0
  for (const schedule of schedules) {
    try {
      if (await startIfDue(schedule, now)) started++
    } catch (error) {
      logger().warn(
        { err: error, tenant: schedule.tenantId, task: schedule.task },
        'a scheduled training could not start',
      )
    }
  }
  return started
}

type ScheduleRow = NonNullable<Awaited<ReturnType<Tx['schedule']['findFirst']>>>

async function startIfDue(schedule: ScheduleRow, now: Date): Promise<boolean> {
  const { tenantId, vertical, task } = schedule
  const trainable = trainables.find((one) => one.vertical === vertical && one.task === task)
  if (!trainable) return false
  const sent: Sent[] = []
  const isStarted = await withTenant(tenantId, async (tx) => {
    const isNight = schedule.nightly && now.getUTCHours() === nightHourUtc && isLongAgo(schedule.lastAt, now)
    const rows =
      isNight || schedule.afterRecords === null
        ? 0
        : await countRecords(tx, tenantId, trainable.collections.slice(0, 1))
    const isMany = schedule.afterRecords !== null && rows - schedule.rowsAtLast >= schedule.afterRecords
    if (!isNight && !isMany) return false
    const isBusy = await tx.training.findFirst({
      where: { tenantId, vertical, task, status: { in: ['queued', 'running'] } },
    })
    if (isBusy) return false
    // Claimed by the update: two sweeps at once start one.
    const { count } = await tx.schedule.updateMany({
      where: { id: schedule.id, lastAt: schedule.lastAt, rowsAtLast: schedule.rowsAtLast },
      data: { lastAt: now, rowsAtLast: isMany ? rows : schedule.rowsAtLast },
    })
    if (count === 0) return false
    const actor = { tenantId, name: 'system:schedule', requestId: newId('request') }
    const send: Parameters<typeof startTraining>[0]['send'] = async (job, message) =>
      void sent.push(
        await writeOutbox(tx, job, {
          tenantId,
          actor: actor.name,
          requestId: actor.requestId,
          traceparent: null,
          lane: 'interactive',
          ...message,
        }),
      )
    const options = trainingOptions.parse({})
    await startTraining({ tx, actor, send }, { trainable, options, trigger: isNight ? 'nightly' : 'records' })
    return true
  })
  await sendNow(sent)
  return isStarted
}

const isLongAgo = (at: Date | null, now: Date) =>
  at === null || now.getTime() - at.getTime() > leastHoursBetween * 3_600_000
