-- Locks: ACCESS EXCLUSIVE on tenant for an instant (a constant default is not written to rows).
-- Verticals that are off by default and that this tenant has switched on, by slug.
ALTER TABLE "tenant" ADD COLUMN "verticals" TEXT[] NOT NULL DEFAULT '{}';
