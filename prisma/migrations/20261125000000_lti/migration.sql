-- Locks: none on existing tables; seven new ones.
-- LTI 1.3: the secrets of a tenant as a tool, platforms it is registered with, logins under way, launches, learners' links, and scores sent back.
CREATE TABLE "lti_tool" (
  "tenant_id" TEXT NOT NULL,
  "pseudonym_secret" BYTEA NOT NULL,
  "session_secret" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "lti_tool_pkey" PRIMARY KEY ("tenant_id")
);
CREATE TABLE "lti_key" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "public_jwk" JSONB NOT NULL,
  "private_key" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "retired_at" TIMESTAMPTZ(3),
  CONSTRAINT "lti_key_pkey" PRIMARY KEY ("id")
);
-- One key signs; the others are only published until platforms have forgotten what they signed.
CREATE UNIQUE INDEX "lti_key_signing" ON "lti_key"("tenant_id") WHERE "retired_at" IS NULL;

CREATE TABLE "lti_registration" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "client_id" TEXT NOT NULL,
  "deployment_ids" TEXT[] NOT NULL,
  "auth_url" TEXT NOT NULL,
  "token_url" TEXT NOT NULL,
  "token_audience" TEXT,
  "jwks_url" TEXT NOT NULL,
  "frame_origins" TEXT[] NOT NULL,
  "consent_basis" TEXT NOT NULL DEFAULT 'school',
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "lti_registration_pkey" PRIMARY KEY ("id"),
  CONSTRAINT lti_registration_known CHECK (consent_basis IN ('parent', 'school', 'learner'))
);
CREATE UNIQUE INDEX "lti_registration_tenant_id_issuer_client_id_key" ON "lti_registration"("tenant_id", "issuer", "client_id");

-- A login that waits for its launch: the state's digest is its id, and it is used once.
CREATE TABLE "lti_login" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "registration_id" TEXT NOT NULL,
  "nonce" TEXT NOT NULL,
  "browser_digest" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "lti_login_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lti_login_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "lti_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "lti_login_expires_at_idx" ON "lti_login"("expires_at");
CREATE INDEX "lti_login_registration_id_idx" ON "lti_login"("registration_id");

CREATE TABLE "lti_launch" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "registration_id" TEXT,
  "role" TEXT,
  "refusal" TEXT,
  "request_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "lti_launch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lti_launch_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "lti_registration"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "lti_launch_tenant_id_id_idx" ON "lti_launch"("tenant_id", "id");
CREATE INDEX "lti_launch_registration_id_idx" ON "lti_launch"("registration_id");
CREATE INDEX "lti_launch_created_at_idx" ON "lti_launch"("created_at");

-- A learner at one resource link. The subject is the platform's name for the person, sealed: only scores need it.
CREATE TABLE "lti_link" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "registration_id" TEXT NOT NULL,
  "deployment_id" TEXT NOT NULL,
  "resource_link" TEXT NOT NULL,
  "learner" TEXT NOT NULL,
  "class_ref" TEXT,
  "subject" BYTEA,
  "line_item" TEXT,
  "skills" TEXT[] NOT NULL,
  "template" TEXT NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "score_due_at" TIMESTAMPTZ(3),
  "score_taken_at" TIMESTAMPTZ(3),
  "last_timestamp" TIMESTAMPTZ(3),
  "launched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "lti_link_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lti_link_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "lti_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "lti_link_place" ON "lti_link"("registration_id", "deployment_id", "resource_link", "learner");
CREATE INDEX "lti_link_tenant_id_learner_idx" ON "lti_link"("tenant_id", "learner");
CREATE INDEX "lti_link_due" ON "lti_link"("score_due_at") WHERE "score_due_at" IS NOT NULL;

CREATE TABLE "lti_score" (
  "id" TEXT NOT NULL,
  "tenant_id" TEXT NOT NULL,
  "link_id" TEXT NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'waiting',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "answer" INTEGER,
  "fault" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "lti_score_pkey" PRIMARY KEY ("id"),
  CONSTRAINT lti_score_known CHECK (status IN ('waiting', 'delivered', 'failed')),
  CONSTRAINT "lti_score_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "lti_link"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- One score of a link is under way at a time: what is answered meanwhile is in the next one.
CREATE UNIQUE INDEX "lti_score_waiting" ON "lti_score"("link_id") WHERE "status" = 'waiting';
CREATE INDEX "lti_score_link_id_idx" ON "lti_score"("link_id");
CREATE INDEX "lti_score_tenant_id_id_idx" ON "lti_score"("tenant_id", "id");

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['lti_tool', 'lti_key', 'lti_registration', 'lti_login', 'lti_launch', 'lti_link', 'lti_score'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I TO guildhall_app USING (tenant_id = ANY ((SELECT app_tenant_ids())::text[])) WITH CHECK (tenant_id = ANY ((SELECT app_tenant_ids())::text[]))', t);
    EXECUTE format('CREATE POLICY system_scope ON %I TO guildhall_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
