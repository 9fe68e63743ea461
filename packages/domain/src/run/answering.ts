// What answers a request for a template: the template, the experiment that runs on it and the versions it may name, in one statement.
import type { Sql } from '@guildhall/db/sql'
import type { Running } from '../experiment/choose.ts'
import { refuseUnknown, type TemplateRow } from '../template/view.ts'

type PublishedVersion = { id: string; number: number; digest: string }
export type AnsweringTemplate = Omit<TemplateRow, 'name' | 'createdAt'> & {
  experiment: Running | null
  /** Published ones among the live one, the canary, those of the experiment and the one asked for. */
  versions: PublishedVersion[]
}
type Named = { template: string; version?: number | undefined }

/** Finds by slug or id. Throws not_found and vertical_off as findTemplate does. */
export async function readAnswering(
  tx: Sql,
  tenantId: string,
  { template, version = 0 }: Named,
): Promise<AnsweringTemplate> {
  const [row] = await tx.$queryRaw<AnsweringTemplate[]>`
    SELECT t.id, t.slug, t.vertical, t.task, t.live_version AS "liveVersion", t.canary_version AS "canaryVersion",
      t.canary_share AS "canaryShare", t.archived_at AS "archivedAt",
      CASE WHEN e.id IS NOT NULL THEN
        jsonb_build_object('id', e.id, 'versionA', e.version_a, 'versionB', e.version_b, 'shareB', e.share_b) END AS experiment,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'digest', v.digest)) FROM template_version v
        WHERE v.template_id = t.id AND v.tenant_id = t.tenant_id AND v.published_at IS NOT NULL
          AND v.number IN (t.live_version, t.canary_version, e.version_a, e.version_b, ${version})), '[]') AS versions
    FROM template t LEFT JOIN LATERAL (
      SELECT id, version_a, version_b, share_b FROM experiment
      WHERE tenant_id = t.tenant_id AND template_id = t.id AND started_at IS NOT NULL AND stopped_at IS NULL LIMIT 1
    ) AS e ON true
    WHERE t.tenant_id = ${tenantId} AND (t.slug = ${template} OR t.id = ${template}) LIMIT 1`
  return row ?? refuseUnknown(tx, tenantId, template)
}
