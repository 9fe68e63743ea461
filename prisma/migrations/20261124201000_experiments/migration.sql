-- Locks: ACCESS EXCLUSIVE on run for an instant (new nullable columns are not written to rows); SHARE on run while its indexes are built.
-- A/B experiments of two template versions, what a run was part of, and the publishable keys of shop widgets.
CREATE TABLE "experiment" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "version_a" INTEGER NOT NULL,
  "version_b" INTEGER NOT NULL,
  "share_b" DOUBLE PRECISION NOT NULL,
  "smallest_effect" DOUBLE PRECISION NOT NULL,
  "window_days" INTEGER NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "stopped_at" TIMESTAMPTZ(3),
  CONSTRAINT "experiment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "experiment_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "experiment_tenant_id_id_idx" ON "experiment"("tenant_id", "id");
-- One experiment of a template at a time: a shopper in two of them would show the effect of neither.
CREATE UNIQUE INDEX experiment_one_running ON experiment (template_id) WHERE started_at IS NOT NULL AND stopped_at IS NULL;

CREATE TABLE "widget" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  -- Public by design: it is in the source of the shop's pages.
  "key" TEXT NOT NULL,
  "origins" TEXT[],
  "takes_purchases" BOOLEAN NOT NULL,
  -- Signs who a shopper is. It never leaves the server.
  "signing_key" BYTEA NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "disabled_at" TIMESTAMPTZ(3),
  CONSTRAINT "widget_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "widget_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "widget_key_key" ON "widget"("key");
CREATE INDEX "widget_tenant_id_id_idx" ON "widget"("tenant_id", "id");

ALTER TABLE "run" ADD COLUMN "experiment_id" TEXT, ADD COLUMN "variant" TEXT;
CREATE INDEX run_experiment ON run (experiment_id, created_at) WHERE experiment_id IS NOT NULL;
CREATE INDEX "run_tenant_id_template_id_created_at_idx" ON "run"("tenant_id", "template_id", "created_at");

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['experiment', 'widget'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
