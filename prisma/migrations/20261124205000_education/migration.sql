-- Locks: none on existing tables; three new ones.
-- xAPI out: where a tenant's statements go, the statements that wait, and what became of each delivery.
CREATE TABLE "xapi_endpoint" (
  "tenant_id" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "home_page" TEXT NOT NULL,
  "signing_key" BYTEA NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "disabled_at" TIMESTAMPTZ(3),
  CONSTRAINT "xapi_endpoint_pkey" PRIMARY KEY ("tenant_id")
);
CREATE TABLE "xapi_statement" (
  "id" UUID NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "delivery_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "xapi_statement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "xapi_statement_waiting" ON "xapi_statement"("tenant_id", "created_at") WHERE "delivery_id" IS NULL;
CREATE INDEX "xapi_statement_delivery_id_idx" ON "xapi_statement"("delivery_id");
CREATE TABLE "xapi_delivery" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "statements" INTEGER NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'waiting',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "answer" INTEGER,
  "fault" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "xapi_delivery_pkey" PRIMARY KEY ("id"),
  CONSTRAINT xapi_delivery_known CHECK (status IN ('waiting', 'delivered', 'failed'))
);
CREATE INDEX "xapi_delivery_tenant_id_id_idx" ON "xapi_delivery"("tenant_id", "id");
CREATE INDEX "xapi_delivery_due" ON "xapi_delivery"("due_at") WHERE "status" = 'waiting';

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['xapi_endpoint', 'xapi_statement', 'xapi_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
