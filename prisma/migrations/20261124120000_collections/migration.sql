-- Locks: ACCESS EXCLUSIVE on record, which nothing has written yet, for the instant in which it is dropped and made again.
-- Records of collections, partitioned by a hash of the tenant: a tenant with millions of events has its own pages, index and vacuum.
DROP TABLE "record";
CREATE TABLE "record" (
  "tenant_id" TEXT NOT NULL,
  "collection" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "subject" TEXT,
  "at" TIMESTAMPTZ(3),
  "body" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "record_pkey" PRIMARY KEY ("tenant_id", "collection", "key")
) PARTITION BY HASH ("tenant_id");
DO $$ BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE record_%s PARTITION OF record FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    -- Rows are reached through the parent, where the policies are.
    EXECUTE format('REVOKE ALL ON record_%s FROM guildhall_app, guildhall_system', part);
    EXECUTE format('ALTER TABLE record_%s ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE record_%s FORCE ROW LEVEL SECURITY', part);
  END LOOP;
END $$;
CREATE INDEX "record_tenant_id_collection_subject_at_idx" ON "record"("tenant_id", "collection", "subject", "at") WHERE "subject" IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON record TO guildhall_app, guildhall_system;
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
ALTER TABLE record FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON record TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]));
CREATE POLICY system_scope ON record TO guildhall_system USING (true) WITH CHECK (true);
