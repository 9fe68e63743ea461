-- Locks: ACCESS EXCLUSIVE on model_version for an instant (constant defaults are not written to rows).
-- Trainings, schedules and shadows; gates and promotion of model versions.
CREATE TABLE "training" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "vertical" TEXT NOT NULL,
  "task" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  "phase" TEXT NOT NULL DEFAULT 'queued',
  "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
  "rows" INTEGER,
  "options" JSONB NOT NULL,
  "log" JSONB NOT NULL DEFAULT '[]',
  "error" JSONB,
  "model_version_id" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lease_until" TIMESTAMPTZ(3),
  "request_id" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "training_pkey" PRIMARY KEY ("id"),
  CONSTRAINT training_status_known CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'canceled'))
);
CREATE INDEX "training_tenant_id_id_idx" ON "training"("tenant_id", "id");
CREATE INDEX "training_status_lease_until_idx" ON "training"("status", "lease_until");
-- One training of a task at a time: a second one is refused, not queued behind.
CREATE UNIQUE INDEX training_one_at_a_time ON training (tenant_id, vertical, task) WHERE status IN ('queued', 'running');

CREATE TABLE "schedule" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "vertical" TEXT NOT NULL,
  "task" TEXT NOT NULL,
  "nightly" BOOLEAN NOT NULL DEFAULT false,
  "after_records" INTEGER,
  "rows_at_last" INTEGER NOT NULL DEFAULT 0,
  "last_at" TIMESTAMPTZ(3),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "schedule_tenant_id_vertical_task_key" ON "schedule"("tenant_id", "vertical", "task");

CREATE TABLE "shadow" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "model_version_id" TEXT NOT NULL,
  "run_id" TEXT NOT NULL,
  "is_flipped" BOOLEAN NOT NULL,
  "overlap" DOUBLE PRECISION NOT NULL,
  "champion_ms" DOUBLE PRECISION NOT NULL,
  "candidate_ms" DOUBLE PRECISION NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "shadow_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shadow_model_version_id_run_id_key" ON "shadow"("model_version_id", "run_id");
CREATE INDEX "shadow_tenant_id_idx" ON "shadow"("tenant_id");

ALTER TABLE "model_version"
  ADD COLUMN "curves" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "gates" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "request" JSONB,
  ADD COLUMN "training_id" TEXT,
  ADD COLUMN "shadow_share" DOUBLE PRECISION NOT NULL DEFAULT 0,
  ADD COLUMN "promoted_at" TIMESTAMPTZ(3),
  ADD COLUMN "promoted_by" TEXT;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['training', 'schedule', 'shadow'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
