-- Locks: ACCESS EXCLUSIVE on membership for an instant, then SHARE UPDATE EXCLUSIVE while its rows are read once.
-- A role that may publish templates and not write them: whoever edits and whoever publishes can be two people without making one an admin.
ALTER TABLE membership DROP CONSTRAINT membership_role_known;
ALTER TABLE membership ADD CONSTRAINT membership_role_known
  CHECK (role IN ('owner', 'admin', 'editor', 'publisher', 'developer', 'viewer')) NOT VALID;
ALTER TABLE membership VALIDATE CONSTRAINT membership_role_known;
