-- Locks: ACCESS EXCLUSIVE on template, template_version, run, tenant and golden_case (never written, dropped) for an instant: new columns are
-- nullable or have constant defaults, so no row is written. SHARE on run while its small partial index is built.
-- Templates as documents: settings and golden cases beside the content, snapshots of drafts, golden results, canaries, impacts.
-- Expand: rows of before keep settings and goldens NULL and a digest of their content alone; readers give them the defaults. Nothing is
-- backfilled, because published versions are immutable; the old meaning of the digest ends with the last such row.
ALTER TABLE "tenant" ADD COLUMN "require_other_publisher" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "template"
  ADD COLUMN "canary_version" INTEGER,
  ADD COLUMN "canary_share" DOUBLE PRECISION,
  ADD COLUMN "archived_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT template_canary_whole CHECK ((canary_version IS NULL) = (canary_share IS NULL) AND canary_share BETWEEN 0 AND 1);
ALTER TABLE "template_version"
  ADD COLUMN "settings" JSONB,
  ADD COLUMN "goldens" JSONB,
  ADD COLUMN "equals_version" INTEGER,
  ADD COLUMN "overridden" JSONB,
  ADD COLUMN "request" JSONB;
ALTER TABLE "run"
  ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'run',
  ADD COLUMN "template_digest" TEXT,
  ADD COLUMN "content_patch" JSONB,
  ADD CONSTRAINT run_purpose_known CHECK (purpose IN ('run', 'golden', 'impact', 'preview')),
  ADD CONSTRAINT run_draft_names_digest CHECK (purpose = 'run' OR template_digest IS NOT NULL);
-- Whether a draft of before is still waited for.
CREATE INDEX run_not_real ON run (template_id, template_digest) WHERE purpose <> 'run';

DROP TABLE "golden_case";

CREATE TABLE "template_snapshot" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "document" JSONB NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "template_snapshot_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "template_snapshot_template_id_digest_key" ON "template_snapshot"("template_id", "digest");
CREATE INDEX "template_snapshot_tenant_id_idx" ON "template_snapshot"("tenant_id");

CREATE TABLE "golden_result" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "behaviour" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "expect" JSONB NOT NULL,
  "run_id" TEXT,
  "state" TEXT NOT NULL DEFAULT 'pending',
  "problems" JSONB NOT NULL DEFAULT '[]',
  "model" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "golden_result_pkey" PRIMARY KEY ("id"),
  CONSTRAINT golden_result_state_known CHECK (state IN ('pending', 'passed', 'failed'))
);
CREATE UNIQUE INDEX "golden_result_template_id_behaviour_slug_key" ON "golden_result"("template_id", "behaviour", "slug");
CREATE INDEX "golden_result_tenant_id_idx" ON "golden_result"("tenant_id");

CREATE TABLE "impact" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "base_version" INTEGER NOT NULL,
  "base_digest" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "runs" INTEGER NOT NULL,
  "canceled_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "impact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "impact_tenant_id_id_idx" ON "impact"("tenant_id", "id");
CREATE INDEX "impact_finished_at_idx" ON "impact"("finished_at");

CREATE TABLE "impact_case" (
  "tenant_id" TEXT NOT NULL,
  "impact_id" TEXT NOT NULL,
  "run_id" TEXT NOT NULL,
  "before_run_id" TEXT NOT NULL,
  "after_run_id" TEXT NOT NULL,
  "state" TEXT,
  "is_flipped" BOOLEAN NOT NULL DEFAULT false,
  "overlap" DOUBLE PRECISION,
  "before" TEXT,
  "after" TEXT,
  "change" JSONB,
  CONSTRAINT "impact_case_pkey" PRIMARY KEY ("impact_id", "run_id"),
  CONSTRAINT impact_case_state_known CHECK (state IN ('same', 'changed', 'failed'))
);
CREATE INDEX "impact_case_tenant_id_idx" ON "impact_case"("tenant_id");

-- A document is what its digest says, for ever.
REVOKE UPDATE ON template_snapshot FROM guildhall_app, guildhall_system;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['template_snapshot', 'golden_result', 'impact', 'impact_case'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
