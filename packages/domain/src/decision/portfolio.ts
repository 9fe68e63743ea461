// The risk officer's figures over the runs of some days; fairness over time, for those who hold its scope.
import { fairnessReport, portfolio, portfolioInput } from '@guildhall/contracts/decision'
import type { Tx } from '@guildhall/db/client'
import { fairnessOf, portfolioOf } from '@guildhall/verticals/packs/finance/portfolio'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'

/** The newest of these are read; what is older than that in the span is not counted. */
const maxRuns = 20_000

type Row = {
  month: string
  action: string
  band: string
  points: number
  loss: number
  currency: string
  reasons: { code: string; points: number }[]
  failed: string[]
  isOverride: boolean | null
  reasonCode: string | null
}

type Span = { tenantId: string; days: number; templateId: string | null }

export const getPortfolio = defineVerb({
  name: 'decision.portfolio',
  scope: 'runs:read',
  isRead: true,
  input: portfolioInput,
  output: portfolio,
  run: async ({ actor, tx }, { days, template }) => {
    const span = await spanOf(tx, { tenantId: actor.tenantId, days, template })
    const rows = await tx.$queryRaw<Row[]>`
      SELECT to_char(result.created_at, 'YYYY-MM') AS month, output #>> '{recommendation,action}' AS action,
        output #>> '{score,band}' AS band, (output #>> '{score,points}')::float8 AS points,
        (output #>> '{expected_loss,el}')::float8 AS loss, run.input #>> '{product,currency}' AS currency,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', r ->> 'code', 'points', (r ->> 'points')::float8)), '[]')
          FROM jsonb_array_elements(output -> 'reasons') AS r) AS reasons,
        ARRAY(SELECT p ->> 'rule' FROM jsonb_array_elements(output -> 'policy') AS p WHERE p ->> 'outcome' <> 'pass') AS failed,
        decision.is_override AS "isOverride", decision.reason_code AS "reasonCode"
      FROM result JOIN run ON run.id = result.run_id LEFT JOIN decision ON decision.run_id = run.id
      WHERE result.tenant_id = ${span.tenantId} AND output ? 'recommendation' AND run.purpose = 'run'
        AND result.created_at > now() - make_interval(days => ${span.days})
        AND (${span.templateId}::text IS NULL OR run.template_id = ${span.templateId})
      ORDER BY result.created_at DESC LIMIT ${maxRuns}`
    return portfolioOf(
      rows.map(({ isOverride, reasonCode, ...row }) => ({
        ...row,
        decision: isOverride === null || reasonCode === null ? null : { isOverride, reasonCode },
      })),
    )
  },
})

type FairRow = { month: string; isApproved: boolean; attributes: Record<string, unknown> }

export const getFairness = defineVerb({
  name: 'decision.fairness',
  scope: 'fairness:read',
  input: portfolioInput,
  output: fairnessReport,
  run: async ({ actor, tx, note }, { days, template }) => {
    const span = await spanOf(tx, { tenantId: actor.tenantId, days, template })
    const rows = await tx.$queryRaw<FairRow[]>`
      SELECT to_char(result.created_at, 'YYYY-MM') AS month, sealed_attribute.attributes,
        output #>> '{recommendation,action}' IN ('approve', 'approve_with_conditions') AS "isApproved"
      FROM sealed_attribute JOIN result ON result.run_id = sealed_attribute.run_id JOIN run ON run.id = result.run_id
      WHERE sealed_attribute.tenant_id = ${span.tenantId} AND output ? 'recommendation' AND run.purpose = 'run'
        AND result.created_at > now() - make_interval(days => ${span.days})
        AND (${span.templateId}::text IS NULL OR run.template_id = ${span.templateId})
      ORDER BY result.created_at DESC LIMIT ${maxRuns}`
    // Whoever looks at protected attributes, even summed, leaves a line in the audit trail.
    note({ detail: { days, runs: rows.length } })
    return fairnessOf(rows)
  },
})

async function spanOf(
  tx: Tx,
  { tenantId, days, template }: { tenantId: string; days: number; template: string | undefined },
): Promise<Span> {
  const found = template ? await findTemplate(tx, tenantId, template) : null
  return { tenantId, days, templateId: found?.id ?? null }
}
