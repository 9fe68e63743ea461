// One version, whole: its card, gates, curves, and what it said in the shadow.
import { curvesSchema, versionDetail, versionInput } from '@guildhall/contracts/model'
import { modelCardSchema } from '@guildhall/contracts/model-card'
import { defineVerb } from '../verb.ts'
import { versionOf } from './find.ts'
import { shadowReport } from './shadow.ts'
import { versionView } from './view.ts'

export const getVersion = defineVerb({
  name: 'model.version',
  scope: 'runs:read',
  isRead: true,
  input: versionInput,
  output: versionDetail,
  run: async ({ actor, tx }, input) => {
    const row = await versionOf(tx, actor.tenantId, input)
    const [size] = await tx.$queryRaw<{ bytes: number }[]>`
      SELECT octet_length(bytes) AS bytes FROM artifact WHERE sha256 = ${row.artifactSha256} LIMIT 1`
    return {
      ...versionView(row, input.id),
      bytes: size?.bytes ?? null,
      card: modelCardSchema.parse(row.card),
      curves: curvesSchema.parse(row.curves),
      shadow: await shadowReport(tx, { tenantId: actor.tenantId, modelVersionId: row.id }),
    }
  },
})
