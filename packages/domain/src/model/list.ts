// Models of a tenant: what can be trained, what serves, how much data waits; and the versions of one.
import { type ModelObject, modelIdInput, modelList, versionList } from '@guildhall/contracts/model'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { countRecords } from '../collection/overview.ts'
import { scheduleOf } from '../training/schedule.ts'
import { defineVerb } from '../verb.ts'
import { verticalsOf } from '../vertical/switched.ts'
import { modelNamed, modelNames } from './find.ts'
import { versionColumns, versionView } from './view.ts'

const maxVersions = 100

export const listModels = defineVerb({
  name: 'model.list',
  scope: 'runs:read',
  isRead: true,
  input: z.strictObject({}),
  output: modelList,
  run: async ({ actor, tx }) => {
    const on = (await verticalsOf(tx, actor.tenantId)).map((one) => one.slug)
    const data: ModelObject[] = []
    for (const { model, vertical } of modelNames)
      if (on.includes(vertical)) data.push(await modelView(tx, actor.tenantId, model))
    return { object: 'list' as const, data, has_more: false, next_cursor: null }
  },
})

async function modelView(tx: Tx, tenantId: string, id: string): Promise<ModelObject> {
  const { vertical, task, collections, isTrainable } = modelNamed(id)
  const versions = await tx.modelVersion.findMany({
    where: { model: { vertical, task }, state: { in: ['champion', 'candidate'] } },
    select: versionColumns,
  })
  const champions = versions.filter((row) => row.state === 'champion')
  const champion = champions.find((row) => row.tenantId === tenantId) ?? champions[0]
  return {
    id,
    object: 'model',
    vertical,
    task,
    name: id,
    is_trainable: isTrainable,
    collections: [...collections],
    rows: await countRecords(tx, tenantId, collections),
    champion: champion ? versionView(champion, id) : null,
    candidates: versions.filter((row) => row.state === 'candidate').length,
    schedule: await scheduleOf(tx, tenantId, id),
  }
}

export const listVersions = defineVerb({
  name: 'model.versions',
  scope: 'runs:read',
  isRead: true,
  input: modelIdInput,
  output: versionList,
  run: async ({ actor, tx }, { id }) => {
    const { vertical, task } = modelNamed(id)
    const rows = await tx.modelVersion.findMany({
      where: { model: { vertical, task }, OR: [{ tenantId: actor.tenantId }, { tenantId: null }] },
      select: versionColumns,
      orderBy: { createdAt: 'desc' },
      take: maxVersions,
    })
    return {
      object: 'list' as const,
      data: rows.map((row) => versionView(row, id)),
      has_more: false,
      next_cursor: null,
    }
  },
})
