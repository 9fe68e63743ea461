-- Locks: SHARE on every partition of record while the index is built: reads go on, sending records waits.
-- "The newest so many of a collection" is asked at request time (what sells now, what is new); without it every such question sorts a tenant's events.
CREATE INDEX "record_tenant_id_collection_at_idx" ON "record" ("tenant_id", "collection", "at" DESC NULLS LAST, "key");
