CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" BIGINT NOT NULL,
    "followedAt" BIGINT,
    "leftAt" BIGINT,
    "areaLabel" TEXT,
    "areaLat" REAL,
    "areaLng" REAL,
    "areaIsCentre" BOOLEAN NOT NULL DEFAULT false
);

CREATE TABLE "Interaction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "seq" INTEGER,
    "messageId" TEXT,
    "event" TEXT NOT NULL,
    "occurredAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "replyToken" TEXT,
    "dueAt" BIGINT,
    "state" TEXT,
    "answer" TEXT,
    "retryKey" TEXT,
    "via" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT
);

CREATE UNIQUE INDEX "Interaction_personId_seq_key" ON "Interaction"("personId", "seq");

CREATE INDEX "Interaction_dueAt_idx" ON "Interaction"("dueAt");

CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "raisedAt" BIGINT NOT NULL,
    "closedAt" BIGINT
);
