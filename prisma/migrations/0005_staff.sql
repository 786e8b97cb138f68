CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "activatedAt" BIGINT,
    "disabledAt" BIGINT,
    "passwordHash" TEXT,
    "codeSecret" TEXT,
    "codeStep" BIGINT,
    "personId" TEXT
);

CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

CREATE TABLE "StaffPasskey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "usedAt" BIGINT
);

CREATE INDEX "StaffPasskey_staffId_idx" ON "StaffPasskey"("staffId");

CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "seenAt" BIGINT NOT NULL,
    "from" TEXT NOT NULL,
    "device" TEXT NOT NULL
);

CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

CREATE TABLE "StaffInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT
);

CREATE INDEX "StaffInvitation_staffId_idx" ON "StaffInvitation"("staffId");

CREATE TABLE "StaffChallenge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "staffId" TEXT,
    "expiresAt" BIGINT NOT NULL
);

CREATE TABLE "SignInDelay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "until" BIGINT NOT NULL
);

CREATE TABLE "Audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "staffId" TEXT,
    "staffName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "district" TEXT,
    "before" TEXT,
    "after" TEXT,
    "from" TEXT NOT NULL
);

CREATE INDEX "Audit_at_idx" ON "Audit"("at");

CREATE INDEX "Audit_subjectKind_subjectId_at_idx" ON "Audit"("subjectKind", "subjectId", "at");

CREATE INDEX "Audit_staffId_at_idx" ON "Audit"("staffId", "at");

CREATE TRIGGER "Audit_is_never_changed" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER "Audit_is_never_deleted" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
