// What the tests of trainings share: records of real loans and of a made-up shop, sending them, training to the end, and reading the gates.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '@guildhall/contracts/actor'
import type { Gate } from '@guildhall/contracts/gate'
import type { TrainingObject } from '@guildhall/contracts/training'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { getVersion } from '@guildhall/domain/model/get'
import { listModels } from '@guildhall/domain/model/list'
import { createTraining } from '@guildhall/domain/training/create'
import { getTraining } from '@guildhall/domain/training/read'
import { openRandom } from '@guildhall/learn/random'
import { trainingTable } from '@guildhall/verticals/packs/finance/training-columns'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { executeTraining } from '../../workers/training/src/execute.ts'
import type { World } from './world.ts'

export const execution = { workDir: tmpdir(), heapMib: 1024, signal: new AbortController().signal }

export async function send(actor: Actor, collection: string, records: readonly unknown[]): Promise<void> {
  const result = await ingestRecords(actor, {
    collection,
    records: records.map((value, at) => ({ line: at + 1, value })),
  })
  expect(result.errors).toEqual([])
}

export async function train(actor: Actor, id: string, options: Record<string, unknown> = {}): Promise<TrainingObject> {
  const { id: trainingId } = await createTraining.call(actor, { id, options })
  await executeTraining(trainingId, execution)
  return getTraining.call(actor, { id: trainingId })
}

export async function gatesOf(actor: Actor, training: TrainingObject): Promise<Map<string, Gate>> {
  expect(training).toMatchObject({ status: 'succeeded', error: null })
  const { gates } = await getVersion.call(actor, { id: training.model, version: training.version })
  return new Map(gates.map((gate) => [gate.measure, gate]))
}

const csv = readFileSync(join(import.meta.dirname, '../../data/credit_data.csv'), 'utf8')
const { features: rows, labels } = trainingTable(parse(csv, { columns: true }))

export const features = rows

/** Real loans; `protectedOf` may bring an attribute that the model must not see. */
export function loans(count: number, protectedOf?: (row: number) => Record<string, unknown>) {
  return rows.slice(0, count).map((own, row) => ({
    id: `loan-${row}`,
    features: own,
    defaulted: labels[row] === 1,
    ...(protectedOf ? { protected: protectedOf(row) } : {}),
  }))
}

export async function championOf(actor: Actor, id: string): Promise<number | undefined> {
  return (await listModels.call(actor, {})).data.find((model) => model.id === id)?.champion?.version
}

export const secondMember = async ({ actor }: World): Promise<Actor> => ({ ...actor, name: 'user:second' })

/** Shoppers of two tastes who go through their half of the shop in order. */
export function shop(users: number) {
  const random = openRandom(5)
  const events: unknown[] = []
  for (let user = 0; user < users; user++) {
    let pick = Math.floor(random() * 15)
    for (let step = 0; step < 12; step++) {
      const ts = new Date(Date.UTC(2026, 0, 1 + step * 8, user % 24, user % 60)).toISOString()
      events.push({ user_ref: `u${user}`, item_id: `i${(user % 2) * 15 + pick}`, type: 'purchase', ts })
      pick = random() < 0.6 ? (pick + 1) % 15 : Math.floor(random() * 15)
    }
  }
  return events
}
