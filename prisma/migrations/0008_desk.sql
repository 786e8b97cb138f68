CREATE TABLE "Attendance" (
    "bookingId" TEXT NOT NULL PRIMARY KEY,
    "people" INTEGER NOT NULL,
    "notedAt" BIGINT NOT NULL,
    "notedBy" TEXT NOT NULL
);

CREATE TABLE "CallBack" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "district" TEXT,
    "topic" TEXT NOT NULL,
    "name" TEXT,
    "phone" TEXT,
    "note" TEXT,
    "askedAt" BIGINT NOT NULL,
    "claimedBy" TEXT,
    "claimedAt" BIGINT,
    "doneAt" BIGINT,
    "result" TEXT
);

CREATE INDEX "CallBack_doneAt_askedAt_idx" ON "CallBack"("doneAt", "askedAt");
