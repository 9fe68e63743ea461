-- Locks: ACCESS EXCLUSIVE on run and template_version for an instant (new nullable columns are not written to rows); SHARE on run and result
-- while their two indexes are built.
-- Decisions of people, protected attributes apart from the runs they came with, batches, and who edits a draft.
CREATE TABLE "decision" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "run_id" TEXT NOT NULL,
  "recommended" TEXT NOT NULL,
  "decision" TEXT NOT NULL,
  "is_override" BOOLEAN NOT NULL,
  "amount" TEXT,
  "reason_code" TEXT NOT NULL,
  "comment" TEXT,
  "decided_by" TEXT NOT NULL,
  "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "decision_pkey" PRIMARY KEY ("id"),
  CONSTRAINT decision_known CHECK (decision IN ('approve', 'decline')),
  CONSTRAINT "decision_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- A run is decided once; whoever comes second is told.
CREATE UNIQUE INDEX "decision_run_id_key" ON "decision"("run_id");
CREATE INDEX "decision_tenant_id_id_idx" ON "decision"("tenant_id", "id");

CREATE TABLE "sealed_attribute" (
  "run_id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "attributes" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sealed_attribute_pkey" PRIMARY KEY ("run_id"),
  CONSTRAINT "sealed_attribute_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "sealed_attribute_tenant_id_created_at_idx" ON "sealed_attribute"("tenant_id", "created_at");

CREATE TABLE "batch" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "template_version" INTEGER NOT NULL,
  "languages" TEXT[],
  "received" INTEGER NOT NULL DEFAULT 0,
  "refused" INTEGER NOT NULL DEFAULT 0,
  "errors" JSONB NOT NULL DEFAULT '[]',
  "canceled_at" TIMESTAMPTZ(3),
  "request_id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "batch_tenant_id_id_idx" ON "batch"("tenant_id", "id");

ALTER TABLE "run" ADD COLUMN "batch_id" TEXT, ADD COLUMN "batch_line" INTEGER;
CREATE INDEX "run_batch_id_batch_line_idx" ON "run"("batch_id", "batch_line") WHERE "batch_id" IS NOT NULL;
ALTER TABLE "template_version" ADD COLUMN "edited_by" TEXT, ADD COLUMN "edited_at" TIMESTAMPTZ(3);

-- The worklist: referred runs, oldest first.
CREATE INDEX result_referred ON result (tenant_id, created_at) WHERE output #>> '{recommendation,action}' = 'refer';

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['decision', 'sealed_attribute', 'batch'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
