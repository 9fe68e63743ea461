-- Locks: ACCESS EXCLUSIVE on run for an instant (a nullable column is not written to rows); SHARE ROW EXCLUSIVE on run for the trigger.
-- What of an input may not outlive its run: a pupil's own words. The trigger holds it, so that no way of ending a run can forget to forget.
ALTER TABLE "run" ADD COLUMN "fleeting" JSONB;

CREATE FUNCTION run_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.fleeting := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER run_forgets BEFORE INSERT OR UPDATE ON "run" FOR EACH ROW
  WHEN (NEW.fleeting IS NOT NULL AND NEW.status NOT IN ('queued', 'running')) EXECUTE FUNCTION run_forgets();
