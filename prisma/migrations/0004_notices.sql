ALTER TABLE "Person" ADD COLUMN "areaDistrict" TEXT;

ALTER TABLE "Person" ADD COLUMN "isTester" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "frozen" TEXT,
    "audience" TEXT NOT NULL,
    "audienceWords" TEXT NOT NULL,
    "audienceCount" INTEGER,
    "audienceReasons" TEXT,
    "topic" TEXT,
    "isDrill" BOOLEAN NOT NULL DEFAULT false,
    "isCancellation" BOOLEAN NOT NULL DEFAULT false,
    "forDay" TEXT,
    "scopeKind" TEXT,
    "scopeTarget" TEXT,
    "correctionOf" TEXT,
    "authorKind" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "approverId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "editedAt" BIGINT NOT NULL,
    "approvedAt" BIGINT,
    "sendAt" BIGINT,
    "notAfter" BIGINT,
    "dueAt" BIGINT,
    "expandedTo" TEXT,
    "leftOut" TEXT,
    "note" TEXT,
    "movedAt" BIGINT NOT NULL
);

CREATE INDEX "Notice_dueAt_idx" ON "Notice"("dueAt");

CREATE INDEX "Notice_status_movedAt_idx" ON "Notice"("status", "movedAt");

CREATE INDEX "Notice_authorId_createdAt_idx" ON "Notice"("authorId", "createdAt");

CREATE TABLE "Delivery" (
    "noticeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "queuedAt" BIGINT NOT NULL,
    "failedBecause" TEXT,

    PRIMARY KEY ("noticeId", "personId")
) WITHOUT ROWID;

CREATE INDEX "Delivery_personId_queuedAt_idx" ON "Delivery"("personId", "queuedAt");

CREATE TABLE "Chunk" (
    "noticeId" TEXT NOT NULL,
    "firstPersonId" TEXT NOT NULL,
    "lastPersonId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "via" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "retryKey" TEXT NOT NULL,
    "firstTriedAt" BIGINT,
    "mayBeOut" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedBy" TEXT,
    "dueAt" BIGINT,
    "closedAt" BIGINT,
    "reason" TEXT,

    PRIMARY KEY ("noticeId", "firstPersonId")
);

CREATE UNIQUE INDEX "Chunk_retryKey_key" ON "Chunk"("retryKey");

CREATE INDEX "Chunk_dueAt_idx" ON "Chunk"("dueAt");

CREATE INDEX "Chunk_claimedBy_idx" ON "Chunk"("claimedBy");

CREATE INDEX "Chunk_closedAt_idx" ON "Chunk"("closedAt");

CREATE TABLE "NoticeChoice" (
    "personId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "since" BIGINT NOT NULL,

    PRIMARY KEY ("personId", "what", "value")
);

CREATE INDEX "NoticeChoice_what_value_idx" ON "NoticeChoice"("what", "value");

CREATE TABLE "SupporterScope" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "grantedAt" BIGINT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "endedAt" BIGINT,

    PRIMARY KEY ("personId", "kind", "target")
);

CREATE INDEX "SupporterScope_kind_target_idx" ON "SupporterScope"("kind", "target");

CREATE TABLE "SupporterInvite" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "scopes" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedBy" TEXT,
    "usedAt" BIGINT
);

CREATE TABLE "QuotaMonth" (
    "month" TEXT NOT NULL PRIMARY KEY,
    "limit" INTEGER,
    "used" INTEGER NOT NULL,
    "readAt" BIGINT NOT NULL
);
