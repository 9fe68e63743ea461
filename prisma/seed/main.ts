// The seed: built-in champions, and a demo tenant with its starter templates and records. Idempotent; its last line is JSON.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDomain } from '@guildhall/domain/boot'
import { simulateClass } from '@guildhall/domain/classroom/simulate'
import { ingestRecords } from '@guildhall/domain/collection/ingest'
import { storeBuiltIn } from '@guildhall/domain/model/builtin'
import { ensureDemoTenant } from '@guildhall/domain/tenant/demo'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'

const env = z.object({ DATABASE_URL: z.url(), REDIS_URL: z.url() }).parse(process.env)
const packs = join(dirname(fileURLToPath(import.meta.resolve('@guildhall/verticals/registry'))), 'packs')

const close = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize: 2 })
const models: string[] = []
for (const vertical of verticals) {
  for (const task of vertical.tasks) {
    if (!task.model?.builtin) continue
    const folder = join(packs, vertical.slug, task.model.builtin)
    const card: unknown = JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))
    const { name, isNew } = await storeBuiltIn({ card, bytes: readFileSync(join(folder, 'model.onnx')) })
    models.push(isNew ? `${name} (new)` : name)
  }
}
const tenant = await ensureDemoTenant()
const actor = await operatorActor(tenant)
for (const { starterRecords = {} } of verticals) {
  for (const [collection, records] of Object.entries(starterRecords)) {
    const candidates = records().map((value, at) => ({ line: at + 1, value }))
    const { refused, errors } = await ingestRecords(actor, { collection, records: candidates })
    if (refused > 0) throw new Error(`starter records of ${collection}: ${JSON.stringify(errors[0])}`)
  }
}
// Its runs wait for the worker, in the lane of batches.
await simulateClass.call(actor, {})
process.stdout.write(`${JSON.stringify({ tenant, models })}\n`)
await close()
